import type { SetAsideRow } from './set-aside.entity';
import type { SetAsideEntry } from './set-aside';

/** A connection, a transaction, or the pool below: whatever takes a statement. */
interface Connection {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

const entryOf = ({ key, subject, since, reason }: SetAsideRow): SetAsideEntry => ({
  key,
  subject,
  since: BigInt(since),
  reason,
});

/** A statement that sets entries aside; its parameters are the checkpoint's name and the entries as JSON. */
export const setAsideSql = (checkpoint: string, entries: string, condition = ''): string =>
  `insert into read.set_aside (checkpoint, key, subject, since, reason)
   select ${checkpoint}, key, subject, since, reason
     from json_to_recordset(${entries}::json) as e (key text, subject text, since bigint, reason text) ${condition}`;

export const entriesAsJson = (entries: readonly SetAsideEntry[]): string =>
  JSON.stringify(entries.map((entry) => ({ ...entry, since: String(entry.since) })));

/** What waits for one checkpoint, in order of position. */
export const readSetAside = async (connection: Connection, checkpoint: string): Promise<SetAsideEntry[]> =>
  (
    (await connection.query(
      'select key, subject, since::text, reason from read.set_aside where checkpoint = $1 order by since, key',
      [checkpoint],
    )) as SetAsideRow[]
  ).map(entryOf);

/** What waits for every read model and the policies, by the name of the checkpoint. */
export const readAllSetAside = async (
  connection: Connection,
): Promise<ReadonlyMap<string, readonly SetAsideEntry[]>> => {
  const rows = (await connection.query(
    String.raw`select checkpoint, key, subject, since::text, reason from read.set_aside
      where checkpoint not like '%\_\_old' order by checkpoint, since, key`,
  )) as SetAsideRow[];
  const byCheckpoint = new Map<string, SetAsideEntry[]>();
  for (const row of rows) byCheckpoint.set(row.checkpoint, [...(byCheckpoint.get(row.checkpoint) ?? []), entryOf(row)]);
  return byCheckpoint;
};

/** Puts these entries in the place of all that waited for a checkpoint. */
export const replaceSetAside = async (
  connection: Connection,
  checkpoint: string,
  entries: readonly SetAsideEntry[],
): Promise<void> => {
  await connection.query('delete from read.set_aside where checkpoint = $1', [checkpoint]);
  if (entries.length > 0) await connection.query(setAsideSql('$1', '$2'), [checkpoint, entriesAsJson(entries)]);
};

/** What waited for one checkpoint waits for another. */
export const renameSetAside = async (connection: Connection, from: string, to: string): Promise<void> => {
  await connection.query('update read.set_aside set checkpoint = $2 where checkpoint = $1', [from, to]);
};
