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
export const compare = (a: Quantity, b: Quantity): -1 | 0 | 1 => {
  const d = units(a) - units(b);
  return d < 0n ? -1 : d > 0n ? 1 : 0;
};
export const sum = (quantities: readonly Quantity[]): Quantity =>
  text(quantities.reduce((total, quantity) => total + units(quantity), 0n));
export const minus = (a: Quantity, b: Quantity): Quantity => text(units(a) - units(b));
export const isZero = (quantity: Quantity): boolean => units(quantity) === 0n;
/** A quantity taken a whole number of times. */
export const times = (quantity: Quantity, factor: number): Quantity => text(units(quantity) * BigInt(factor));
