import type { CheckpointRow } from '@minsheng/read-models';
import type { Foundations } from '../open';

/** Seconds after which a holder that is not heard of counts as silent. */
const SILENT_S = 5;

type Row = Pick<CheckpointRow, 'name' | 'position' | 'halted' | 'paused' | 'holder'> & {
  readonly silence: number | null;
};

const standing = ({ halted, paused, holder, silence }: Row): string => {
  if (halted) return `HALTED: ${halted}`;
  if (paused) return 'paused';
  if (!holder) return 'nobody moves it';
  return silence !== null && silence > SILENT_S
    ? `SILENT for ${Math.round(silence)} s: ${holder}`
    : `running in ${holder}`;
};

/** Prints how each checkpoint stands; 1 when one is halted. */
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

/** A new epoch stops whoever moves it at this moment. */
export const pause = async (foundations: Foundations, name: string): Promise<string> => {
  await change(foundations, name, 'paused = true, epoch = epoch + 1, holder = null');
  return `${name}: paused`;
};

export const resume = async (foundations: Foundations, name: string): Promise<string> => {
  await change(foundations, name, 'paused = false');
  return `${name}: goes on`;
};

/** The event that could not be applied is tried once more; nothing is skipped. */
export const retry = async (foundations: Foundations, name: string): Promise<string> => {
  await change(foundations, name, 'halted = null');
  return `${name}: tries again`;
};

async function change({ dataSource }: Foundations, name: string, what: string): Promise<void> {
  const [, changed]: [unknown, number] = await dataSource.query(`update read.checkpoint set ${what} where name = $1`, [
    name,
  ]);
  if (changed === 0) throw new Error(`${name} has not begun yet: start the projector first`);
}
