import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionOf, type IdOfList } from '@minsheng/contracts';
import { commandsOf, policies } from '@minsheng/domain';
import { InMemoryEventStore, type Append } from '@minsheng/event-store';
import { decoded, type SetAsideEntry } from '@minsheng/read-models';
import { streamOf } from '@minsheng/read-models/testing';
import pino from 'pino';
import { PolicyRunner } from './policy-runner';

const CONTRACTS = join(__dirname, '../../../../libs/contracts/src');
const REGION = '511400';
const ID = /"511400(-20\d\d(?:-[0-9a-z]{10})?)"/g;

interface Stored {
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
}
/** Each event in each of its versions, in the stream that it belongs to. */
const samples: readonly Stored[] = readdirSync(CONTRACTS, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.samples.txt'))
  .flatMap((path) => readFileSync(join(CONTRACTS, path), 'utf8').trim().split('\n'))
  .map((line) => {
    const [, type, version, data] = /^(\w+) (\d+) (.*)$/.exec(line)!;
    return { stream: streamOf({ type: type as never, data: JSON.parse(data) }), type, version: Number(version), data };
  });
/** The same in their streams with one of the ids in them of another region: one for each id. */
const strayed: readonly Stored[] = samples.flatMap((sample) =>
  [...sample.data.matchAll(ID)].map(({ 0: found, 1: rest, index }) => ({
    ...sample,
    data: `${sample.data.slice(0, index)}"330112${rest}"${sample.data.slice(index + found.length)}`,
  })),
);

const metadata = JSON.stringify({
  actor: { id: 'somebody', role: 'commission' },
  on: '2019-12-20',
  commandId: '00000000-0000-4000-8000-000000000001',
  correlationId: 'request',
});

/** Remembers which streams were read or written to. */
class WatchedEventStore extends InMemoryEventStore {
  readonly touched: string[] = [];
  override read(stream: string, from?: number) {
    this.touched.push(stream);
    return super.read(stream, from);
  }
  override appendGroup(members: readonly Append[]) {
    this.touched.push(...members.map(({ stream }) => stream));
    return super.appendGroup(members);
  }
}

/** What the runner does upon an event: which policies want to act elsewhere, which streams it touches, what waits. */
const actedUpon = async ({ stream, ...event }: Stored) => {
  const store = new WatchedEventStore();
  await store.append(stream, 'any', [{ id: '00000000-0000-4000-9000-000000000001', ...event, metadata }]);
  const [recorded] = await store.read(stream);
  const waiting: SetAsideEntry = { key: stream, subject: stream, since: 0n, reason: '' };
  const still = await new PolicyRunner(undefined as never, store, pino({ enabled: false })).actAgain([waiting], 1n);
  const { event: read, context } = decoded(recorded);
  const leaving = policies.filter((policy) =>
    commandsOf(policy, read, context.metadata).some(({ id }) => regionOf(id as IdOfList) !== REGION),
  );
  return { leaving: leaving.map(({ name }) => name), touched: store.touched, still };
};
const isElsewhere = (stream: string) => /-330112-/.test(stream);

describe('the policies', () => {
  it('touch no stream of another region, whatever an event names, and set its own aside', async () => {
    const tried = new Set<string>();
    for (const event of strayed) {
      const { leaving, touched, still } = await actedUpon(event);
      expect([event, touched.filter(isElsewhere)]).toEqual([event, []]);
      expect([event, still]).toEqual([
        event,
        leaving.length === 0
          ? []
          : [expect.objectContaining({ key: event.stream, reason: expect.stringContaining('CommandLeavesRegion') })],
      ]);
      leaving.forEach((name) => tried.add(name));
    }
    expect([...tried].sort()).toEqual(policies.map(({ name }) => name).sort());
  });
  it('act on every event whose ids are of its region', async () => {
    for (const event of samples) expect([event, (await actedUpon(event)).still]).toEqual([event, []]);
  });
});
