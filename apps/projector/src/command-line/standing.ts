import pino from 'pino';
import {
  POLICIES,
  projections,
  publicKey,
  readAllSetAside,
  type CheckpointRow,
  type SetAsideEntry,
} from '@minsheng/read-models';
import type { Foundations } from '../open';
import { PolicyRunner } from '../policies/policy-runner';
import { TableCheckpoint } from '../projecting/checkpoint';
import { healRows, retry as retryCheckpoint, type Heal } from '../projecting/retry';

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

/** A line of what is set aside, without what is nobody's business. */
export const setAsideLine = ({ key, since, reason }: SetAsideEntry): string =>
  `  set aside since ${since}: ${publicKey(key)} (${reason})`;

/** Prints how each checkpoint stands, and what it has set aside; 1 when one is halted or something waits. */
export const status = async ({ store, dataSource }: Foundations): Promise<number> => {
  const head = await store.head();
  const rows: Row[] = await dataSource.query(
    'select name, position::text, halted, paused, holder, extract(epoch from clock_timestamp() - beat_at)::float8 ' +
      'as silence from read.checkpoint order by name',
  );
  const setAside = await readAllSetAside(dataSource);
  for (const row of rows) {
    console.log(`${row.name.padEnd(14)} ${row.position}/${head} ${standing(row)}`);
    for (const entry of setAside.get(row.name) ?? []) console.log(setAsideLine(entry));
  }
  return setAside.size > 0 || rows.some(({ halted }) => halted !== null) ? 1 : 0;
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

/**
 * What is set aside is applied once more, from the log and in order, and a halted one goes on; nothing is skipped.
 * 1 when something still has to wait.
 */
export const retry = async (foundations: Foundations, name: string): Promise<number> => {
  const { healed, still } = await retryCheckpoint(foundations.dataSource, name, healing(foundations, name));
  console.log(`${name}: goes on, ${healed} healed, ${still.length} still set aside`);
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
  if (changed === 0) throw new Error(`${name} has not begun yet: start the projector first`);
}
