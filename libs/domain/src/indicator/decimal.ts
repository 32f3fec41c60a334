import type { Quantity } from '@minsheng/contracts';

const SCALE = 6;
const ONE = 10n ** BigInt(SCALE);

/** Exact: no binary fractions anywhere between a report and a printed percentage. */
const units = (quantity: Quantity): bigint => {
  // most are whole, and a large list holds hundreds of thousands
  if (!quantity.includes('.')) return BigInt(quantity) * ONE;
  const negative = quantity.startsWith('-');
  const [whole, fraction = ''] = quantity.replace('-', '').split('.');
  const magnitude = BigInt(whole) * ONE + BigInt(fraction.padEnd(SCALE, '0').slice(0, SCALE));
  return negative ? -magnitude : magnitude;
};
const text = (value: bigint): Quantity => {
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % ONE).toString().padStart(SCALE, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${magnitude / ONE}${fraction && `.${fraction}`}`;
};
const rounded = (dividend: bigint, divisor: bigint): bigint => {
  const negative = dividend < 0n !== divisor < 0n;
  const [n, d] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const half = (n * 2n + d) / (d * 2n);
  return negative ? -half : half;
};

export const compare = (a: Quantity, b: Quantity): -1 | 0 | 1 => {
  const d = units(a) - units(b);
  return d < 0n ? -1 : d > 0n ? 1 : 0;
};
export const sum = (quantities: readonly Quantity[]): Quantity =>
  text(quantities.reduce((total, quantity) => total + units(quantity), 0n));
export const minus = (a: Quantity, b: Quantity): Quantity => text(units(a) - units(b));
export const isZero = (quantity: Quantity): boolean => units(quantity) === 0n;
/** `part / whole × 100` with one decimal, half rounded up, uncapped. `whole` must not be zero. */
export const percentOf = (part: Quantity, whole: Quantity): Quantity =>
  text(rounded(units(part) * 1000n, units(whole)) * (ONE / 10n));
/** Mean of values with integer weights, one decimal. Weights must not sum to zero. */
export const weightedMean = (parts: readonly { readonly value: Quantity; readonly weight: number }[]): Quantity => {
  const weights = parts.reduce((total, { weight }) => total + BigInt(weight), 0n);
  const total = parts.reduce((sofar, { value, weight }) => sofar + units(value) * BigInt(weight), 0n);
  return text(rounded(total * 10n, weights * ONE) * (ONE / 10n));
};
/** A quantity taken a whole number of times. */
export const times = (quantity: Quantity, factor: number): Quantity => text(units(quantity) * BigInt(factor));

const stepOf = (decimals: number): bigint => 10n ** BigInt(SCALE - decimals);
/**
 * The least part of a whole, told to so many decimals, whose percentage is no more than `short` below the one wanted.
 */
export const leastAbove = (whole: Quantity, percent: Quantity, short: Quantity, decimals: number): Quantity => {
  const [n, d] = [units(whole) * (units(percent) - units(short)), 100n * ONE * stepOf(decimals)];
  return text((n <= 0n ? 0n : (n + d - 1n) / d) * stepOf(decimals));
};
/**
 * The greatest whole, told to so many decimals, of which a part still makes a percentage no more than `short` below the
 * one wanted.
 */
export const mostBelow = (part: Quantity, percent: Quantity, short: Quantity, decimals: number): Quantity =>
  text(((units(part) * 100n * ONE) / ((units(percent) - units(short)) * stepOf(decimals))) * stepOf(decimals));
