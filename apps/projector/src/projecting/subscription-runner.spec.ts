import { setTimeout as pause } from 'node:timers/promises';
import {
  EventStoreBusy,
  EventStoreUnavailable,
  InMemoryEventStore,
  WrongRevision,
  type RecordedEvent,
} from '@minsheng/event-store';
import { projections, readAllSetAside, SetAside, type SetAsideEntry } from '@minsheng/read-models';
import pino from 'pino';
import { CheckpointMoved, type Checkpoint, type Lease } from './checkpoint';
import { SubscriptionRunner, type Subscriber } from './subscription-runner';
import { commitment, openLedger, policyRunner, projectId, runnerOf, type OpenedLedger } from '../testing/opened-ledger';

const until = async (condition: () => boolean | Promise<boolean>) => {
  for (const end = performance.now() + 8_000; !(await condition()); await pause(10))
    if (performance.now() > end) throw new Error('it never came to that');
};
const silent = pino({ level: 'silent' });
const event = (place: number) => ({
  id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
  type: 'Anything',
  version: 1,
  data: '{}',
  metadata: '{}',
});

/** Subscribes to a log in memory; `fails` says what goes wrong when an event is applied. */
class Listener implements Subscriber, Checkpoint {
  readonly name = 'listener';
  at = 0n;
  epoch = 0;
  halted?: string;
  paused = false;
  readonly applied: bigint[] = [];
  readonly batches: number[] = [];
  constructor(
    private readonly fails: (event: RecordedEvent) => unknown = () => undefined,
    private readonly writes = true,
  ) {}
  async acquire() {
    if (this.paused || this.halted !== undefined) return undefined;
    this.epoch += 1;
    return { epoch: String(this.epoch), position: this.at, setAside: new SetAside() };
  }
  async move(lease: Lease, to: bigint) {
    if (lease.epoch !== String(this.epoch) || lease.position !== this.at) throw new CheckpointMoved('moved');
    lease.position = this.at = to;
  }
  async halt(_: Lease, at: bigint, reason: string) {
    [this.at, this.halted] = [at, reason];
  }
  async release(_: Lease, at: bigint) {
    this.at = at;
  }
  async apply(lease: Lease, events: readonly RecordedEvent[]): Promise<readonly SetAsideEntry[]> {
    this.batches.push(events.length);
    for (const event of events) {
      const error = this.fails(event);
      if (error) throw error;
    }
    if (this.writes) await this.move(lease, events[events.length - 1].position);
    this.applied.push(...events.map(({ position }) => position));
    return [];
  }
}
const follow = (store: InMemoryEventStore, listener: Listener) =>
  new SubscriptionRunner(store, listener, listener, silent);
const logOf = async (length: number) => {
  const store = new InMemoryEventStore();
  for (let place = 1; place <= length; place += 1) await store.append('anything', 'any', [event(place)]);
  return store;
};

describe('a subscriber', () => {
  it('applies the log from its checkpoint, in order, and then what is new', async () => {
    const store = await logOf(3);
    const listener = new Listener();
    const subscriber = follow(store, listener);
    await until(() => listener.at === 3n);
    await store.append('anything', 'any', [event(4)]);
    await until(() => listener.at === 4n);
    expect(listener.applied).toEqual([1n, 2n, 3n, 4n]);
    await subscriber.stop();
  });
  it('takes at most a thousand events at once', async () => {
    const listener = new Listener();
    const subscriber = follow(await logOf(2_500), listener);
    await until(() => listener.at === 2_500n);
    expect(listener.batches).toEqual([1_000, 1_000, 500]);
    await subscriber.stop();
  });
  it.each([
    ['a database that restarts', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    [
      'a lost connection inside a query error',
      Object.assign(new Error('query failed'), { driverError: { code: 'ECONNRESET' } }),
    ],
    ['a deadlock', Object.assign(new Error('deadlock detected'), { code: '40P01' })],
    ['a connection that ended', new Error('Connection terminated unexpectedly')],
    ['a log that cannot be reached', new EventStoreUnavailable('gone')],
    ['a log that is busy', new EventStoreBusy(1)],
    ['another writer that was faster', new WrongRevision('delivery-x', 3, 4)],
    ['another projector that was faster', new CheckpointMoved('moved')],
  ])('tries again after %s, and skips nothing', async (_what, error) => {
    let failures = 2;
    const listener = new Listener(({ position }) => (position === 2n && failures-- > 0 ? error : undefined));
    const subscriber = follow(await logOf(3), listener);
    await until(() => listener.at === 3n);
    expect(listener.applied).toEqual([1n, 2n, 3n]);
    expect(listener.halted).toBeUndefined();
    await subscriber.stop();
  });
  it('halts right before an event that it cannot apply: everything before counts, nothing behind', async () => {
    const listener = new Listener(({ position }) => (position === 3n ? new TypeError('no such shape') : undefined));
    const store = await logOf(5);
    const subscriber = follow(store, listener);
    await until(() => listener.halted !== undefined);
    await store.append('anything', 'any', [event(6)]);
    await pause(50);
    expect(listener).toMatchObject({ at: 2n, halted: 'TypeError: no such shape', applied: [1n, 2n] });
    await subscriber.stop();
  });
  it('tries a halted event again once it is asked to, and skips nothing', async () => {
    let broken = true;
    const listener = new Listener(({ position }) => (position === 3n && broken ? new TypeError('a bug') : undefined));
    const subscriber = follow(await logOf(4), listener);
    await until(() => listener.halted !== undefined);
    broken = false;
    listener.halted = undefined; // what `retry` does
    await until(() => listener.at === 4n);
    expect(listener.applied).toEqual([1n, 2n, 3n, 4n]);
    await subscriber.stop();
  });
  it('stands still while it is paused, and goes on from there', async () => {
    const store = await logOf(2);
    const listener = new Listener();
    const subscriber = follow(store, listener);
    await until(() => listener.at === 2n);
    [listener.paused, listener.epoch] = [true, listener.epoch + 1]; // what `pause` does
    await store.append('anything', 'any', [event(3)]);
    await pause(300);
    expect(listener.at).toBe(2n);
    listener.paused = false;
    await until(() => listener.at === 3n);
    expect(listener.applied).toEqual([1n, 2n, 3n]);
    await subscriber.stop();
  });
  it('counts events that changed nothing soon, many of them by one move', async () => {
    const store = await logOf(0);
    const listener = new Listener(undefined, false);
    const moves = jest.spyOn(listener, 'move');
    const subscriber = follow(store, listener);
    for (let place = 1; place <= 50; place += 1) await store.append('anything', 'any', [event(place)]);
    await until(() => listener.at === 50n);
    expect(moves.mock.calls.length).toBeLessThan(25);
    await subscriber.stop();
  });
  it('counts them also when it stops before', async () => {
    const listener = new Listener(undefined, false);
    const subscriber = follow(await logOf(2), listener);
    await until(() => listener.applied.length === 2);
    await subscriber.stop();
    expect(listener.at).toBe(2n);
  });
  it('stops while it follows, and applies nothing afterwards', async () => {
    const store = await logOf(1);
    const listener = new Listener();
    const subscriber = follow(store, listener);
    await until(() => listener.at === 1n);
    await subscriber.stop();
    await store.append('anything', 'any', [event(2)]);
    await pause(30);
    expect(listener.at).toBe(1n);
  });
});

describe('a poison event', () => {
  let ledger: OpenedLedger;
  beforeAll(async () => {
    ledger = await openLedger();
  });
  afterAll(() => ledger.close());

  it('holds up only the row and the stream it belongs to, and nobody halts', async () => {
    await ledger.send('candidate', projectId(1), { type: 'ProposeCandidate', data: commitment() });
    const stream = `rating-${projectId(1)}-${'a'.repeat(32)}`;
    await ledger.dataSource.query(
      `insert into es.events (global_position, revision, recorded_at, event_id, stream_id, type, shape_version, data,
        metadata) values (2, 0, now(), gen_random_uuid(), $1, 'ProjectApplauded', 1, '{}', '{}')`,
      [stream],
    );
    await ledger.send('candidate', projectId(2), { type: 'ProposeCandidate', data: commitment() });

    const subscribers = [...projections.map((projection) => runnerOf(ledger, projection)), policyRunner(ledger)].map(
      ({ follows, checkpoint }) => new SubscriptionRunner(ledger.store, follows, checkpoint, ledger.log),
    );
    await until(async () => {
      const checkpoints = await ledger.dataSource.query('select position::int from read.checkpoint');
      return (
        checkpoints.length === projections.length + 1 &&
        checkpoints.every(({ position }: { position: number }) => position === 3)
      );
    });
    await Promise.all(subscribers.map((subscriber) => subscriber.stop()));

    const reason = 'Error: No event is called ProjectApplauded';
    expect(Object.fromEntries(await readAllSetAside(ledger.dataSource))).toEqual({
      policies: [{ key: stream, subject: projectId(1), since: 2n, reason }],
      rating_tally: [{ key: projectId(1), subject: projectId(1), since: 2n, reason }],
    });
    expect(await ledger.dataSource.query('select halted from read.checkpoint where halted is not null')).toEqual([]);
    expect(await ledger.dataSource.query('select count(*)::int as projects from read.project')).toEqual([
      { projects: 2 },
    ]);
    expect(
      ledger.logged
        .filter(({ msg }) => msg === 'set aside')
        .map(({ subscriber, key }) => [subscriber, key])
        .sort(),
    ).toEqual([
      ['policies', `rating-${projectId(1)}-…`],
      ['rating_tally', projectId(1)],
    ]);
  });
});
