import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second on every machine. */
const MICROSECONDS_PER_TICK = 10_000;

/**
 * Processor time in microseconds used so far by a server and all its processes, ended ones included. NaN without /proc.
 */
export function cpuOfServer(postmaster: number): number {
  try {
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => statOf(Number(pid)));
    return (
      all.reduce(
        (sum, { pid, parent, own, ended }) =>
          sum + (pid === postmaster ? own + ended : parent === postmaster ? own : 0),
        0,
      ) * MICROSECONDS_PER_TICK
    );
  } catch {
    return NaN;
  }
}

/** One process, unless it has just ended. Times in ticks; `ended` is the time of its ended children. */
function statOf(pid: number): { pid: number; parent: number; own: number; ended: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number); // the name may contain blanks
    const [parent, user, system, endedUser, endedSystem] = [fields[1], fields[11], fields[12], fields[13], fields[14]];
    return [{ pid, parent, own: user + system, ended: endedUser + endedSystem }];
  } catch {
    return [];
  }
}
