import type { OpenedStore } from './opened-store';
import { event, events, everything, nth, positionsOf } from './samples';

export const readingContract = (opened: () => OpenedStore) => {
  const log = () => opened().store;

  describe('reading', () => {
    it('finds nothing in a stream nobody wrote to, and nothing in a new log', async () => {
      expect(await log().read('unknown')).toEqual([]);
      expect(await everything(log())).toEqual([]);
      expect(await log().head()).toBe(0n);
      expect(await log().head(new Date())).toBe(0n);
    });

    it('gives the texts back byte for byte', async () => {
      const data =
        '{"z":1, "a":{"é":"民生实事 🏗️"},  "z":2,"n":1.50e+2,"esc":"\\u0000 \\ud83c \\"q\\" \\\\ \\n","raw":"\u007f ' +
        '{,} \u2028"}';
      const written = event(data, { type: 'Ereignis, 事件 "x"', version: 7, metadata: ' {"b":null,\n\t"a":[ ]} ' });
      await log().append('stream with spaces, 流 {"}', 'no stream', [written]);
      const [read] = await log().read('stream with spaces, 流 {"}');
      expect(read).toEqual({
        ...written,
        stream: 'stream with spaces, 流 {"}',
        revision: 0,
        position: await nth(opened(), 1),
        recordedAt: expect.any(Date),
      });
    });

    it('gives one stream from a revision on', async () => {
      await log().append('a', 'any', events(3));
      await log().append('b', 'any', events(1));
      await log().append('a', 'any', events(2));
      expect((await log().read('a')).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
      expect((await log().read('a', 3)).map(({ position }) => position)).toEqual([
        await nth(opened(), 5),
        await nth(opened(), 6),
      ]);
      expect(await log().read('a', 5)).toEqual([]);
    });

    it('pages through the whole log in order', async () => {
      for (const stream of ['a', 'b', 'a', 'c']) await log().append(stream, 'any', events(3));
      const seen: bigint[] = [];
      for (let after = 0n; ;) {
        const page = await log().readAll(after, { limit: 5 });
        if (page.length === 0) break;
        expect(page.length).toBeLessThanOrEqual(5);
        seen.push(...page.map(({ position }) => position));
        after = page[page.length - 1].position;
      }
      expect(seen).toEqual(await positionsOf(opened(), 12));
    });

    it('reads no further than the last position asked for', async () => {
      await log().append('a', 'any', events(6));
      const [, second, third, fourth] = await positionsOf(opened(), 6);
      expect((await log().readAll(second, { limit: 10, until: fourth })).map(({ position }) => position)).toEqual([
        third,
        fourth,
      ]);
      expect(await log().readAll(fourth, { limit: 10, until: fourth })).toEqual([]);
    });

    it('reads only the streams whose name starts with one of the prefixes', async () => {
      for (const stream of ['suggestion-1', 'delivery-1', 'suggestion_2', 'deliver', 'evaluation-1'])
        await log().append(stream, 'any', events(2));
      const streams = async (streamPrefixes: string[], limit = 10) =>
        (await log().readAll(0n, { limit, streamPrefixes })).map(({ stream }) => stream);
      expect(await streams(['suggestion-'])).toEqual(['suggestion-1', 'suggestion-1']);
      expect(await streams(['evaluation-', 'deliver'])).toEqual([
        'delivery-1',
        'delivery-1',
        'deliver',
        'deliver',
        'evaluation-1',
        'evaluation-1',
      ]);
      expect(await streams(['suggestion'], 3)).toEqual(['suggestion-1', 'suggestion-1', 'suggestion_2']);
      expect(await streams(['Suggestion', '%'])).toEqual([]);
      expect(await streams([])).toEqual([]);
    });

    it('reads the same streams, in pages too, where it is told that they are few', async () => {
      for (const stream of ['delivery-1', 'delivery-2', 'delivery_2', 'evaluation-1', 'delivery-1', 'delivery-12'])
        await log().append(stream, 'any', events(2));
      const positions = async (options: object) =>
        (await log().readAll(0n, { limit: 10, streamPrefixes: ['delivery-1', 'evaluation-'], ...options })).map(
          ({ position }) => position,
        );
      const wanted = await positions({});
      expect(wanted).toHaveLength(8);
      expect(await positions({ few: true })).toEqual(wanted);
      expect(await positions({ few: true, limit: 3 })).toEqual(wanted.slice(0, 3));
      expect(await positions({ few: true, until: wanted[4] })).toEqual(wanted.slice(0, 5));
      expect(
        (await log().readAll(wanted[2], { limit: 2, streamPrefixes: ['delivery-1', 'evaluation-'], few: true })).map(
          ({ position }) => position,
        ),
      ).toEqual(wanted.slice(3, 5));
      expect(await log().readAll(0n, { limit: 10, streamPrefixes: ['Delivery', '%'], few: true })).toEqual([]);
    });

    it.each([
      ['of the whole log', {}],
      ['up to a position', { until: 4 }],
      ['of some streams', { streamPrefixes: ['delivery-'] }],
      ['of few streams', { streamPrefixes: ['delivery-'], few: true }],
    ])(
      'tells a reader who asks no more what happened, in the same pages: %s',
      async (_which, { until, ...options }: { until?: number; streamPrefixes?: string[]; few?: boolean }) => {
        for (const stream of ['delivery-1', 'evaluation-1', 'delivery-2']) await log().append(stream, 'any', events(2));
        const wanted = { limit: 3, ...options, ...(until && { until: await nth(opened(), until) }) };
        const whole = await log().readAll(0n, wanted);
        expect(whole).toHaveLength(3);
        expect(await log().readContents(0n, { ...wanted, places: true })).toMatchObject(
          whole.map(({ id: _id, metadata: _metadata, recordedAt: _recordedAt, ...content }) => content),
        );
        expect(await log().readContents(0n, { ...wanted, places: false })).toMatchObject(
          whole.map(({ type, version, data, position }) => ({ type, version, data, position })),
        );
      },
    );

    it.each([
      [
        'whatever signs their texts hold',
        [
          { type: 'a\u001eb', data: '{}' },
          { type: 'c', data: '\u001e' },
          { type: 'd', data: '"\u0001\u001f🏗️"' },
        ],
      ],
      ['however many they are', Array.from({ length: 300 }, (_, n) => ({ type: `t${n}`, data: `{"n":${n}}` }))],
    ])('tells contents as they were written, %s', async (_what, written) => {
      await log().append(
        'a',
        'any',
        written.map(({ type, data }) => event(data, { type })),
      );
      await log().append(
        'b',
        'any',
        written.map(({ type, data }) => event(data, { type })),
      );
      const contents = await log().readContents(0n, { limit: 1_000, places: true });
      expect(contents.map(({ type, data, stream, revision }) => ({ type, data, stream, revision }))).toEqual(
        ['a', 'b'].flatMap((stream) => written.map(({ type, data }, revision) => ({ type, data, stream, revision }))),
      );
    });

    it('knows its newest position, now and at an instant', async () => {
      for (let n = 0; n < 5; n++) {
        await log().append('a', 'any', events(2));
        await new Promise((resolve) => {
          setTimeout(resolve, 3);
        });
      }
      const recorded = await everything(log());
      expect(await log().head()).toBe(await nth(opened(), 10));
      for (const { recordedAt } of recorded) {
        const upToThen = recorded.filter((other) => other.recordedAt <= recordedAt).length;
        expect(await log().head(recordedAt)).toBe(await nth(opened(), upToThen));
      }
      expect(await log().head(new Date(recorded[0].recordedAt.getTime() - 1))).toBe(0n);
      expect(await log().head(new Date(Date.now() + 60_000))).toBe(await nth(opened(), 10));
    });

    it.each([0, -1, 1.5, 10_001, Number.NaN])('refuses to read %p events', async (limit) => {
      await expect(log().readAll(0n, { limit })).rejects.toThrow(RangeError);
      await expect(log().readContents(0n, { limit, places: true })).rejects.toThrow(RangeError);
    });
  });
};
