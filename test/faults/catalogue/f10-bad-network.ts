import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { between } from '@minsheng/rehearsal';
import type { Fault } from '../fault';
import { underLoad, type Strike } from '../under-load';

const SERVED_BAR_MS = 10_000;
const HANG_BAR_MS = 10_000;
/** One black hole in so many rounds outlasts every time limit of api and projector. */
const LONG_SILENCE = { every: 30, ms: 25_000 };
const STRUCK_WITHIN_MS = 2_000;

const hasStruck = async ({ system: { proxy } }: Strike): Promise<void> => {
  for (const end = performance.now() + STRUCK_WITHIN_MS; !proxy.hasStruck && performance.now() < end;) await pause(5);
};

/** Each lasts as long as it says; then the network recovers. */
const kinds: readonly ((strike: Strike, round: number) => Promise<unknown> | unknown)[] = [
  ({ system: { proxy } }) => proxy.reset(),
  async ({ system: { proxy }, random }) => {
    proxy.becomes({ halfOpen: true });
    await pause(between(random, 50, 400));
    proxy.cutClients();
  },
  async ({ system: { proxy }, random }) => {
    proxy.becomes({ delay: Math.round(between(random, 2, 40)) });
    await pause(between(random, 100, 400));
  },
  async (strike) => {
    strike.system.proxy.becomes({ cutAfter: Math.round(between(strike.random, 1, 4_000)) });
    await hasStruck(strike);
  },
  async (strike) => {
    strike.system.proxy.becomes({ dropReplyTo: /^minsheng-api append$/ });
    await hasStruck(strike);
  },
  async ({ system: { proxy }, random }, round) => {
    proxy.becomes({ silent: true });
    await pause(round % LONG_SILENCE.every === LONG_SILENCE.every - 1 ? LONG_SILENCE.ms : between(random, 50, 600));
  },
];

/** Control: a writer without a key whose answer is lost cannot know, sends again, and has written twice. */
const writtenTwiceWithoutAKey = async ({ system }: Strike): Promise<number> => {
  await system.look('create table public.naive (note text)');
  const write = async (meanwhile: () => void = () => undefined) => {
    const client = new Client({ connectionString: system.proxied, application_name: 'naive' });
    client.on('error', () => undefined); // the query under way rejects
    await client.connect();
    meanwhile();
    await client.query(`insert into public.naive values ('once')`).finally(() => client.end().catch(() => undefined));
  };
  await write(() => {
    system.proxy.becomes({ dropReplyTo: /^naive$/ });
  }).catch(() => write());
  system.proxy.clearsUp();
  const [{ written }] = await system.look<{ written: string }>('select count(*) as written from public.naive');
  await system.look('drop table public.naive');
  return Number(written) - 1;
};

/**
 * The network between api, projector and PostgreSQL loses, delays and cuts; above all it loses answers to completed
 * work.
 */
export const badNetwork: Fault = {
  id: 'F10',
  title:
    '数据库连接：重置、黑洞、半开、缓慢、截断、提交的答复丢失 · ' +
    'database connections: reset, black hole, half-open, slow, cut, reply to COMMIT dropped',
  rounds: { everyday: 12, short: 120, long: 5_000 },
  play: underLoad('F10', {
    strike: async (strike, round) => {
      await kinds[round % kinds.length](strike, round);
      strike.system.proxy.clearsUp();
      strike.measure('served again', await strike.load.goesOn(), SERVED_BAR_MS);
    },
    settle: ({ journal, measure, breach }) => {
      measure('a request', journal.slowest, HANG_BAR_MS);
      for (const { key, detail } of journal.lines) if (detail?.includes('JSON')) breach(`half an answer to ${key}`);
    },
    controls: async (strike) => ({
      'an answer lost, asked again without a key': await writtenTwiceWithoutAKey(strike),
    }),
  }),
};
