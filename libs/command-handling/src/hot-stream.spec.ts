import { randomUUID } from 'node:crypto';
import { defaultRules, type Actor } from '@minsheng/contracts';
import { EventStoreUnavailable, InMemoryEventStore, type Append, type RecordedEvent } from '@minsheng/event-store';
import { CommandProcessor, type CommandIn, type Envelope } from '.';
import { StreamStateCache } from './stream-state-cache';
import { StreamLines } from './stream-lines';

const project = '511400-2019-gardens001';
const clerk: Actor = { id: 'clerk', role: 'commission' };
const envelope = (): Envelope => ({
  actor: clerk,
  on: '2019-12-01',
  commandId: randomUUID(),
  fingerprint: 'this request',
  correlationId: 'request 1',
});
const open: CommandIn<'evaluation'> = {
  type: 'OpenEvaluation',
  data: {
    opensOn: '2019-11-20',
    closesOn: '2019-12-20',
    rulesVersion: 1,
    rules: defaultRules,
    leads: ['市住房和城乡建设局' as never],
  },
};
const ticket = (number: number): CommandIn<'evaluation'> => ({
  type: 'OpenRectification',
  data: { ticket: number.toString(16).padStart(32, '0') as never, level: 1 },
});

/** Counts calls, and what is read of streams. */
class WatchedStore extends InMemoryEventStore {
  readonly counted: number[] = [];
  readonly groups: number[] = [];
  appends = 0;
  conflicts = 0;
  override async read(stream: string, from?: number): Promise<RecordedEvent[]> {
    const events = await super.read(stream, from);
    if (stream !== 'calendar-CN') this.counted.push(events.length); // the notices on holidays are read once
    return events;
  }
  override append(...order: Parameters<InMemoryEventStore['append']>) {
    this.appends += 1;
    return this.watched(super.append(...order));
  }
  override appendGroup(members: readonly Append[]) {
    this.groups.push(members.length);
    return this.watched(super.appendGroup(members));
  }
  private async watched<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.conflicts += 1;
      throw error;
    }
  }
}

describe('a hot stream', () => {
  it(
    'sixty-four commands at once are decided one upon the other and written by a few calls, without a ' + 'conflict',
    async () => {
      const store = new WatchedStore();
      const processor = new CommandProcessor(store);
      await processor.execute('evaluation', project, open, envelope());
      store.groups.length = 0;
      const receipts = await Promise.all(
        Array.from({ length: 64 }, (_, number) => processor.execute('evaluation', project, ticket(number), envelope())),
      );
      expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual(
        Array.from({ length: 64 }, (_, number) => number + 2),
      );
      expect(store).toMatchObject({ groups: [32, 32], conflicts: 0 });
    },
  );

  it('is not read as long as what is known of it holds', async () => {
    const store = new WatchedStore();
    const processor = new CommandProcessor(store);
    await processor.execute('evaluation', project, open, envelope());
    for (let number = 0; number < 20; number += 1)
      await processor.execute('evaluation', project, ticket(number), envelope());
    expect(store.counted).toEqual([]);
    await new CommandProcessor(store).execute('evaluation', project, ticket(20), envelope());
    expect(store.counted).toEqual([21]);
  });

  it('is read once by a process that did not know it, and meets no conflict with itself afterwards', async () => {
    const store = new WatchedStore();
    await new CommandProcessor(store).execute('evaluation', project, open, envelope());
    const processor = new CommandProcessor(store);
    for (let number = 0; number < 5; number += 1)
      await processor.execute('evaluation', project, ticket(number), envelope());
    expect(store).toMatchObject({ counted: [1], conflicts: 0 });
  });

  it('answers each command of a breath on its own: taken, refused, repeated, without effect', async () => {
    const store = new WatchedStore();
    const processor = new CommandProcessor(store);
    await processor.execute('evaluation', project, open, envelope());
    const [first, again] = [envelope(), envelope()];
    const outcomes = await Promise.allSettled([
      processor.execute('evaluation', project, ticket(1), first),
      processor.execute('evaluation', project, open, envelope()),
      processor.execute('evaluation', project, ticket(2), again),
      processor.execute('evaluation', project, ticket(2), again),
      processor.execute('evaluation', project, ticket(1), envelope()),
      processor.execute('evaluation', project, ticket(3), { ...envelope(), expectedVersion: 1 }),
      processor.execute('evaluation', project, ticket(4), { ...first, fingerprint: 'another request' }),
    ]);
    expect(
      outcomes.map((outcome) =>
        outcome.status === 'fulfilled'
          ? outcome.value.streamVersion
          : (outcome.reason.code ?? outcome.reason.constructor.name),
      ),
    ).toEqual([2, 'EVALUATION_ALREADY_OPEN', 3, 3, 3, 'StaleVersion', 'CommandKeyReused']);
  });

  it('never lets a command rest on one that was not taken', async () => {
    const store = new WatchedStore();
    const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
    await mine.execute('evaluation', project, open, envelope());
    await theirs.execute('evaluation', project, ticket(5), envelope());
    // Mine knows nothing of ticket 5; decided together on that, the first would fail and the second fill the place
    // meant for it.
    const receipts = await Promise.all(
      [ticket(7), ticket(5), ticket(8)].map((evaluationCommand) =>
        mine.execute('evaluation', project, evaluationCommand, envelope()),
      ),
    );
    // that there is nothing to do for ticket 5 is said last
    expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual([3, 4, 4]);
    expect(
      (await store.read(`evaluation-${project}`)).slice(1).map(({ data }) => JSON.parse(data).ticket.slice(-1)),
    ).toEqual(['5', '7', '8']);
  });

  describe('sends what rests on events under way', () => {
    /**
     * Tickets 1 to 16 at once, of which 9 to 16 rest on 1 to 8; meanwhile another process has opened eight of its own,
     * 9 among them.
     */
    const sixteenBehindAnother = async (store: InMemoryEventStore) => {
      const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
      await mine.execute('evaluation', project, open, envelope());
      for (const number of [9, 21, 22, 23, 24, 25, 26, 27])
        await theirs.execute('evaluation', project, ticket(number), envelope());
      await Promise.all(
        Array.from({ length: 16 }, (_, number) => mine.execute('evaluation', project, ticket(number + 1), envelope())),
      );
      return (await store.read(`evaluation-${project}`))
        .slice(1)
        .map(({ data }) => Number.parseInt(JSON.parse(data).ticket, 16));
    };
    const theirs = [9, 21, 22, 23, 24, 25, 26, 27];

    it('so that it is refused with them, also where others wrote as many', async () => {
      expect(await sixteenBehindAnother(new InMemoryEventStore())).toEqual([
        ...theirs,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
      ]);
    });

    it('which a revision alone would not do: the control', async () => {
      class RevisionsOnly extends InMemoryEventStore {
        override appendGroup(members: readonly Append[]) {
          return super.appendGroup(
            members.map((member) =>
              typeof member.expected === 'object' ? { ...member, expected: member.expected.revision } : member,
            ),
          );
        }
      }
      expect((await sixteenBehindAnother(new RevisionsOnly())).filter((number) => number === 9)).toHaveLength(2);
    });

    it('and again, where it came before them', async () => {
      class SlowFirst extends WatchedStore {
        override appendGroup(members: readonly Append[]) {
          return typeof members[0].expected === 'object'
            ? super.appendGroup(members)
            : Promise.resolve().then(() => super.appendGroup(members));
        }
      }
      const store = new SlowFirst();
      const processor = new CommandProcessor(store);
      await processor.execute('evaluation', project, open, envelope());
      const receipts = await Promise.all(
        Array.from({ length: 16 }, (_, number) => processor.execute('evaluation', project, ticket(number), envelope())),
      );
      expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual(
        Array.from({ length: 16 }, (_, number) => number + 2),
      );
      expect(store).toMatchObject({ groups: [8, 8, 8], conflicts: 1 });
    });

    it('which are other events where the same commands were decided otherwise, as by another build', async () => {
      const store = new InMemoryEventStore();
      const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
      await mine.execute('evaluation', project, open, envelope());
      const signed = Array.from({ length: 16 }, envelope);
      for (let number = 0; number < 8; number += 1)
        await theirs.execute('evaluation', project, ticket(100 + number), signed[number]);
      const receipts = await Promise.all(
        signed.map((each, number) => mine.execute('evaluation', project, ticket(number), each)),
      );
      expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual(
        Array.from({ length: 16 }, (_, number) => number + 2),
      );
      expect((await mine.load('evaluation', project)).state).toEqual(
        (await new CommandProcessor(store).load('evaluation', project)).state,
      );
    });

    it('but a command that comes twice, which waits until the first is settled', async () => {
      const store = new WatchedStore();
      const processor = new CommandProcessor(store);
      await processor.execute('evaluation', project, open, envelope());
      const signed = Array.from({ length: 15 }, envelope);
      const receipts = await Promise.all(
        [...signed, signed[0]].map((each, number) => processor.execute('evaluation', project, ticket(number), each)),
      );
      expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual([
        ...Array.from({ length: 15 }, (_, number) => number + 2),
        2,
      ]);
      expect(store.groups).toEqual([8, 7]);
    });

    it('and are all answered where another process took the first half and some of the second', async () => {
      const store = new InMemoryEventStore();
      const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
      await mine.execute('evaluation', project, open, envelope());
      const orders = Array.from({ length: 16 }, (_, number) => ({ command: ticket(number), signed: envelope() }));
      for (const { command, signed } of [...orders.slice(0, 8), orders[9]])
        await theirs.execute('evaluation', project, command, signed);
      const receipts = await Promise.all(
        orders.map(({ command, signed }) => mine.execute('evaluation', project, command, signed)),
      );
      expect(receipts.map(({ streamVersion }) => streamVersion).sort((receipt, other) => receipt - other)).toEqual(
        Array.from({ length: 16 }, (_, number) => number + 2),
      );
      expect(await store.head()).toBe(17n);
    });

    it('and says what is not known: whether those it rests on were taken, or it itself', async () => {
      const store = new WatchedStore();
      const processor = new CommandProcessor(store);
      await processor.execute('evaluation', project, open, envelope());
      const appendGroup = store.appendGroup.bind(store);
      jest.spyOn(store, 'appendGroup').mockImplementationOnce((members) =>
        appendGroup(members).then(() => {
          throw new EventStoreUnavailable('the answer was lost');
        }),
      );
      const outcomes = await Promise.allSettled(
        Array.from({ length: 16 }, (_, number) => processor.execute('evaluation', project, ticket(number), envelope())),
      );
      expect(outcomes.map(({ status }) => status)).toEqual([
        ...Array<string>(8).fill('rejected'),
        ...Array<string>(8).fill('fulfilled'),
      ]);
      expect(await store.head()).toBe(17n);
      expect((await processor.load('evaluation', project)).version).toBe(17);
    });
  });

  it('tells everybody of a breath when the log does not answer, and goes on afterwards', async () => {
    const store = new WatchedStore();
    const processor = new CommandProcessor(store);
    await processor.execute('evaluation', project, open, envelope());
    jest.spyOn(store, 'appendGroup').mockRejectedValueOnce(new EventStoreUnavailable('gone'));
    const asked = [ticket(1), ticket(2)].map((command) => ({ command, envelope: envelope() }));
    const ask = () =>
      Promise.allSettled(asked.map((entry) => processor.execute('evaluation', project, entry.command, entry.envelope)));
    expect((await ask()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await ask()).map((outcome) => outcome.status === 'fulfilled' && outcome.value.streamVersion)).toEqual([
      2, 3,
    ]);
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
    for (let number = 0; number < 20; number += 1)
      await Promise.all(
        processors.map((processor, which) =>
          processor.execute('evaluation', project, ticket(2 * number + which), envelope()),
        ),
      );
    expect(Object.keys((await processors[0].load('evaluation', project)).state).length).toBeGreaterThan(0);
    expect((await processors[0].load('evaluation', project)).version).toBe(41);
  });
});

describe('lines', () => {
  const nextTurn = () =>
    new Promise((resolve) => {
      setImmediate(resolve);
    });
  type Word = 'as prepared' | 'otherwise' | 'refused';
  /** Writes down what is sent, and upon what, and what came of it; `attempt` says how that goes. */
  const watched = (attempt: (stream: string, tasks: string) => Word | Promise<Word> = () => 'as prepared') => {
    const happened: string[] = [];
    const lines = new StreamLines<string, { readonly tasks: string }>({
      prepare: (_stream, tasks, upon) => {
        if (upon && tasks.includes('?')) return undefined;
        const ready = { tasks: tasks.join('') };
        happened.push(upon ? `${ready.tasks} upon ${upon.tasks}` : ready.tasks);
        return ready;
      },
      attempt: async (stream, { tasks }) => {
        const word = await attempt(stream, tasks);
        happened.push(`${tasks} ${word}`);
        return word === 'refused'
          ? word
          : { asPrepared: word === 'as prepared', left: [...tasks].filter((task) => task === '!') };
      },
      prepareAnew: async (_stream, tasks) =>
        tasks.includes('N') ? { tasks: tasks.join('').toLowerCase() } : undefined,
      settle: async (_stream, tasks) => {
        happened.push(`each of ${tasks.join('')} by itself`);
      },
    });
    return { happened, add: (stream: string, tasks: string) => [...tasks].forEach((task) => lines.add(stream, task)) };
  };
  const settled = async () => {
    for (let turn = 0; turn < 8; turn += 1) await nextTurn();
  };
  const alphabet = 'abcdefghijklmnop';

  it('gather what comes while their stream is busy, and do not wait for each other', async () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { happened, add } = watched((stream) => (stream === 'slow' ? gate.then(() => 'as prepared') : 'as prepared'));
    add('slow', 'ab');
    await nextTurn();
    add('slow', 'cd');
    add('quick', 'q');
    await nextTurn();
    open();
    await nextTurn();
    expect(happened).toEqual(['ab', 'q', 'q as prepared', 'ab as prepared', 'cd', 'cd as prepared']);
  });

  it('of many, send the second half upon the first while that is under way', async () => {
    const { happened, add } = watched(() => nextTurn().then(() => 'as prepared'));
    add('a', alphabet);
    await settled();
    expect(happened).toEqual(['abcdefgh', 'ijklmnop upon abcdefgh', 'abcdefgh as prepared', 'ijklmnop as prepared']);
  });

  it('keep two halves under way as long as many ask', async () => {
    const { happened, add } = watched((_, tasks) =>
      nextTurn().then(() => {
        if (tasks === 'abcdefgh') add('a', 'ABCDEFGH');
        return 'as prepared';
      }),
    );
    add('a', alphabet);
    await settled();
    expect(happened).toEqual([
      'abcdefgh',
      'ijklmnop upon abcdefgh',
      'abcdefgh as prepared',
      'ABCDEFGH upon ijklmnop',
      'ijklmnop as prepared',
      'ABCDEFGH as prepared',
    ]);
  });

  it('wait with what cannot be told while others are under way, and lose none of it', async () => {
    const { happened, add } = watched(() => nextTurn().then(() => 'as prepared'));
    add('a', 'abcdefgh?jklmnop');
    await settled();
    expect(happened).toEqual(['abcdefgh', 'abcdefgh as prepared', '?jklmnop', '?jklmnop as prepared']);
  });

  it('let a few gather while one is under way', async () => {
    const { happened, add } = watched(() => nextTurn().then(() => 'as prepared'));
    add('a', 'a');
    await undefined;
    add('a', 'b');
    for (let step = 0; step < 30; step += 1) await undefined;
    add('a', 'c');
    await settled();
    expect(happened).toEqual(['a', 'a as prepared', 'bc', 'bc as prepared']);
  });

  it('settle each by itself where it was refused, and make ready anew, in its place, what rested on it', async () => {
    const { happened, add } = watched((_, tasks) =>
      nextTurn().then(() =>
        tasks === 'abcdefgh' || !happened.includes('ijklmnop refused') ? 'refused' : 'as prepared',
      ),
    );
    add('a', alphabet);
    await settled();
    expect(happened).toEqual([
      'abcdefgh',
      'ijklmnop upon abcdefgh',
      'abcdefgh refused',
      'each of abcdefgh by itself',
      'ijklmnop refused',
      'ijklmnop',
      'ijklmnop as prepared',
    ]);
  });

  it(
    'do not do again what was taken although what it rests on came out otherwise, as when an answer was ' + 'lost',
    async () => {
      const { happened, add } = watched((_, tasks) =>
        nextTurn().then(() => (tasks === 'abcdefgh' ? 'otherwise' : 'as prepared')),
      );
      add('a', alphabet);
      await settled();
      expect(happened).toEqual(['abcdefgh', 'ijklmnop upon abcdefgh', 'abcdefgh otherwise', 'ijklmnop as prepared']);
    },
  );

  it('lose nothing that is left of the second half when the first came out otherwise', async () => {
    const { happened, add } = watched((_, tasks) =>
      nextTurn().then(() => (tasks === 'abcdefgh' ? 'otherwise' : 'as prepared')),
    );
    add('a', 'abcdefghijklmno!');
    await settled();
    expect(happened).toEqual([
      'abcdefgh',
      'ijklmno! upon abcdefgh',
      'abcdefgh otherwise',
      'ijklmno! as prepared',
      '!',
      '! as prepared',
      'each of ! by itself',
    ]);
  });

  it('send once more what came before that on which it rests', async () => {
    const { happened, add } = watched((_, tasks) =>
      nextTurn().then(() =>
        tasks === 'ijklmnop' && !happened.includes('ijklmnop refused') ? 'refused' : 'as prepared',
      ),
    );
    add('a', alphabet);
    await settled();
    expect(happened).toEqual([
      'abcdefgh',
      'ijklmnop upon abcdefgh',
      'abcdefgh as prepared',
      'ijklmnop refused',
      'ijklmnop as prepared',
    ]);
  });

  it('try what was refused once more, on what is found then', async () => {
    const { happened, add } = watched((_, tasks) => (tasks.includes('N') ? 'refused' : 'as prepared'));
    add('a', 'aNc');
    await settled();
    expect(happened).toEqual(['aNc', 'aNc refused', 'anc as prepared']);
  });

  it('settle by itself what is left of a few that were done together', async () => {
    const { happened, add } = watched();
    add('a', 'a!c');
    await settled();
    expect(happened).toEqual(['a!c', 'a!c as prepared', 'each of ! by itself']);
  });

  it('take a hundred at most at once', async () => {
    const { happened, add } = watched();
    add('a', 'x'.repeat(250));
    await settled();
    expect(happened.flatMap((each) => /^(x+) as prepared$/.exec(each)?.[1].length ?? [])).toEqual([100, 100, 50]);
  });
});

describe('known streams', () => {
  const picture = (version: number) => ({ state: {}, version, position: BigInt(version) });
  it('keep the newest picture, and the one looked at longest ago makes room', () => {
    const known = new StreamStateCache(2);
    known.keep('a', picture(2));
    known.keep('a', picture(1)); // a slower reader comes late
    known.keep('b', picture(1));
    known.keep('a', picture(3));
    known.keep('c', picture(1));
    expect(['a', 'b', 'c'].map((stream) => known.get(stream)?.version)).toEqual([3, undefined, 1]);
  });
});
