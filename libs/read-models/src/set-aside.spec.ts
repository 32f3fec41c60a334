import fc from 'fast-check';
import { InMemoryEventStore, type RecordedEvent } from '@minsheng/event-store';
import {
  decodedAgain,
  foldBatch,
  foldedAgain,
  foldInto,
  lights,
  MOST_SET_ASIDE,
  projections,
  projects,
  publicKey,
  ratingTallies,
  reasonOf,
  SetAside,
  StreamUnknown,
  subjectOf,
  timeline,
  TooMuchSetAside,
  type AnyProjection,
} from '.';
import { gardens, lamps } from './testing/a-list';
import { aYear } from './testing/a-year';
import { logOf, type GivenEvent } from './testing/given-events';
import { failingAt, poisoned, poisons } from './testing/poison';
import { proposed } from './testing/selecting';

/** Two lists whose years run side by side: what is wrong in one must not show in the other. */
const OTHER_LIST = '330112-2019';
const elsewhere = (given: GivenEvent): GivenEvent =>
  JSON.parse(JSON.stringify(given).replaceAll('511400-2019', OTHER_LIST)) as GivenEvent;
const log = logOf(aYear.flatMap((event) => [event, elsewhere(event)]));

type Table = Map<string, string>;
/** Goes through a log in batches, as a projector would; rows lie in the table as text. */
const goThrough = async (projection: AnyProjection, events: readonly RecordedEvent[], cuts: readonly number[] = []) => {
  const table: Table = new Map();
  const setAside = new SetAside();
  const places = [0, ...[...cuts].sort((a, b) => a - b), events.length];
  for (const [index, from] of places.slice(0, -1).entries()) {
    const rowsOf = async (keys: readonly string[]) =>
      new Map(keys.filter((key) => table.has(key)).map((key) => [key, JSON.parse(table.get(key)!) as object] as const));
    for (const [key, row] of await foldBatch(projection, events.slice(from, places[index + 1]), rowsOf, setAside))
      table.set(key, JSON.stringify(row));
  }
  return { table, setAside };
};
const healthy = new Map<string, Table>();
beforeAll(async () => {
  for (const projection of projections) healthy.set(projection.name, (await goThrough(projection, log)).table);
});
const inOrder = (table: Table) => [...table].sort(([a], [b]) => (a < b ? -1 : 1));
/** The subject a row belongs to; a step of the timeline belongs to that of its event. */
const subjectOfRow = ({ name }: AnyProjection, key: string) =>
  name === 'timeline' ? subjectOf(log[Number(key) - 1]) : key.split(' ')[0];
const storeOf = async (events: readonly RecordedEvent[]) => {
  let now = new Date(0);
  const store = new InMemoryEventStore(() => now);
  for (const event of events) {
    now = event.recordedAt;
    await store.append(event.stream, 'any', [event]);
  }
  return store;
};
const marks = ({ entries }: SetAside) => [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));

const place = fc.integer({ min: 1, max: log.length }).map(BigInt);
const misfortune = fc.record({
  unreadable: fc.dictionary(place.map(String), fc.constantFrom(...Object.values(poisons)), { maxKeys: 4 }),
  faulty: fc.uniqueArray(place, { maxLength: 4 }),
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: log.length - 1 }), { maxLength: 10 }),
});

describe.each(projections.map((projection) => [projection.name, projection] as const))('%s', (name, projection) => {
  it('holds every row that nothing is wrong with as if nothing were wrong, and the others as they stood', async () => {
    await fc.assert(
      fc.asyncProperty(misfortune, async ({ unreadable, faulty, cuts }) => {
        const spoilt = poisoned(log, new Map(Object.entries(unreadable).map(([at, how]) => [BigInt(at), how])));
        const { table, setAside } = await goThrough(failingAt(projection, faulty), spoilt, cuts);
        const since = (key: string) =>
          setAside.entries
            .filter((entry) => entry.key === key || entry.key === subjectOfRow(projection, key))
            .reduce((least, entry) => (entry.since < least ? entry.since : least), BigInt(log.length) + 1n);
        for (const key of new Set([...table.keys(), ...healthy.get(name)!.keys()])) {
          const until = since(key);
          const before =
            until > BigInt(log.length)
              ? healthy.get(name)!
              : (await goThrough(projection, log.slice(0, Number(until) - 1))).table;
          expect([key, table.get(key)]).toEqual([key, before.get(key)]);
        }
      }),
      { numRuns: 30, seed: 2019 },
    );
  });
  it('sets aside the same, and holds the same, however the log is cut into batches, and in a rebuild', async () => {
    await fc.assert(
      fc.asyncProperty(misfortune, async ({ unreadable, faulty, cuts }) => {
        const spoilt = poisoned(log, new Map(Object.entries(unreadable).map(([at, how]) => [BigInt(at), how])));
        const sick = failingAt(projection, faulty);
        const [cut, whole] = [await goThrough(sick, spoilt, cuts), await goThrough(sick, spoilt)];
        const [rebuilt, waiting] = [new Map<string, object>(), new SetAside()];
        foldInto(rebuilt, sick, spoilt, undefined, waiting);
        expect(marks(cut.setAside)).toEqual(marks(whole.setAside));
        expect(marks(waiting)).toEqual(marks(whole.setAside));
        expect(inOrder(cut.table)).toEqual(inOrder(whole.table));
        expect(inOrder(new Map([...rebuilt].map(([key, row]) => [key, JSON.stringify(row)])))).toEqual(
          inOrder(whole.table),
        );
      }),
      { numRuns: 20, seed: 2019 },
    );
  });
  it('is healed to the bytes of a rebuild once the cause is gone', async () => {
    const store = await storeOf(log);
    await fc.assert(
      fc.asyncProperty(misfortune, async ({ unreadable, faulty, cuts }) => {
        const spoilt = poisoned(log, new Map(Object.entries(unreadable).map(([at, how]) => [BigInt(at), how])));
        const { table, setAside } = await goThrough(failingAt(projection, faulty), spoilt, cuts);
        const subjects = setAside.entries.map(({ subject }) => subject);
        const healed = await foldedAgain(store, projection, subjects, BigInt(log.length));
        for (const [key, row] of healed.rows) table.set(key, JSON.stringify(row));
        expect(healed.setAside.entries).toEqual([]);
        expect(inOrder(table)).toEqual(inOrder(healthy.get(name)!));
      }),
      { numRuns: 20, seed: 2019 },
    );
  });
});

describe('what waits', () => {
  const at = (type: string, list = '511400-2019') =>
    log.find((event) => event.type === type && event.stream.includes(list))!;

  it('is one row, where its own step fails: the light of one month, not of the others', async () => {
    const march = at('MonthClosed');
    const { setAside } = await goThrough(failingAt(lights, [march.position]), log);
    expect(setAside.entries).toEqual([
      {
        key: `${gardens} 2019-03`,
        subject: gardens,
        since: march.position,
        reason: 'TypeError: a fault of this build',
      },
    ]);
  });
  it.each(Object.entries(poisons))('is everything of the subject, where nobody can read it: %s', async (_, how) => {
    const spoilt = at('SuggestionAssigned');
    const { setAside } = await goThrough(timeline, poisoned(log, new Map([[spoilt.position, how]])));
    expect(setAside.entries).toEqual([
      { key: lamps, subject: lamps, since: spoilt.position, reason: expect.any(String) },
    ]);
  });
  it('is the row of a project also where the stream of one of its raters cannot be read', async () => {
    const rated = at('ProjectRated');
    const { setAside } = await goThrough(ratingTallies, poisoned(log, new Map([[rated.position, { version: 9 }]])));
    expect(setAside.entries).toMatchObject([{ key: gardens, since: rated.position }]);
  });
  it('waits for events of every stream that touches its row, in the order of the log', async () => {
    const closed = at('MonthClosed');
    const { table } = await goThrough(projects, poisoned(log, new Map([[closed.position, { version: 9 }]])));
    expect(JSON.parse(table.get(gardens)!)).toMatchObject({ status: 'under way', evaluation: null });
    const elsewhere = gardens.replace('511400-2019', OTHER_LIST);
    expect(table.get(elsewhere)).toBe(healthy.get('project')!.get(elsewhere));
    expect(JSON.parse(healthy.get('project')!.get(gardens)!).evaluation).not.toBeNull();
  });
  it('is known from the first event on that cannot be applied, whichever way that fails', () => {
    const aside = new SetAside();
    const entry = (since: bigint) => ({ key: 'a', subject: 'a', since, reason: String(since) });
    aside.add(entry(7n));
    aside.add(entry(9n));
    aside.add(entry(5n));
    expect([aside.entries, aside.waits('a', 4n), aside.waits('a', 5n), aside.waits('b', 9n)]).toEqual([
      [entry(5n)],
      false,
      true,
      false,
    ]);
  });
  it(`is ${MOST_SET_ASIDE} at most: more is a fault of the build`, async () => {
    const many = logOf(
      Array.from({ length: MOST_SET_ASIDE + 1 }, (_, index) =>
        proposed(`511400-2019-p${String(index).padStart(9, '0')}`),
      ),
    );
    const sick = failingAt(
      projects,
      many.map(({ position }) => position),
    );
    expect((await goThrough(sick, many.slice(0, -1))).setAside.size).toBe(MOST_SET_ASIDE);
    await expect(goThrough(sick, many)).rejects.toThrow(TooMuchSetAside);
  });
  it('is not guessed where the stream of an event was not read', () => {
    const contents = log.map(({ stream: _, ...content }) => ({ ...content, version: 9 }));
    expect(() => foldInto(new Map(), ratingTallies, contents, decodedAgain, new SetAside())).toThrow(StreamUnknown);
  });
  it('is still an error where somebody folds who has no place for it', async () => {
    const proposal = at('CandidateProposed');
    await expect(
      foldBatch(projects, poisoned(log, new Map([[proposal.position, { type: 'Nothing' }]])), async () => new Map()),
    ).rejects.toThrow('No event is called Nothing');
  });
});

describe('the reason that is written down', () => {
  const [proposal] = logOf([proposed(gardens)]);
  const reasonFor = async (how: Partial<RecordedEvent>) =>
    (await goThrough(projects, [{ ...proposal, ...how }])).setAside.entries[0].reason;
  it('names where the shape is another, and quotes nothing', async () =>
    expect(await reasonFor({ data: '{"projectId":"secret"}' })).toBe(
      'its data have another shape at /title, /domain, /indicators, /coDepartments, /suggestions, /projectId',
    ));
  it('quotes no piece of broken JSON', async () =>
    expect(await reasonFor({ data: '{"secret' })).toBe('its data are no JSON'));
  it('is cut at whole characters', () => {
    const reason = reasonOf(new Error('𠮷'.repeat(400)));
    expect([...reason]).toHaveLength(300);
    expect(reason.isWellFormed()).toBe(true);
  });
  it('shows no tag of a rater', () => {
    const tagged = `rating-${gardens}-${'a1'.repeat(16)}`;
    expect([publicKey(tagged), publicKey(gardens)]).toEqual([`rating-${gardens}-…`, gardens]);
  });
});
