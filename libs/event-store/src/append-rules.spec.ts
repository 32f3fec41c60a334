import { checkedSize, checkedSizes, MOST_BYTES, MOST_EVENTS } from './append-rules';
import { event, events } from './contract/samples';
import { AppendTooLarge, type Append, type NewEvent } from './event-store';

/** An event of so many bytes, metadata included. */
const eventOf = (bytes: number): NewEvent => event('x'.repeat(bytes - '{}'.length));
const member = (stream: string, content: NewEvent[]): Append => ({ stream, expected: 'any', events: content });

describe('an append', () => {
  it('holds as many events as are allowed, and none more', () => {
    expect(() => checkedSize('a', 'any', events(MOST_EVENTS))).not.toThrow();
    expect(() => checkedSize('a', 'any', events(MOST_EVENTS + 1))).toThrow(
      `An append holds 1 to ${MOST_EVENTS} events, not ${MOST_EVENTS + 1}`,
    );
    expect(() => checkedSize('a', 'any', [])).toThrow(RangeError);
  });
  it('holds as many bytes as are allowed, and none more', () => {
    expect(checkedSize('a', 'any', [eventOf(MOST_BYTES - 10), eventOf(10)])).toBe(MOST_BYTES);
    expect(() => checkedSize('a', 'any', [eventOf(MOST_BYTES - 10), eventOf(11)])).toThrow(AppendTooLarge);
  });
});

describe('a group of appends', () => {
  it('holds as many events together as one append, and none more', () => {
    const half = MOST_EVENTS / 2;
    expect(checkedSizes([member('a', events(half)), member('b', events(half))])).toHaveLength(2);
    expect(() => checkedSizes([member('a', events(half)), member('b', events(half + 1))])).toThrow(AppendTooLarge);
  });
  it('holds as many bytes together as one append, and none more', () => {
    const half = MOST_BYTES / 2;
    expect(checkedSizes([member('a', [eventOf(half)]), member('b', [eventOf(half)])])).toEqual([half, half]);
    expect(() => checkedSizes([member('a', [eventOf(half)]), member('b', [eventOf(half + 1)])])).toThrow(
      expect.objectContaining({
        facts: { events: 2, mostEvents: MOST_EVENTS, bytes: MOST_BYTES + 1, mostBytes: MOST_BYTES },
      }),
    );
  });
  it('is of no use without a member', () => expect(() => checkedSizes([])).toThrow(RangeError));
});
