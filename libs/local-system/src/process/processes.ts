import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const hasProc = process.platform === 'linux';

/** Fields of /proc/<pid>/stat after the name; the name may hold spaces and brackets, so it is cut at the last one. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

/**
 * Whether a process still runs. A zombie does not: where nothing reaps it (many containers) it would look alive for
 * ever.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !hasProc || statFields(pid)?.[0] !== 'Z';
}

/** Start time of the process, in any unit: together with the pid it identifies one process for ever. */
export const startTimeOf = (pid: number): string | undefined => (hasProc ? statFields(pid)?.[19] : ps(pid, 'lstart'));

/** The command line of the process, arguments separated by blanks. */
export function commandLineOf(pid: number): string | undefined {
  if (!hasProc) return ps(pid, 'command');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Identifies a process, also against a later one with the same pid. */
export interface ProcessMark {
  readonly pid: number;
  readonly startTime?: string;
}

export const markOf = (pid: number): ProcessMark => ({ pid, startTime: startTimeOf(pid) });

export const isSameProcessAlive = ({ pid, startTime }: ProcessMark): boolean =>
  isAlive(pid) && (startTime === undefined || startTimeOf(pid) === undefined || startTimeOf(pid) === startTime);

/** True when the process is gone within the time given. */
export async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(5);
  }
  return true;
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Sends the first signal, and after `patience` milliseconds the second. */
export async function stopProcess(
  pid: number,
  ask: NodeJS.Signals,
  timeoutMs: number,
  insist: NodeJS.Signals,
): Promise<void> {
  signal(pid, ask);
  if (await goneWithin(pid, timeoutMs)) return;
  signal(pid, insist);
  await goneWithin(pid, 10_000);
}
