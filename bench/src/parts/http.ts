import { baseline, rate, ratio, time } from '../figures/compared';
import type { Result } from '../figures/figure';
import { emptyDatabase, type Bench } from '../harness/bench';
import { hire, type Hired } from '../harness/hire';
import { onCore } from '../harness/pinned';
import { interleaved } from '../harness/rounds';
import type { Answered, Load } from '../loads/http-load';
import type { Behind, Served } from '../loads/http-server';
import { loadRealApi } from './real-api';

const BEHIND: readonly Behind[] = ['fastify', 'nest', 'decided', 'inserted', 'durable'];
const BODY = { raterTag: 'a'.repeat(32), round: 1, repairs: 0, level: 4, badLevel: 2 };
/** 5.11 binds an async resource to each request with a body, which halves the throughput of Node 20. */
const OLDEST_FASTIFY = [5, 12, 8];

export async function http({ server, folder, quick, rounds, say }: Bench): Promise<Result> {
  const [serverCore, loadCore] = [onCore(0), onCore(1)];
  const hired: Hired[] = [];
  try {
    const load = await hire('loads/http-load', {}, { before: loadCore });
    hired.push(load);
    const latencies = new Map<string, Answered[]>();
    const answered = async (name: string, how: Omit<Load, 'seconds'>, seconds = quick ? 1 : 4): Promise<number> => {
      const answered = await load.ask<Answered>('load', { ...how, seconds } satisfies Load);
      latencies.set(name, [...(latencies.get(name) ?? []), answered]);
      return answered.perSecond;
    };
    const measurements: Record<string, () => Promise<number>> = {};
    for (const behind of BEHIND) {
      const helper = await hire(
        'loads/http-server',
        { behind, url: await emptyDatabase(server, `bench_http_${behind}`) },
        { before: serverCore },
      );
      hired.push(helper);
      const { url, fastify } = await helper.ask<Served>('served');
      if (isOlder(fastify))
        throw new Error(`Fastify ${fastify} runs ${behind}: it must be ${OLDEST_FASTIFY.join('.')} or newer`);
      // a cold process answers a tenth of its later rate
      await answered('warming up', { url, body: BODY }, quick ? 1 : 4);
      measurements[behind] = () => answered(behind, { url, body: BODY });
    }
    const rates = await interleaved<string>(rounds, measurements, (round) =>
      say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`),
    );
    const api = await loadRealApi(folder, (how) => answered('api', how), Math.min(rounds, 3));
    const waits = (share: 'p50' | 'p99') => latencies.get('durable')!.map((answered) => answered[share]);
    return {
      part: 'http',
      title: '接口 · Commands over HTTP, 64 connections',
      drawn: '/s',
      method: [
        'One route takes a rating as JSON. Bare Fastify checks it with a schema and answers; Nest parses it with ' +
          'the contract’s schema and sends it over the CommandBus, whose handler answers at once, or has the ' +
          'CommandProcessor decide and encode it. What that comes to is then dropped, written by one INSERT over ' +
          'a pool of 16, or appended to the log (durable): the three differ in that alone.',
        serverCore.length > 0
          ? 'Each server is a process on core 0, the load (autocannon) on core 1; the database takes what is left ' +
            'of both.'
          : 'Servers and load were not kept on cores of their own here.',
        'The whole api is the built one with tokens, idempotency keys, the vault and the projector beside it: a ' +
          'resident’s suggestion per request. It has no bar.',
      ],
      figures: [
        baseline('bare Fastify', rates.fastify),
        baseline('Nest with CommandBus, nothing behind it', rates.nest),
        baseline('the command without its append', rates.decided),
        baseline('the command with one INSERT', rates.inserted),
        rate('durable command', rates.durable),
        rate('the whole api, a suggestion', api),
        ratio('durable command, to the same route without append', rates.durable, rates.decided, 0.5),
        ratio('durable command, to one INSERT per request', rates.durable, rates.inserted, 1.8),
        ratio('durable command, to Nest with nothing behind it', rates.durable, rates.nest),
        ratio('Nest with CommandBus, to bare Fastify', rates.nest, rates.fastify, 0.6),
        time('durable command, p50', waits('p50')),
        time('durable command, p99', waits('p99')),
      ],
    };
  } finally {
    await Promise.all(hired.map((helper) => helper.dismiss()));
  }
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  const different = OLDEST_FASTIFY.findIndex((part, index) => parts[index] !== part);
  return different !== -1 && !(parts[different] > OLDEST_FASTIFY[different]);
}
