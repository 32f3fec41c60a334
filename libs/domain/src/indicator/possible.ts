import type { Indicator, Quantity, Step } from '@minsheng/contracts';
import { compare, isZero } from './decimal';
import { kindOf } from './kinds';
import { inOrder } from './schedule';

export type QuantityRefusal = 'NEGATIVE_COUNT' | 'SHARE_ABOVE_WHOLE' | 'TARGET_OF_ZERO';

const counted = ['count', 'measure', 'recurring duty', 'entitlement'];
/**
 * Things, lengths, money, times and people are never less than nothing, but as a balance (净增); nor are rates and
 * standards, but growth, and what was promised below nothing.
 */
const isNeverNegative = (indicator: Indicator): boolean => {
  const { net, rateOf, target } = indicator;
  if (net === true || rateOf === 'growth') return false;
  return counted.includes(kindOf(indicator)) || target === null || compare(target, '0') >= 0;
};

/**
 * Whether a percentage is a share of a whole: as declared; else every rate in percent is, but one that promises more
 * than the whole.
 */
const isShare = (indicator: Indicator): boolean => {
  const { unit, rateOf, target, ceiling } = indicator;
  if (kindOf(indicator) !== 'rate' || (unit !== '%' && unit !== '％')) return false;
  const most = ceiling ?? target;
  return rateOf === undefined ? most === null || compare(most, '100') <= 0 : rateOf === 'share';
};

/** Why an indicator can never come to a quantity; undefined where it can. */
export const whyImpossible = (indicator: Indicator, quantity: Quantity): QuantityRefusal | undefined => {
  if (compare(quantity, '0') < 0 && isNeverNegative(indicator)) return 'NEGATIVE_COUNT';
  return compare(quantity, '100') > 0 && isShare(indicator) ? 'SHARE_ABOVE_WHOLE' : undefined;
};

/** Why a quantity is no target: at least nothing is no promise, and no percentage is made of it (invariant 9). */
export const whyNoTarget = ({ comparator }: Indicator, target: Quantity): QuantityRefusal | undefined =>
  comparator === '>=' && isZero(target) ? 'TARGET_OF_ZERO' : undefined;

/**
 * The first dated step that asks for less than the one before it. Where lower is better, and of a balance, less may be
 * wanted later.
 */
export const fallingStep = ({
  steps,
  stepsAre,
  comparator,
  net,
}: Pick<Indicator, 'steps' | 'stepsAre' | 'comparator' | 'net'>):
  { readonly due: Step['due']; readonly before: Quantity; readonly now: Quantity } | undefined => {
  if (comparator === '<=' || net === true) return undefined;
  let before: Quantity = '0';
  for (const { due, quantity: now } of inOrder(steps)) {
    if (now === undefined) continue;
    if (compare(now, stepsAre === 'increments' ? '0' : before) < 0) return { due, before, now };
    before = now;
  }
  return undefined;
};

/** An indicator among those that are parts of each other in a ring, if there is any. */
export const partInRing = (indicators: readonly Indicator[]): Indicator | undefined => {
  const wholes = new Map(indicators.map(({ id, partOf }) => [id, partOf]));
  return indicators.find(({ id }) => {
    let whole = wholes.get(id);
    for (let step = 0; whole !== undefined && whole !== id && step < indicators.length; step += 1)
      whole = wholes.get(whole);
    return whole === id;
  });
};
