import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

/** JSON as events hold it: texts, safe integers, lists, objects. Minus zero is no number of JSON's own. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme', maxLength: 6 }).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

const turnedAround = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turnedAround)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, part]) => [key, turnedAround(part)]),
        )
      : value;

describe('canonical JSON', () => {
  it.each<[string, unknown, string]>([
    ['sorts keys', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    ['sorts nested keys', { z: { y: 1, x: { w: 1, v: 2 } }, a: null }, '{"a":null,"z":{"x":{"v":2,"w":1},"y":1}}'],
    ['keeps the order of a list, and sorts inside it', [3, 1, { b: 1, a: [2, 1] }], '[3,1,{"a":[2,1],"b":1}]'],
    [
      'sorts by code units: capitals first, Chinese by its code',
      { 乙: 1, a: 2, 甲: 3, B: 4, '': 5 },
      '{"":5,"B":4,"a":2,"乙":1,"甲":3}',
    ],
    [
      'writes Chinese as it is and escapes only what must be',
      { text: '公厕“577座”\n"完"' },
      '{"text":"公厕“577座”\\n\\"完\\""}',
    ],
    ['knows no white space', { a: [1, { b: ' ' }] }, '{"a":[1,{"b":" "}]}'],
    ['leaves out what is undefined', { a: undefined, b: 1 }, '{"b":1}'],
    ['writes an empty list and an empty object', { b: {}, a: [] }, '{"a":[],"b":{}}'],
    ['writes half a surrogate pair as an escape, so that the bytes are UTF-8', { a: '\ud83d' }, '{"a":"\\ud83d"}'],
  ])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text));

  it('can be read again: nothing is lost or changed', () =>
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
      { numRuns: 200 },
    ));

  it('gives equal data equal bytes, whatever the order of its keys', () =>
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(turnedAround(value))).toBe(canonicalJson(value));
      }),
      { numRuns: 200 },
    ));

  it('is its own canonical form', () =>
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
      { numRuns: 200 },
    ));
});
