import { isAmount, scaled, scaleOf, sumOf, textOf } from './amount';

describe('an amount', () => {
  it('is counted in whole units of its last digit', () => expect(scaled(1361.92, 2)).toBe(136_192));
  it.each([
    [136_192, 2, '1361.92'],
    [5900, 0, '5900'],
    [500, 2, '5'],
    [5, 2, '0.05'],
    [-25, 1, '-2.5'],
    [0, 3, '0'],
  ])('%i of 10^-%i reads %s', (units, scale, text) => expect(textOf(units, scale)).toBe(text));
  it('sums without binary fractions', () => expect(textOf(sumOf([0.1, 0.2], scaleOf([0.1, 0.2])), 1)).toBe('0.3'));
  it.each([0.1234567, 1e21, Number.NaN, 2 ** 53])('%d cannot be held exactly', (amount) =>
    expect(isAmount(amount)).toBe(false),
  );
});
