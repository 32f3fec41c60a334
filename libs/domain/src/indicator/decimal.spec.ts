import fc from 'fast-check';
import { Quantity } from '@minsheng/contracts';
import { compare, isZero, minus, sum, times } from './decimal';

/** The reference: a quantity is a whole number of millionths, written by other means than the code's. */
const written = (millionths: bigint): string =>
  Quantity.parse(
    `${millionths < 0n ? '-' : ''}${String(millionths)
      .replace('-', '')
      .padStart(7, '0')
      .replace(/(\d{6})$/, '.$1')}`,
  );
const millionths = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const holds = <T extends [unknown, ...unknown[]]>(...property: Parameters<typeof fc.property<T>>) =>
  fc.assert(fc.property(...property), { numRuns: 200 });

describe('exact sums', () => {
  it.each<[string[], string]>([
    [['0.1', '0.2'], '0.3'],
    [['42.73', '33.757'], '76.487'],
    [[], '0'],
    [['1', '-1'], '0'],
    [['-0.5', '0.2'], '-0.3'],
    [['0.000001', '0.999999'], '1'],
    [['999999999999999999', '0.000001'], '999999999999999999.000001'],
  ])('%j sum to %s', (quantities, total) => expect(sum(quantities)).toBe(total));

  it('agree with whole millionths', () =>
    holds(fc.array(millionths, { maxLength: 8 }), (all) => {
      expect(sum(all.map(written))).toBe(written(all.reduce((a, b) => a + b, 0n)));
    }));
  it('do not depend on the order', () =>
    holds(fc.array(millionths, { maxLength: 8 }), (all) => {
      expect(sum([...all].reverse().map(written))).toBe(sum(all.map(written)));
    }));
  it('are undone by a difference', () =>
    holds(millionths, millionths, (a, b) => {
      expect(minus(written(a), written(b))).toBe(written(a - b));
      expect(sum([minus(written(a), written(b)), written(b)])).toBe(written(a));
    }));
});

describe('comparison', () => {
  it.each<[string, string, number]>([
    ['10', '9', 1],
    ['2', '10', -1],
    ['4.65', '4.650', 0],
    ['-1', '-2', 1],
    ['0', '-0.000001', 1],
    ['0.1', '0.09', 1],
  ])('%s against %s is %d', (a, b, side) => expect(compare(a, b)).toBe(side));
  it('agrees with whole millionths', () =>
    holds(millionths, millionths, (a, b) => {
      expect(compare(written(a), written(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }));
  it('finds zero and nothing else', () =>
    holds(millionths, (a) => {
      expect(isZero(written(a))).toBe(a === 0n);
    }));
});

describe('a quantity taken a whole number of times', () => {
  it('is exact', () => expect(times('0.333333', 12)).toBe('3.999996'));
});
