import type { RunningPostgres } from '@minsheng/local-system';
import type { ContestantOptions, Lap } from '../contestants/contestant';
import { emptyDatabase, withClient } from '../harness/bench';
import { hire, type Hired } from '../harness/hire';
import { interleaved } from '../harness/rounds';
import { cpuOfServer } from '../harness/server-cpu';

/** One contestant at one concurrency. */
export interface Entry {
  /** Module in `contestants/`. */
  readonly contestant: string;
  readonly concurrency: number;
  readonly connections?: number;
}
export interface Race {
  readonly rounds: number;
  readonly milliseconds: number;
  readonly onRound?: (round: number) => void;
}

/** Events per second and microseconds of processor time per event (Node and server together), by round. */
export interface Times {
  readonly rate: number[];
  readonly cpu: number[];
}

const WARM_UP_MS = 1_000;

/**
 * Every contestant has its own process and database on the same server, and they take turns. The first lap of each is a
 * warm-up and does not count. Each lap begins with empty tables: otherwise the one that has written most would write to
 * the largest index.
 */
export async function race<Name extends string>(
  server: RunningPostgres,
  entries: Readonly<Record<Name, Entry>>,
  { rounds, milliseconds, onRound }: Race,
): Promise<Record<Name, Times>> {
  const helpers = new Map<string, Hired>();
  const cpu = new Map<string, number[]>();
  const emptied = async (key: string): Promise<Hired> => {
    const helper = helpers.get(key)!;
    const tables = await helper.ask<string>('tables');
    // the log refuses to be emptied; the superuser of this server may pass its triggers by
    const emptying = `set session_replication_role = replica; truncate ${tables}; checkpoint`;
    await withClient(server.url(`bench_${key}`), (client) => client.query(emptying));
    return helper;
  };
  const keyOf = ({ contestant, connections }: Entry) => `${contestant}${connections ?? ''}`.replaceAll('-', '_');
  try {
    for (const entry of Object.values<Entry>(entries)) {
      const key = keyOf(entry);
      if (!helpers.has(key)) {
        const options: ContestantOptions = {
          url: await emptyDatabase(server, `bench_${key}`),
          connections: entry.connections,
        };
        helpers.set(key, await hire(`contestants/${entry.contestant}`, options));
      }
      await (
        await emptied(key)
      ).ask('lap', { concurrency: entry.concurrency, milliseconds: Math.min(WARM_UP_MS, milliseconds) });
    }
    const measurements = Object.fromEntries(
      Object.entries<Entry>(entries).map(([name, entry]) => [
        name,
        async () => {
          const helper = await emptied(keyOf(entry));
          const before = cpuOfServer(server.pid);
          const lap = await helper.ask<Lap>('lap', { concurrency: entry.concurrency, milliseconds });
          cpu.set(name, [
            ...(cpu.get(name) ?? []),
            (lap.cpuMicroseconds + cpuOfServer(server.pid) - before) / lap.events,
          ]);
          return (lap.events / lap.milliseconds) * 1_000;
        },
      ]),
    ) as Record<Name, () => Promise<number>>;
    const rates = await interleaved(rounds, measurements, onRound);
    return Object.fromEntries(
      Object.entries<number[]>(rates).map(([name, rate]) => [name, { rate, cpu: cpu.get(name)! }]),
    ) as Record<Name, Times>;
  } finally {
    await Promise.all([...helpers.values()].map((helper) => helper.dismiss()));
  }
}
