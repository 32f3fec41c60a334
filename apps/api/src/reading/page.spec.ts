import { instantFrom } from './as-of';
import { pageOf } from './page';

const rows = ['d', 'a', 'c', 'b', 'e'];
const page = ({ cursor, limit = 50 }: { cursor?: string; limit?: number }, of: readonly string[] = rows) =>
  pageOf(of, (row) => row, { ...(cursor !== undefined && { cursor }), limit });

describe('a page', () => {
  it('holds rows in the order of their keys', () => expect(page({})).toEqual({ items: ['a', 'b', 'c', 'd', 'e'] }));
  it('leads to the next one until there is none', () => {
    const first = page({ limit: 2 });
    const second = page({ limit: 2, cursor: first.next });
    const third = page({ limit: 2, cursor: second.next });
    expect([first.items, second.items, third.items, third.next]).toEqual([['a', 'b'], ['c', 'd'], ['e'], undefined]);
  });
  it('that is exactly full at the end leads nowhere', () => expect(page({ limit: 5 })).not.toHaveProperty('next'));
  it('neither misses nor repeats a row when others come and go meanwhile', () => {
    const first = page({ limit: 2 });
    expect(page({ limit: 2, cursor: first.next }, ['aa', 'c', 'd', 'e']).items).toEqual(['c', 'd']);
  });
  it.each(['', 'xyz', Buffer.from('b').toString('base64url')])('does not begin at the cursor "%s"', (cursor) =>
    expect(() => page({ cursor })).toThrow(expect.objectContaining({ code: 'CURSOR_MALFORMED' })),
  );
});

describe('asOf', () => {
  it('a day is its end in Shanghai', () =>
    expect(instantFrom('2019-06-30')?.toISOString()).toBe('2019-06-30T15:59:59.999Z'));
  it.each([
    ['2019-06-30T12:00:00Z', '2019-06-30T12:00:00.000Z'],
    ['2019-06-30T12:00:00.250+08:00', '2019-06-30T04:00:00.250Z'],
    ['2019-06-30T12:00:00 08:00', '2019-06-30T04:00:00.000Z'],
  ])('%s is that instant', (text, instant) => {
    expect(instantFrom(text)?.toISOString()).toBe(instant);
  });
  it('left out is now', () => expect(instantFrom(undefined)).toBeUndefined());
  it.each([
    '',
    '2019-02-31',
    '2019-06',
    '30.6.2019',
    '2019-06-30T12:00:00',
    '2019-06-30Tnoon',
    'yesterday',
    '1561852800000',
  ])('"%s" is refused', (text) => {
    expect(() => instantFrom(text)).toThrow(
      expect.objectContaining({ code: 'MALFORMED', errors: [expect.objectContaining({ pointer: '/asOf' })] }),
    );
  });
  const noon = new Date('2026-11-30T12:00:00+08:00');
  it.each([
    ['2026-11-29', '2026-11-29T15:59:59.999Z'],
    ['2026-11-30', '2026-11-30T04:00:00.000Z'],
    ['2026-11-30T12:00:00+08:00', '2026-11-30T04:00:00.000Z'],
  ])('%s, at noon of 30 November 2026, is %s: today ends now', (text, instant) =>
    expect(instantFrom(text, noon)?.toISOString()).toBe(instant),
  );
  it.each(['2026-12-01', '2026-11-30T12:00:00.001+08:00', '2026-11-30T04:00:01Z', '2099-01-01'])(
    '%s is still to come then, and refused',
    (text) =>
      expect(() => instantFrom(text, noon)).toThrow(
        expect.objectContaining({
          code: 'AS_OF_IN_THE_FUTURE',
          facts: { asOf: text, now: '2026-11-30T04:00:00.000Z' },
        }),
      ),
  );
  it('given twice is refused', () =>
    expect(() => instantFrom(['2019-06-30', '2019-07-30'] as never)).toThrow(
      expect.objectContaining({ code: 'MALFORMED' }),
    ));
});
