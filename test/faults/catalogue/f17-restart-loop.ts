import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { between } from '@minsheng/rehearsal';
import type { Observed } from '../../support/rehearsal';
import type { Fault } from '../fault';
import { underLoad, type Strike } from '../under-load';

/** Connections and locks that our processes hold on the server. */
interface Held {
  readonly connections: number;
  readonly locks: number;
}

const held = async ({ look }: Pick<Observed, 'look'>): Promise<Held> =>
  (
    await look<Held>(`
  select (select count(*)::int from pg_stat_activity where application_name like 'minsheng%') as connections,
         (select count(distinct pid)::int from pg_locks where locktype = 'advisory') as locks`)
  )[0];

const BACK_WITHIN_MS = 20_000;

/** What is still held beyond the baseline when the time is over; 0 as soon as it is gone. */
const surplus = async (system: Pick<Observed, 'look'>, baseline: Held, withinMs: number): Promise<number> => {
  for (const end = performance.now() + withinMs; ; await pause(100)) {
    const now = await held(system);
    const over = Math.max(0, now.connections - baseline.connections) + Math.max(0, now.locks - baseline.locks);
    if (over === 0 || performance.now() > end) return over;
  }
};

/** Control: connections that are never closed, one of them with a lock. */
const leftBehind = async ({ system }: Strike, baseline: Held): Promise<number> => {
  const clients = Array.from(
    { length: baseline.connections + 1 },
    () => new Client({ connectionString: system.system.postgresUrl, application_name: 'minsheng-left-behind' }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0].query('select pg_advisory_lock(1)');
  const seen = await surplus(system, baseline, 0);
  await Promise.all(clients.map((client) => client.end()));
  return seen;
};

/** Kills all at a random moment and starts all: three projectors boot together on the database as the crash left it. */
const restartAll = async ({ system, random }: Strike): Promise<void> => {
  await pause(between(random, 0, 3_000));
  const serverToo = random() < 0.5;
  await system.killAll({ server: serverToo });
  if (serverToo) await system.startPostgresAgain();
  system.startApps();
};

/** All processes are killed repeatedly, also while they start. */
export const restartLoop: Fault = {
  id: 'F17',
  title:
    '全部进程反复被杀并一同启动 · restart loop: all processes killed every 0–3 s, several projectors boot together',
  rounds: { short: 8, long: 120 },
  play: async (stage, rounds, random) => {
    let baseline: Held = { connections: 0, locks: 0 };
    return underLoad('F17', {
      prepare: async ({ system }) => {
        baseline = await held(system);
        system.anotherProjector();
        system.anotherProjector();
      },
      strike: async (strike) => {
        const { system, measure } = strike;
        for (let restarts = Math.ceil(between(random, 0.01, 3)); restarts > 0; restarts -= 1) await restartAll(strike);
        measure('restart until ready', await system.ready());
      },
      settle: async ({ system, breach }) => {
        await system.endOtherProjectors();
        const over = await surplus(system, baseline, BACK_WITHIN_MS);
        if (over > 0)
          breach(
            `${over} connections or locks more than before: ${JSON.stringify(await held(system))} ` +
              `against ${JSON.stringify(baseline)}`,
          );
        const migrated = await system.look<{ name: string }>(
          'select name from read.migrations group by name having count(*) > 1',
        );
        for (const { name } of migrated) breach(`the migration ${name} ran more than once`);
      },
      controls: async (strike) => ({ 'connections and a lock left behind': await leftBehind(strike, baseline) }),
    })(stage, rounds, random);
  },
};
