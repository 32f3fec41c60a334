import { randomUUID } from 'node:crypto';
import { CommandProcessor } from '@minsheng/command-handling';
import { PersonTag, ProjectId } from '@minsheng/contracts';
import { migrateEventStore, PostgresEventStore, WrongRevision, type EventStore } from '@minsheng/event-store';
import { newSample } from '../contestants/ours';
import type { Helper } from '../harness/helper';

export interface HotLap {
  readonly perSecond: number;
  /** Appends that met a revision other than the one expected: surfaced, or decided again. */
  readonly conflicts: number;
}
export interface HotInput {
  readonly level: 'append' | 'command';
  readonly streams: number;
  readonly processors: number;
  readonly milliseconds: number;
}

const AT_ONCE = 64;
const PROJECT = ProjectId.parse('511400-2019-gardens001');

/** Sixty-four at a time, on so many streams. Appends expect nothing; commands change a rating repeatedly. */
export async function open({ url }: { readonly url: string }): Promise<Helper> {
  await migrateEventStore(url);
  const store = await PostgresEventStore.open({ connectionString: url, applicationName: 'bench-hot' });
  const watched = watching(store);
  let lap = 0;
  return {
    tasks: {
      lap: async ({ level, streams, processors: many, milliseconds }: HotInput): Promise<HotLap> => {
        const label = (lap += 1).toString(16).padStart(4, '0');
        const processors = Array.from({ length: many }, () => new CommandProcessor(watched.store));
        const before = watched.conflicts();
        const work =
          level === 'append'
            ? (worker: number) => appendTo(store, `hot-${label}-${worker % streams}`)
            : (worker: number) =>
                rate(processors[worker % many], `${label}${String(worker % streams).padStart(28, '0')}`);
        let done = 0;
        let surfaced = 0;
        const begin = performance.now();
        await Promise.all(
          Array.from({ length: AT_ONCE }, async (_, worker) => {
            while (performance.now() - begin < milliseconds) {
              await work(worker).then(
                () => {
                  done += 1;
                },
                (error: unknown) => {
                  if (!(error instanceof WrongRevision)) throw error;
                  surfaced += 1; // one of those counted below, or one of an append
                },
              );
            }
          }),
        );
        return {
          perSecond: (done / (performance.now() - begin)) * 1_000,
          conflicts: level === 'append' ? surfaced : watched.conflicts() - before,
        };
      },
    },
    close: () => store.close(),
  };
}

const appendTo = (store: EventStore, stream: string): Promise<unknown> =>
  store.append(stream, 'any', [newSample().event]);

function rate(processor: CommandProcessor, tag: string): Promise<unknown> {
  const raterTag = PersonTag.parse(tag);
  const envelope = {
    actor: { id: tag, role: 'public' as const },
    on: '2019-11-25',
    commandId: randomUUID(),
    fingerprint: 'rate',
    correlationId: 'bench',
  };
  return processor.execute(
    'rating',
    `${PROJECT}-${raterTag}`,
    { type: 'RecordRating', data: { raterTag, round: 1, repairs: 0, level: 4, badLevel: 2 } },
    envelope,
    PROJECT,
  );
}

/** The same store, counting appends refused for their revision: only here are conflicts seen that are decided again. */
function watching(store: EventStore): { readonly store: EventStore; conflicts(): number } {
  let conflicts = 0;
  const counted = async (answer: Promise<unknown>): Promise<unknown> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof WrongRevision) conflicts += 1;
      throw error;
    }
  };
  const proxy = new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: unknown[]) => Promise<unknown>;
      return /^append/.test(String(name)) ? (...args: unknown[]) => counted(method(...args)) : method;
    },
  });
  return { store: proxy, conflicts: () => conflicts };
}
