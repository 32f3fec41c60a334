import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { migrateEventStore, PostgresEventStore, type AppendReceipt } from '@minsheng/event-store';
import { between, randomFor, type Random } from '@minsheng/rehearsal';
import { Client } from 'pg';
import { checkInvariants, type LoggedEvent } from '../../support/check-invariants';
import { followTail } from '../../support/tail-reader';
import { nothingViolated, type Fault } from '../fault';
import { scratchDatabase, type ScratchDatabase } from '../system/scratch-database';

const WRITERS = 8;
/** One transaction in so many sleeps between taking its position and its commit, up to so many seconds. */
const SLEEPS = { oneIn: 4, seconds: 0.004 };

/** Sleeps inside the writer's own transaction: after the row is inserted, before it is visible. */
const sleepBeforeCommit = (table: string) => `
  create or replace function sleep_before_commit() returns trigger language plpgsql as $$
    begin if random() * ${SLEEPS.oneIn} < 1 then perform pg_sleep(random() * ${SLEEPS.seconds}); end if; return
    null; end $$;
  create trigger sleeps after insert on ${table} for each statement execute function sleep_before_commit()`;

/** Writers worth eight processes on one log, to hot and quiet streams; returns their receipts. */
const write = async ({ url }: ScratchDatabase, rounds: number, seed: Random): Promise<AppendReceipt[]> => {
  const stores = await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) =>
      PostgresEventStore.open({ connectionString: url, applicationName: `writer-${writer}`, maxConnections: 1 }),
    ),
  );
  try {
    const receipts = await Promise.all(
      stores.map(async (store, writer) => {
        const random = randomFor(Math.floor(seed() * 2 ** 31), 'F7', writer);
        const receipts: AppendReceipt[] = [];
        for (let round = writer; round < rounds; round += WRITERS) {
          const command = randomUUID();
          const event = {
            id: randomUUID(),
            type: 'Noted',
            version: 1,
            data: '{}',
            metadata: JSON.stringify({ commandId: command, actor: { role: 'public' } }),
          };
          const kind = random();
          if (kind < 0.6)
            receipts.push(
              await store.append(kind < 0.3 ? 'hot' : `quiet-${Math.floor(between(random, 0, 50))}`, 'any', [event]),
            );
          else receipts.push(await store.append(`alone-${event.id}`, 'no stream', [event]));
        }
        return receipts;
      }),
    );
    return receipts.flat();
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
};

/** A subscription of the store and an independent polling reader: both must see every position, in order. */
const followed = async (database: ScratchDatabase, rounds: number, random: Random) => {
  const store = await PostgresEventStore.open({ connectionString: database.url, applicationName: 'follower' });
  const taken: string[] = [];
  const subscription = store.subscribe(0n, async (page) => {
    for (const { position } of page) taken.push(position.toString());
  });
  subscription.ended.catch(() => undefined); // a gap shows in what is missing
  const tail = followTail(database.url);
  try {
    const receipts = await write(database, rounds, random);
    for (const end = performance.now() + 10_000; taken.length < rounds && performance.now() < end;) await pause(20);
    await tail.caughtUp();
    return { receipts, taken, seen: [...tail.seen] };
  } finally {
    await tail.stop();
    await subscription.stop();
    await store.close();
  }
};

/** Control: the same writers and reader on a bigserial, where positions are given early and seen late. */
const skippedOnASequence = async (database: ScratchDatabase, rounds: number): Promise<number> => {
  await database.look('create table naive (id bigserial primary key)');
  await database.look(sleepBeforeCommit('naive'));
  const clients = await Promise.all(
    Array.from({ length: WRITERS + 1 }, async () => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      return client;
    }),
  );
  const [reader, ...writers] = clients;
  let [last, seen, writing] = [0, 0, true];
  const read = async () => {
    const { rows } = await reader.query<{ id: string }>('select id from naive where id > $1 order by id', [last]);
    seen += rows.length;
    last = Number(rows.at(-1)?.id ?? last);
  };
  const reading = (async () => {
    while (writing) await read();
    await read();
  })();
  await Promise.all(
    writers.map(async (writer, index) => {
      for (let round = index; round < rounds; round += WRITERS) await writer.query('insert into naive default values');
    }),
  );
  writing = false;
  await reading;
  await Promise.all(clients.map((client) => client.end()));
  return rounds - seen;
};

/**
 * A transaction that takes a position and sleeps must not be overtaken: a reader past that position would never look
 * back.
 */
export const outOfOrderCommit: Fault = {
  id: 'F7',
  title: '乱序提交：取号后再睡，8 个写者 · out-of-order commit: 8 writers that sleep between position and commit',
  rounds: { everyday: 400, short: 2_000, long: 50_000 },
  play: async (stage, rounds, random) => {
    const { system } = await stage.scene();
    const database = await scratchDatabase(system, `out_of_order_${rounds}`);
    try {
      await migrateEventStore(database.url);
      await database.look(sleepBeforeCommit('es.events'));
      const { receipts, taken, seen } = await followed(database, rounds, random);
      const events = await database.look<LoggedEvent>(
        `select global_position::text as position, stream_id as stream, revision, event_id::text as id,
          metadata::json ->> 'commandId' as command, false as "byPolicy" from es.events order by global_position`,
      );
      const acknowledged = receipts.map(({ stream, revision, position }, index) => ({
        key: `append ${index}`,
        id: stream,
        streamVersion: revision + 1,
        position: position.toString(),
      }));
      const evidence = { acknowledged, unresolved: [], events, differing: [], setAside: [] };
      const [byReader, bySubscriber] = [seen, taken].map((positions) =>
        checkInvariants({ ...evidence, seen: positions }),
      );
      return {
        acknowledged: receipts.length,
        violations: { ...nothingViolated, ...byReader, skipped: [...byReader.skipped, ...bySubscriber.skipped] },
        breaches: events.length === rounds ? [] : [`${events.length} events for ${rounds} appends`],
        controls: { 'a reader of a bigserial skips': await skippedOnASequence(database, rounds) },
        measured: [`${WRITERS} writers, ${new Set(events.map(({ stream }) => stream)).size} streams`],
      };
    } finally {
      await database.drop();
    }
  },
};
