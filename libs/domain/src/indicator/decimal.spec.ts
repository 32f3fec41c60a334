import fc from 'fast-check';
import { Quantity } from '@minsheng/contracts';
import { compare, isZero, leastAbove, minus, mostBelow, percentOf, sum, times, weightedMean } from './decimal';

/** The reference: a quantity is a whole number of millionths, written and read by other means than the code's. */
const read = (text: string): bigint =>
  BigInt(
    text.replace(
      /^(-?)(\d+)(?:\.(\d+))?$/,
      (_, sign, whole, fraction = '') => `${sign}${whole}${fraction.padEnd(6, '0')}`,
    ),
  );
const written = (millionths: bigint): string =>
  Quantity.parse(
    `${millionths < 0n ? '-' : ''}${String(millionths)
      .replace('-', '')
      .padStart(7, '0')
      .replace(/(\d{6})$/, '.$1')}`,
  );
/** Nearest whole number, the half away from zero, by trying: no division is trusted. */
const nearest = (dividend: bigint, divisor: bigint): bigint => {
  const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
  const [n, d] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const below = n / d;
  return sign * ((n - below * d) * 2n >= d ? below + 1n : below);
};

const millionths = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 15n });
const notNegative = fc.bigInt({ min: 0n, max: 10n ** 15n });
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

describe('percentages: one decimal, the half up, uncapped', () => {
  it.each<[string, string, string, string]>([
    ['577', '60', '961.7', 'Meishan 2019: 961.666…'],
    ['52242', '27800', '187.9', 'Meishan 2019: 187.920…'],
    ['4385', '4000', '109.6', 'Shanghai: 109.625'],
    ['4.3', '4.17', '103.1', 'Meishan 2017: 103.117…'],
    ['11', '12', '91.7', 'eleven months of a year'],
    ['1', '12', '8.3', 'one month of a year'],
    ['5', '12', '41.7', 'five months of a year'],
    ['1', '3', '33.3', 'a third'],
    ['2', '3', '66.7', 'two thirds'],
    ['1', '2000', '0.1', 'exactly 0.05 goes up'],
    ['499', '1000000', '0', '0.0499 goes down'],
    ['3', '2000', '0.2', '0.15 goes up, though binary fractions say 0.1'],
    ['4005', '10000', '40.1', '40.05 goes up'],
    ['4004', '10000', '40', '40.04 goes down'],
    ['0.0005', '1', '0.1', 'a small exact half'],
    ['0', '7', '0', 'nothing done'],
    ['7', '7', '100', 'all done'],
    ['0.000001', '999999999999', '0', 'next to nothing'],
    ['14001', '15670', '89.3', 'Yueyanglou by the grown base: 89.349…'],
    ['-1', '2000', '-0.1', 'a half below zero goes away from it'],
    ['119.97', '100', '120', 'not cut to 119'],
  ])('%s of %s is %s (%s)', (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent));

  it('agree with the nearest tenth, found by trying', () =>
    holds(notNegative, positive, (part, whole) => {
      expect(percentOf(written(part), written(whole))).toBe(written(nearest(part * 1000n, whole) * 100_000n));
    }));
  it('agree with it below zero too', () =>
    holds(millionths, positive, (part, whole) => {
      expect(read(percentOf(written(part), written(whole)))).toBe(nearest(part * 1000n, whole) * 100_000n);
    }));
  it('never fall while the part grows', () =>
    holds(notNegative, notNegative, positive, (a, more, whole) => {
      expect(compare(percentOf(written(a + more), written(whole)), percentOf(written(a), written(whole)))).not.toBe(-1);
    }));
});

describe('weighted means', () => {
  it.each<[[string, number][], string]>([
    [
      [
        ['80', 1],
        ['90', 1],
      ],
      '85',
    ],
    [
      [
        ['80', 50],
        ['90', 30],
        ['70', 20],
      ],
      '81',
    ],
    [
      [
        ['0', 1],
        ['100', 2],
      ],
      '66.7',
    ],
    [
      [
        ['60', 1],
        ['60.1', 1],
      ],
      '60.1',
    ],
    [
      [
        ['80', 0],
        ['90', 5],
      ],
      '90',
    ],
    [[['100', 1]], '100'],
  ])('of %j is %s', (parts, mean) =>
    expect(weightedMean(parts.map(([value, weight]) => ({ value, weight })))).toBe(mean),
  );

  const part = fc.record({
    value: fc.integer({ min: 0, max: 1000 }).map((tenths) => BigInt(tenths) * 100_000n),
    weight: fc.integer({ min: 0, max: 500 }),
  });
  const parts = fc.array(part, { minLength: 1, maxLength: 6 }).filter((all) => all.some(({ weight }) => weight > 0));
  it('agree with the nearest tenth, found by trying', () =>
    holds(parts, (all) => {
      const total = all.reduce((sofar, { value, weight }) => sofar + value * BigInt(weight), 0n);
      const weights = all.reduce((sofar, { weight }) => sofar + BigInt(weight), 0n);
      expect(weightedMean(all.map(({ value, weight }) => ({ value: written(value), weight })))).toBe(
        written(nearest(total, weights * 100_000n) * 100_000n),
      );
    }));
  it('lie between the lowest and the highest value', () =>
    holds(parts, (all) => {
      const values = all
        .filter(({ weight }) => weight > 0)
        .map(({ value }) => value)
        .sort((a, b) => (a < b ? -1 : 1));
      const mean = read(weightedMean(all.map(({ value, weight }) => ({ value: written(value), weight }))));
      expect(mean >= values[0] && mean <= values[values.length - 1]).toBe(true);
    }));
});

describe('the figure that a percentage wants', () => {
  it('is the least that prints as it, in whole units or in hundredths', () => {
    expect(leastAbove('60', '41.7', '0.05', 0)).toBe('25'); // 24 prints as 40, 25 as 41.7
    expect(leastAbove('60', '41.7', '0.05', 2)).toBe('24.99');
    expect([percentOf('24.99', '60'), percentOf('24.98', '60')]).toEqual(['41.7', '41.6']);
    expect(leastAbove('60', '0', '0.05', 0)).toBe('0');
  });
  it('where lower is better is the most that still does', () => {
    expect(mostBelow('4.3', '80', '0.05', 2)).toBe('5.37');
    expect([percentOf('4.3', '5.37'), percentOf('4.3', '5.38')]).toEqual(['80.1', '79.9']);
  });
  it('twelve times a quantity is exact', () => expect(times('0.333333', 12)).toBe('3.999996'));
});
