import fc from 'fast-check';
import { eventsByCategory, ledgerEvents } from '@minsheng/contracts';
import { decoded, decodedAgain, foldBatch, foldInto, replayOf, projections, type AnyProjection, type Rows } from '.';
import { aYear, logOf } from './testing';

const log = logOf(aYear);
/** Folds a log cut at these places, as a projector that stops and starts again would. */
const folded = async (projection: AnyProjection, cuts: readonly number[]): Promise<Map<string, object>> => {
  const table = new Map<string, object>();
  const places = [0, ...[...cuts].sort((a, b) => a - b), log.length];
  for (const [index, from] of places.slice(0, -1).entries()) {
    // through JSON, as the table would keep it
    const rowsOf = async (keys: readonly string[]): Promise<Rows> =>
      new Map(
        keys.filter((key) => table.has(key)).map((key) => [key, JSON.parse(JSON.stringify(table.get(key))) as object]),
      );
    for (const [key, row] of await foldBatch(projection, log.slice(from, places[index + 1]), rowsOf))
      table.set(key, row);
  }
  return table;
};
const asText = (table: Map<string, object>) => JSON.stringify([...table].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('the sample year', () => {
  it('holds every event there is', () =>
    expect(new Set(log.map(({ type }) => type))).toEqual(new Set(ledgerEvents.types)));
});

describe('an event that was decoded before', () => {
  it.each(log.map((stored) => [stored.type, stored] as const))(
    '%s reads the same without validation',
    (_type, stored) => {
      expect(decodedAgain(stored).event).toEqual(decoded(stored).event);
    },
  );
  it('of another shape is found the first time only', () => {
    const spoilt = { ...log[0], data: '{}' };
    expect(() => decoded(spoilt)).toThrow();
    expect(decodedAgain(spoilt).event.data).toEqual({});
  });
});

describe.each(projections.map((projection) => [projection.name, projection] as const))('%s', (_name, projection) => {
  it('has a line for every event of its streams, ratings aside', () => {
    const known = new Set(Object.keys(projection.on));
    const missing = projection.categories
      .flatMap((category) => eventsByCategory[category].types)
      .filter((type) => !known.has(type));
    expect(missing).toEqual([]);
  });
  it('creates a row, whatever was there before, by the events in createdBy', async () => {
    for (const event of log.filter(({ type }) => projection.createdBy.includes(type))) {
      const [onNothing, onSomething] = await Promise.all(
        [new Map(), new Map([...(await folded(projection, []))])].map((before) =>
          foldBatch({ ...projection, createdBy: [] }, [event], async () => before),
        ),
      );
      expect(onSomething).toEqual(onNothing);
    }
  });
  it('gives the same rows when everything is folded in memory', async () => {
    const rows = new Map<string, object>();
    foldInto(rows, projection, log);
    expect(asText(rows)).toBe(asText(await folded(projection, [])));
  });
  it('gives the same rows from no more than it needs', async () => {
    const narrowed =
      projection.needs === 'metadata'
        ? log
        : log.map(({ id: _, metadata: __, recordedAt: ___, stream, revision, ...content }) =>
            projection.needs === 'position' ? { ...content, stream, revision } : content,
          );
    const rows = new Map<string, object>();
    foldInto(rows, projection, narrowed);
    expect(asText(rows)).toBe(asText(await folded(projection, [])));
  });
  it('gives the same rows when it is replayed and finished at the end', async () => {
    const { forReplay: replay, complete } = replayOf(projection);
    const rows = new Map<string, object>();
    foldInto(rows, replay, log, decodedAgain);
    const whole = await folded(projection, []);
    expect(new Map([...rows].map(([key, row]) => [key, JSON.parse(JSON.stringify(complete(row))) as object]))).toEqual(
      new Map([...whole].map(([key, row]) => [key, JSON.parse(JSON.stringify(row)) as object])),
    );
  });
  it('gives the same rows however the log is cut into batches', async () => {
    const whole = asText(await folded(projection, []));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: log.length - 1 }), { maxLength: 12 }),
        async (cuts) => asText(await folded(projection, cuts)) === whole,
      ),
      { numRuns: 30, seed: 2019 },
    );
  });
});

describe('a batch', () => {
  const [suggestions] = projections;
  it('fetches all the rows it touches at once, each key once', async () => {
    const keysRead: string[][] = [];
    await foldBatch({ ...suggestions, createdBy: [] }, log, async (keys) => {
      keysRead.push([...keys]);
      return new Map();
    });
    expect(keysRead).toEqual([['511400-2019-lamps00001', '511400-2019-benches002', '511400-2019-parking003']]);
  });
  it('fetches no row that it creates', async () => {
    const keysRead = jest.fn();
    await foldBatch(suggestions, log, keysRead);
    expect(keysRead).not.toHaveBeenCalled();
  });
  it('fetches nothing when no event concerns the projection', async () => {
    const rowsOf = () => Promise.reject(new Error('fetched'));
    expect(
      await foldBatch(
        suggestions,
        log.filter(({ stream }) => stream.startsWith('delivery-')),
        rowsOf,
      ),
    ).toEqual(new Map());
  });
  it('halts at an event that no build knows, and never skips it', async () => {
    await expect(
      foldBatch(suggestions, [{ ...log[0], type: 'SuggestionSung' }], async () => new Map()),
    ).rejects.toThrow('No event is called SuggestionSung');
    await expect(foldBatch(suggestions, [{ ...log[0], version: 9 }], async () => new Map())).rejects.toThrow(
      'SuggestionReceived has no version 9',
    );
  });
});
