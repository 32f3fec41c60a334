import { setTimeout as pause } from 'node:timers/promises';
import type { Observed } from '../../support/rehearsal';

interface Standing {
  readonly name: string;
  readonly position: string;
  readonly halted: string | null;
}

/** Positions of each projection and the policies; those that a rebuild left as `<name>__old` do not move. */
export const standings = ({ look }: Pick<Observed, 'look'>): Promise<Standing[]> =>
  look<Standing>(
    String.raw`select name, position::text, halted from read.checkpoint where name not like '%\_\_old' order by name`,
  );

export const headOf = async ({ look }: Pick<Observed, 'look'>): Promise<bigint> =>
  BigInt(
    (await look<{ head: string }>('select coalesce(max(global_position), 0)::text as head from es.events'))[0].head,
  );

const TIMEOUT_MS = 60_000;

/**
 * Waits until all projections, or those named, have passed the current head of the log; returns milliseconds. Under
 * load the head moves on: lag is over when what was there is projected. @throws after a minute
 */
export const untilProjected = async (
  system: Pick<Observed, 'look'>,
  concerns: (name: string) => boolean = () => true,
): Promise<number> => {
  const begin = performance.now();
  const head = await headOf(system);
  for (;;) {
    const behind = (await standings(system)).filter(({ name, position }) => concerns(name) && BigInt(position) < head);
    if (behind.length === 0) return performance.now() - begin;
    if (performance.now() - begin > TIMEOUT_MS) {
      const standing = behind.map(({ name, position, halted }) => `${name} at ${position} ${halted ?? ''}`);
      throw new Error(`Still behind position ${head}: ${standing.join(', ')}`);
    }
    await pause(20);
  }
};
