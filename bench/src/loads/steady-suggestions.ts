import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresEventStore } from '@minsheng/event-store';
import { fineClock } from '../harness/clock';
import type { Helper } from '../harness/helper';
import { suggestion } from './suggestions';

export interface SteadyInput {
  readonly perSecond: number;
  /** Number of the first suggestion. */ readonly first: number;
  readonly count: number;
}
/** When each append was called and answered, milliseconds of the day, in order. */
export interface SteadyTimes {
  readonly calledAt: readonly number[];
  readonly answeredAt: readonly number[];
}

/** A writer in its own process. */
export async function open({ url }: { readonly url: string }): Promise<Helper> {
  const store = await PostgresEventStore.open({ connectionString: url, applicationName: 'bench-writer' });
  return {
    tasks: {
      send: ({ perSecond, first, count }: SteadyInput) => {
        const prepared = Array.from({ length: count }, (_, place) => putTogether(suggestion(first + place)));
        collectGarbage(); // garbage of the preparation must not count
        return sendSteadily(store, prepared, perSecond);
      },
    },
    close: () => store.close(),
  };
}

type Suggestion = ReturnType<typeof suggestion>;

/** Appends suggestions at their due times, whether or not earlier ones were answered. */
function sendSteadily(
  store: PostgresEventStore,
  suggestions: readonly Suggestion[],
  perSecond: number,
): Promise<SteadyTimes> {
  // allocated at full length: growing leaves garbage
  const [calledAt, answeredAt] = [0, 0].map(() => new Array<number>(suggestions.length).fill(0));
  const now = fineClock();
  return new Promise((resolve, reject) => {
    let left = suggestions.length;
    const send = async (): Promise<void> => {
      const begin = now();
      for (let sent = 0; sent < suggestions.length; await pause(1))
        for (; sent < suggestions.length && now() >= begin + (sent * 1_000) / perSecond; sent += 1) {
          const [place, { stream, event }] = [sent, suggestions[sent]];
          calledAt[place] = now();
          store.append(stream, 'no stream', [event]).then(() => {
            answeredAt[place] = now();
            left -= 1;
            if (left === 0) resolve({ calledAt, answeredAt });
          }, reject);
        }
    };
    send().catch(reject);
  });
}

/** Concatenated strings are flattened when first sent; that belongs to the preparation. */
function putTogether(entry: Suggestion): Suggestion {
  for (const text of [entry.stream, entry.event.id, entry.event.data, entry.event.metadata]) Buffer.byteLength(text);
  return entry;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
