import {
  POLICIES,
  projections,
  publicKey,
  readAllSetAside,
  SILENT_AFTER_S,
  type CheckpointRow,
  type SetAsideEntry,
} from '@minsheng/read-models';
import pino from 'pino';
import type { Foundations } from '../open';
import { PolicyRunner } from '../policies/policy-runner';
import { TableCheckpoint } from '../projecting/checkpoint';
import { healRows, retry as retryCheckpoint, type Heal } from '../projecting/retry';

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

/** A line about what is set aside, without the tag of a rater. */
export const setAsideLine = ({ key, since, reason }: SetAsideEntry): string =>
  `  set aside since ${since}: ${publicKey(key)} (${reason})`;

/** Prints the state of each checkpoint, and what it has set aside; 1 when one is halted or something is set aside. */
export const status = async ({ store, dataSource }: Foundations): Promise<number> => {
  const head = await store.head();
  const rows: Row[] = await dataSource.query(`
    select name, position::text, halted, paused, holder,
      extract(epoch from clock_timestamp() - beat_at)::float8 as silence
    from read.checkpoint
    order by name`);
  const setAside = await readAllSetAside(dataSource);
  for (const row of rows) {
    console.log(`${row.name.padEnd(14)} ${row.position}/${head} ${standing(row)}`);
    for (const entry of setAside.get(row.name) ?? []) console.log(setAsideLine(entry));
  }
  return setAside.size > 0 || rows.some(({ halted }) => halted !== null) ? 1 : 0;
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

/**
 * Applies what is set aside once more, from the log and in order, and restarts a halted checkpoint; nothing is skipped.
 * 1 when something is still set aside.
 */
export const retry = async (foundations: Foundations, name: string): Promise<number> => {
  const { healed, still } = await retryCheckpoint(foundations.dataSource, name, healing(foundations, name));
  console.log(`${name}: retried, ${healed} healed, ${still.length} still set aside`);
  for (const entry of still) console.log(setAsideLine(entry));
  return still.length > 0 ? 1 : 0;
};

function healing({ store, dataSource }: Foundations, name: string): Heal {
  const projection = projections.find((projection) => projection.name === name);
  if (projection) return healRows(store, dataSource, projection);
  const policies = new PolicyRunner(new TableCheckpoint(dataSource, POLICIES), store, pino({ level: 'warn' }));
  return (_, waiting, until) => policies.actAgain(waiting, until);
}

async function change({ dataSource }: Foundations, name: string, what: string): Promise<void> {
  const [, changed]: [unknown, number] = await dataSource.query(`update read.checkpoint set ${what} where name = $1`, [
    name,
  ]);
  if (changed === 0) throw new Error(`${name} has no checkpoint yet: start the projector first`);
}
