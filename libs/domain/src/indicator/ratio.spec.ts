import fc from 'fast-check';
import { exactly, order, percentage, printed, weightedMean } from './ratio';

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
