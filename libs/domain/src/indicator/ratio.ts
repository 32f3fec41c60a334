import type { Quantity } from '@minsheng/contracts';

/**
 * An exact fraction. Verdicts (met, colours, grades, ranks) compare ratios; text with a fixed number of decimals is
 * made last, by `printed`, and never decides anything.
 */
export interface Ratio {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

const DECIMALS = 6;

/** @param denominator not zero */
const ratio = (numerator: bigint, denominator: bigint): Ratio =>
  denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };

/** A decimal text of up to six decimals, as it is. */
export const exactly = (quantity: Quantity | number): Ratio => {
  const text = String(quantity);
  const point = text.indexOf('.');
  if (point < 0) return { numerator: BigInt(text), denominator: 1n };
  const decimals = text.length - point - 1;
  return { numerator: BigInt(text.slice(0, point) + text.slice(point + 1)), denominator: 10n ** BigInt(decimals) };
};

export const plus = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const less = (a: Ratio, b: Ratio): Ratio => plus(a, { ...b, numerator: -b.numerator });
export const multiplied = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.numerator, a.denominator * b.denominator);
/** @param b not zero */
export const divided = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.denominator, a.denominator * b.numerator);
const hundred = exactly(100);
/** `part / whole × 100`, uncapped. @param whole not zero */
export const percentage = (part: Quantity, whole: Quantity): Ratio =>
  multiplied(divided(exactly(part), exactly(whole)), hundred);

export const order = (a: Ratio, b: Ratio): -1 | 0 | 1 => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Mean by whole weights, none below zero, that do not sum to zero. */
export const weightedMean = (parts: readonly { readonly value: Ratio; readonly weight: number }[]): Ratio => {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const total = parts.reduce((sum, { value, weight }) => plus(sum, multiplied(value, exactly(weight))), exactly(0));
  return divided(total, exactly(weights));
};

const halfUp = (numerator: bigint, denominator: bigint): bigint => (numerator * 2n + denominator) / (denominator * 2n);

/** `value × 10^decimals`, rounded half away from zero. */
const scaled = ({ numerator, denominator }: Ratio, decimals: number): bigint => {
  const factor = 10n ** BigInt(decimals);
  return numerator < 0n ? -halfUp(-numerator * factor, denominator) : halfUp(numerator * factor, denominator);
};

/** `value × 10^decimals`, rounded down. */
const floored = ({ numerator, denominator }: Ratio, decimals: number): bigint => {
  const scaledNumerator = numerator * 10n ** BigInt(decimals);
  const quotient = scaledNumerator / denominator;
  return scaledNumerator < 0n && quotient * denominator !== scaledNumerator ? quotient - 1n : quotient;
};

const asText = (value: bigint, decimals: number): Quantity => {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  const shortest = fraction.replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${shortest && `.${shortest}`}`;
};

/**
 * As people read it: one decimal, half rounded up, unless that would show it on the other side of a limit or on one
 * that it is not on: then with as many decimals as tell them apart (1999 of 2000 is 99.95, never
 * 100).
 * @param limits what the value is held against: 100, a ceiling, the lines of grades
 */
export const printed = (value: Ratio, limits: readonly (Quantity | number)[] = [100]): Quantity => {
  const sides = limits.map(exactly).map((limit) => ({ limit, side: order(value, limit) }));
  const keepsSides = (digits: bigint, decimals: number) =>
    sides.every(
      ({ limit, side }) => order({ numerator: digits, denominator: 10n ** BigInt(decimals) }, limit) === side,
    );
  for (let decimals = 1; decimals <= DECIMALS; decimals++) {
    const digits = scaled(value, decimals);
    if (keepsSides(digits, decimals)) return asText(digits, decimals);
  }
  // Closer to a limit than six decimals tell: the last decimal is cut off, or rounded up, away from the limit.
  const cut = scaled(value, DECIMALS);
  return asText([cut - 1n, cut + 1n].find((digits) => keepsSides(digits, DECIMALS)) ?? cut, DECIMALS);
};

/** The greatest text of so many decimals that is not above the value. */
export const roundedDown = (value: Ratio, decimals: number): Quantity => asText(floored(value, decimals), decimals);
/** The least text of so many decimals that is not below the value. */
export const roundedUp = (value: Ratio, decimals: number): Quantity =>
  asText(-floored({ ...value, numerator: -value.numerator }, decimals), decimals);
