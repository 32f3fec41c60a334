import type { ClientBase } from 'pg';

const BATCH = 5_000;

/** What is known of a command that took effect: its fingerprint, and the metadata of its newest event, as stored. */
export interface StoredCommand {
  readonly fingerprint: string;
  readonly metadata: string;
}

/**
 * Replaces the fingerprints of commands, in the caller's transaction; no event is touched. A client that repeats a
 * request must from then on send what `rewrite` makes of its fingerprint.
 * @returns how many are other than before
 */
export async function rewriteFingerprints(
  client: Pick<ClientBase, 'query'>,
  rewrite: (command: StoredCommand) => string,
): Promise<number> {
  let [last, changed] = ['00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const { rows } = await client.query<StoredCommand & { readonly key: string }>(
      `select c.key, c.fingerprint, e.metadata from es.commands c
         join es.events e on e.stream_id = c.stream_id and e.revision = c.revision
        where c.key > $1 order by c.key limit $2`,
      [last, BATCH],
    );
    if (rows.length === 0) return changed;
    const others = rows
      .map((row) => ({ key: row.key, before: row.fingerprint, after: rewrite(row) }))
      .filter(({ before, after }) => before !== after);
    await client.query(
      `update es.commands c set fingerprint = n.fingerprint
         from unnest($1::uuid[], $2::text[]) n(key, fingerprint) where c.key = n.key`,
      [others.map(({ key }) => key), others.map(({ after }) => after)],
    );
    changed += others.length;
    last = rows[rows.length - 1].key;
  }
}
