import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresEventStore } from '@minsheng/event-store';
import { fineClock } from '../harness/clock';
import type { Helper } from '../harness/helper';
import { suggestion } from './suggestions';

export interface SteadyInput { readonly perSecond: number; /** Place of the first suggestion. */ readonly first: number; readonly count: number }
/** When each was handed in and when its append was answered, milliseconds of the day, in the order of their places. */
export interface SteadyTimes { readonly calledAt: readonly number[]; readonly answeredAt: readonly number[] }

/** Hands in suggestions at their due times, whether or not those before were answered. */
export async function open({ url }: { readonly url: string }): Promise<Helper> {
  const store = await PostgresEventStore.open({ connectionString: url, applicationName: 'bench-writer' });
  return {
    tasks: {
      send: async ({ perSecond, first, count }: SteadyInput): Promise<SteadyTimes> => {
        const prepared = Array.from({ length: count }, (_, place) => suggestion(first + place));
        for (const { stream, event } of prepared) [stream, event.id, event.data, event.metadata].forEach((text) => Buffer.byteLength(text)); // puts their texts together, which would else be done, and kept, when they are sent
        const [calledAt, answeredAt] = [new Float64Array(count), new Float64Array(count)];
        collectGarbage(); // what the preparation left is not of the measurement
        const now = fineClock();
        let answers = 0;
        let [answeredAll, failed]: [() => void, (error: unknown) => void] = [() => {}, () => {}];
        const all = new Promise<void>((resolve, reject) => { [answeredAll, failed] = [resolve, reject]; });
        const answered = (place: number) => {
          answeredAt[place] = now();
          answers += 1;
          if (answers === count) answeredAll();
        };
        const begin = now();
        for (let sent = 0; sent < count; await pause(1))
          for (; sent < count && now() >= begin + (sent * 1_000) / perSecond; sent += 1) {
            const [place, { stream, event }] = [sent, prepared[sent]];
            calledAt[place] = now();
            store.append(stream, 'no stream', [event]).then(() => answered(place), failed);
          }
        await all;
        return { calledAt: [...calledAt], answeredAt: [...answeredAt] };
      },
    },
    close: () => store.close(),
  };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
