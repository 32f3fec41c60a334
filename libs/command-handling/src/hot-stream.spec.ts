import { randomUUID } from 'node:crypto';
import { defaultRules, type Actor } from '@minsheng/contracts';
import { InMemoryEventStore, type RecordedEvent } from '@minsheng/event-store';
import { CommandProcessor, type CommandOf, type Envelope } from '.';
import { KnownStreams } from './known-streams';
import { Turns } from './turns';

const project = '511400-2019-gardens001';
const clerk: Actor = { id: 'clerk', role: 'commission' };
const envelope = (): Envelope => ({ actor: clerk, on: '2019-12-01', commandId: randomUUID(), fingerprint: 'this request', correlationId: 'request 1' });
const open: CommandOf<'evaluation'> = { type: 'OpenEvaluation', data: { opensOn: '2019-11-20', closesOn: '2019-12-20', rulesVersion: 1, rules: defaultRules, leads: ['市住房和城乡建设局' as never] } };
const ticket = (number: number): CommandOf<'evaluation'> => ({ type: 'OpenRectification', data: { ticket: number.toString(16).padStart(32, '0') as never, level: 1 } });

/** Counts what is read of streams. */
class WatchedStore extends InMemoryEventStore {
  readonly counted: number[] = [];
  conflicts = 0;
  override async read(stream: string, from?: number): Promise<RecordedEvent[]> { const events = await super.read(stream, from); this.counted.push(events.length); return events; }
  override async append(...order: Parameters<InMemoryEventStore['append']>) { try { return await super.append(...order); } catch (error) { this.conflicts += 1; throw error; } }
}

describe('a hot stream', () => {
  it('sixty-four commands at once on one stream are decided one after the other, without a conflict', async () => {
    const store = new WatchedStore();
    const processor = new CommandProcessor(store);
    await processor.execute('evaluation', project, open, envelope());
    const receipts = await Promise.all(Array.from({ length: 64 }, (_, number) => processor.execute('evaluation', project, ticket(number), envelope())));
    expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual(Array.from({ length: 64 }, (_, number) => number + 2));
    expect(store.conflicts).toBe(0);
  });

  it('reads of its stream only what came since', async () => {
    const store = new WatchedStore();
    const processor = new CommandProcessor(store);
    await processor.execute('evaluation', project, open, envelope());
    for (let number = 0; number < 20; number += 1) await processor.execute('evaluation', project, ticket(number), envelope());
    expect(Math.max(...store.counted)).toBe(1);
  });

  it('never misses what another process wrote', async () => {
    const store = new InMemoryEventStore();
    const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
    await mine.execute('evaluation', project, open, envelope());
    await theirs.execute('evaluation', project, ticket(1), envelope());
    // Known here as opened only; the ticket of the other process is seen all the same, so it is not opened twice.
    expect(await mine.execute('evaluation', project, ticket(1), envelope())).toMatchObject({ streamVersion: 2 });
    expect(await store.head()).toBe(2n);
  });

  it('two processes at once lose nothing: a conflict is decided anew', async () => {
    const store = new InMemoryEventStore();
    const processors = [new CommandProcessor(store), new CommandProcessor(store)];
    await processors[0].execute('evaluation', project, open, envelope());
    for (let number = 0; number < 20; number += 1) await Promise.all(processors.map((processor, which) => processor.execute('evaluation', project, ticket(2 * number + which), envelope())));
    expect(Object.keys((await processors[0].load('evaluation', project)).state).length).toBeGreaterThan(0);
    expect((await processors[0].load('evaluation', project)).version).toBe(41);
  });
});

describe('turns', () => {
  it('come in the order in which they were asked for, and a failure holds nobody up', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const outcomes = await Promise.allSettled([
      turns.take('a', async () => { await new Promise((resolve) => { setImmediate(resolve); }); done.push('a1'); throw new Error('a1 failed'); }),
      turns.take('a', async () => { done.push('a2'); }),
      turns.take('b', async () => { done.push('b1'); }),
    ]);
    expect(done).toEqual(['b1', 'a1', 'a2']);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });
});

describe('known streams', () => {
  const picture = (version: number) => ({ state: {}, version, position: BigInt(version) });
  it('keep the newest picture, and the one looked at longest ago makes room', () => {
    const known = new KnownStreams(2);
    known.keep('a', picture(2));
    known.keep('a', picture(1)); // a slower reader comes late
    known.keep('b', picture(1));
    known.keep('a', picture(3));
    known.keep('c', picture(1));
    expect(['a', 'b', 'c'].map((stream) => known.get(stream)?.version)).toEqual([3, undefined, 1]);
  });
});
