import fc from 'fast-check';
import { Domain, Evidence, On, Quantity, Title } from './values';

describe('a quantity', () => {
  it.each<[unknown, string]>([
    [4.65, '4.65'],
    ['4.650', '4.65'],
    ['4.65', '4.65'],
    [0, '0'],
    [-0, '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['0.0', '0'],
    ['100', '100'],
    ['100.00', '100'],
    [100, '100'],
    ['-3.50', '-3.5'],
    ['0.000001', '0.000001'],
    ['999999999999999999.999999', '999999999999999999.999999'],
    ['10.0100', '10.01'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('%p is kept as %s', (given, kept) => expect(Quantity.parse(given)).toBe(kept));

  it.each<[unknown, string]>([
    [1e21, 'too large for a plain number'],
    [2 ** 53, 'more digits than a JSON number keeps'],
    [1e17, 'the same'],
    [1e-7, 'an exponent'],
    ['1e3', 'an exponent in a text'],
    ['0.1234567', 'seven decimals'],
    [0.1 + 0.2, 'a binary fraction'],
    ['1234567890123456789', 'nineteen digits'],
    ['05', 'a leading zero'],
    ['.5', 'no digit before the point'],
    ['5.', 'no digit behind the point'],
    ['+5', 'a plus sign'],
    ['1,000', 'a thousands mark'],
    ['５', 'a full-width digit'],
    [' 5', 'a space'],
    ['5万', 'a scale'],
    ['', 'nothing'],
    ['-', 'a sign alone'],
    [NaN, 'no number'],
    [Infinity, 'infinity'],
    [null, 'null'],
    [true, 'a truth value'],
    [{}, 'an object'],
    ['5\n', 'a line break'],
  ])('%p is refused: %s', (given) => expect(Quantity.safeParse(given).success).toBe(false));

  const plain = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.stringMatching(/^\d{0,6}$/))
    .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction && `.${fraction}`}`);

  it('keeps its own output as it is', () =>
    fc.assert(
      fc.property(plain, (text) => {
        const kept = Quantity.parse(text);
        expect(Quantity.parse(kept)).toBe(kept);
      }),
      { numRuns: 200 },
    ));

  it('is the same amount for the same number of millionths', () => {
    const millionths = (text: string) => {
      const [whole, fraction = ''] = text.replace('-', '').split('.');
      return (text.startsWith('-') ? -1n : 1n) * BigInt(whole + fraction.padEnd(6, '0'));
    };
    fc.assert(
      fc.property(plain, (text) => {
        const kept = Quantity.parse(text);
        expect(millionths(kept)).toBe(millionths(text));
        expect(kept).toMatch(/^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('other values', () => {
  it('a title is trimmed and never empty', () => {
    expect(Title.parse(' 公厕 ')).toBe('公厕');
    expect(Title.safeParse('  ').success).toBe(false);
    expect(Title.safeParse('长'.repeat(201)).success).toBe(false);
  });
  it.each(['2019-02-29', '2019-13-01', '2019-3-28', '28.03.2019', '2019-03-28T00:00:00Z'])(
    '%s is no business date',
    (day) => expect(On.safeParse(day).success).toBe(false),
  );
  it('29 February is a business date in a leap year', () => expect(On.parse('2020-02-29')).toBe('2020-02-29'));
  it('there are thirteen domains and 其他', () => expect(Domain.options).toHaveLength(14));
  it('evidence names its file by a whole SHA-256 or not at all', () => {
    expect(Evidence.safeParse({ kind: 'photo', caption: '现场' }).success).toBe(true);
    expect(Evidence.safeParse({ kind: 'photo', caption: '现场', sha256: 'a3' }).success).toBe(false);
  });
});
