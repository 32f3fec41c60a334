import { SILENT_AFTER_S, type CheckpointRow } from '@minsheng/read-models';
import type { Foundations } from '../open';

type Row = Pick<CheckpointRow, 'name' | 'position' | 'halted' | 'paused' | 'holder'> & {
  readonly silence: number | null;
};

const standing = ({ halted, paused, holder, silence }: Row): string => {
  if (halted) return `HALTED: ${halted}`;
  if (paused) return 'paused';
  if (!holder) return 'nobody moves it';
  return silence !== null && silence > SILENT_AFTER_S
    ? `SILENT for ${Math.round(silence)} s: ${holder}`
    : `running in ${holder}`;
};

/** Prints the state of each checkpoint; 1 when one is halted. */
export const status = async ({ store, dataSource }: Foundations): Promise<number> => {
  const head = await store.head();
  const rows: Row[] = await dataSource.query(`
    select name, position::text, halted, paused, holder,
      extract(epoch from clock_timestamp() - beat_at)::float8 as silence
    from read.checkpoint
    order by name`);
  for (const row of rows) console.log(`${row.name.padEnd(14)} ${row.position}/${head} ${standing(row)}`);
  return rows.some(({ halted }) => halted !== null) ? 1 : 0;
};

/** A new epoch stops the current holder. */
export const pause = async (foundations: Foundations, name: string): Promise<string> => {
  await change(foundations, name, 'paused = true, epoch = epoch + 1, holder = null');
  return `${name}: paused`;
};

export const resume = async (foundations: Foundations, name: string): Promise<string> => {
  await change(foundations, name, 'paused = false');
  return `${name}: resumed`;
};

/** Tries the event that could not be applied once more; nothing is skipped. */
export const retry = async (foundations: Foundations, name: string): Promise<string> => {
  await change(foundations, name, 'halted = null');
  return `${name}: retried`;
};

async function change({ dataSource }: Foundations, name: string, what: string): Promise<void> {
  const [, changed]: [unknown, number] = await dataSource.query(`update read.checkpoint set ${what} where name = $1`, [
    name,
  ]);
  if (changed === 0) throw new Error(`${name} has no checkpoint yet: start the projector first`);
}
