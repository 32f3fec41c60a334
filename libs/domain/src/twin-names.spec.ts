import { Refusal } from './decider';
import { assertNoTwins, twinOf } from './twin-names';

const refusalOf = (names: readonly string[], known: readonly string[]) => {
  try {
    assertNoTwins(names, known);
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? [error.code, error.facts] : error;
  }
};

describe('a name that differs from a known one by width only', () => {
  it.each([
    ['full-width letters', 'ＡＢ区', 'AB区'],
    ['a full-width space', '东坡　区', '东坡 区'],
    ['full-width brackets', '市住建局（本级）', '市住建局(本级)'],
    ['a half-width katakana', 'ｶ区', 'カ区'],
    ['an invisible character', '东\u200B坡区', '东坡区'],
  ])('by %s is refused, naming the twin', (_, name, twin) => {
    expect(refusalOf([name], ['彭山区', twin])).toEqual(['NAME_DIFFERS_BY_WIDTH', { name, twin }]);
    expect(refusalOf([twin, name], [])).toEqual(['NAME_DIFFERS_BY_WIDTH', { name, twin }]);
  });
  it.each([
    ['the same name', '东坡区', '东坡区'],
    ['another name', '东坡区', '东城区'],
    ['another letter', 'AB区', 'Ab区'],
  ])('is not %s', (_, name, known) => expect(twinOf(name, [known])).toBeUndefined());
  it('is no twin where it is known itself: what was taken before stays', () =>
    expect(refusalOf(['ＡＢ区'], ['AB区', 'ＡＢ区'])).toBeUndefined());
});
