import fc from 'fast-check';
import { exactly, order, percentage, printed, roundedDown, roundedUp, weightedMean } from './ratio';

describe('a ratio as people read it', () => {
  it.each([
    ['1999', '2000', '99.95'],
    ['19999', '20000', '99.995'],
    ['2000', '2000', '100'],
    ['2001', '2000', '100.1'],
    ['200001', '200000', '100.001'],
    ['1', '3', '33.3'],
    ['11997', '10000', '120'],
    ['999999999999', '1000000000000', '99.999999'],
    ['100000000001', '100000000000', '100.000001'],
  ])('%s of %s is %s percent', (part, whole, text) => expect(printed(percentage(part, whole))).toBe(text));

  // methods-goldens.json, `rounding`, by Python's decimal: half up, away from any limit
  it.each([
    ['79.95', '80'],
    ['79.949999', '79.9'],
    ['80.05', '80.1'],
    ['0.25', '0.3'],
    ['89.85', '89.9'],
    ['-0.25', '-0.3'],
  ])('%s without a limit is %s', (exact, text) => expect(printed(exactly(exact), [])).toBe(text));

  it('never shows the line of a grade that is not reached', () =>
    expect(printed(exactly('79.96'), [80, 60])).toBe('79.96'));

  it('stays on its own side of every limit', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.constantFrom(0, 60, 80, 100, 300),
        (numerator, denominator, limit) => {
          const value = { numerator: numerator * 100n, denominator };
          return order(exactly(printed(value, [limit])), exactly(limit)) === order(value, exactly(limit));
        },
      ),
    ));
});

describe('percentages as people read them: one decimal, the half up, uncapped', () => {
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
  ])('%s of %s is %s (%s)', (part, whole, percent) => expect(printed(percentage(part, whole))).toBe(percent));
});

describe('rounding to so many decimals', () => {
  it('goes down, or up, whatever the rest, and below zero as above it', () => {
    const third = { numerator: 1n, denominator: 3n };
    expect([roundedDown(third, 2), roundedUp(third, 2), roundedDown(third, 0), roundedUp(third, 0)]).toEqual([
      '0.33',
      '0.34',
      '0',
      '1',
    ]);
    expect([roundedDown(exactly('-0.5'), 0), roundedUp(exactly('-0.5'), 0)]).toEqual(['-1', '0']);
    expect([roundedDown(exactly('25'), 0), roundedUp(exactly('25'), 0)]).toEqual(['25', '25']);
  });
});

it('a mean by weights is exact', () =>
  expect(
    order(
      weightedMean([
        { value: percentage('1', '3'), weight: 2 },
        { value: percentage('2', '3'), weight: 1 },
      ]),
      percentage('4', '9'),
    ),
  ).toBe(0));
