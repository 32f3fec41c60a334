import { ListId } from '@minsheng/contracts';
import { ShanghaiClock } from './clock';
import { newProjectId, newSuggestionId } from './new-id';

describe('the business date', () => {
  afterEach(() => jest.useRealTimers());
  it.each([
    ['2019-03-27T15:59:59Z', '2019-03-27'],
    ['2019-03-27T16:00:00Z', '2019-03-28'],
    ['2019-12-31T16:00:00Z', '2020-01-01'],
  ])('at %s is %s in Shanghai', (instant, date) => {
    jest.useFakeTimers({ now: new Date(instant) });
    expect(new ShanghaiClock(false).today()).toBe(date);
    expect(new ShanghaiClock(true).today()).toBe(date);
  });
  it('may be set in a rehearsal', () => expect(new ShanghaiClock(true).today('2019-03-28')).toBe('2019-03-28'));
  it('may not be set outside of one', () =>
    expect(() => new ShanghaiClock(false).today('2019-03-28')).toThrow(
      expect.objectContaining({ code: 'BUSINESS_DATE_NOT_ALLOWED' }),
    ));
  it.each(['', '2019-02-29', '2019-13-01', '2019-03-28T00:00:00Z', ' 2019-03-28'])('"%s" is none', (wished) =>
    expect(() => new ShanghaiClock(true).today(wished)).toThrow(
      expect.objectContaining({ code: 'BUSINESS_DATE_MALFORMED' }),
    ),
  );
  it('is one, not several', () =>
    expect(() => new ShanghaiClock(true).today(['2019-03-28', '2019-03-29'])).toThrow(
      expect.objectContaining({ code: 'BUSINESS_DATE_MALFORMED' }),
    ));
});

describe('a new id', () => {
  const list = ListId.parse('511400-2019');
  it('says which list it belongs to, and is the same for the same command', () => {
    expect(newProjectId(list, 'command-1')).toMatch(/^511400-2019-[0-9a-z]{10}$/);
    expect(newSuggestionId(list, 'command-1')).toBe(newSuggestionId(list, 'command-1'));
  });
  it('differs for ten thousand commands', () =>
    expect(new Set(Array.from({ length: 10_000 }, (_, number) => newProjectId(list, `command-${number}`))).size).toBe(
      10_000,
    ));
});
