import type { Indicator, Quantity, Step } from '@minsheng/contracts';
import { compare } from './decimal';
import { kindOf } from './kinds';
import { inOrder } from './schedule';

export type QuantityRefusal = 'NEGATIVE_COUNT' | 'SHARE_ABOVE_WHOLE';

/** Things, lengths, money, times and people: none of them is less than nothing. A balance (净增) may be. */
const isCounted = (indicator: Indicator): boolean =>
  indicator.net !== true && ['count', 'measure', 'recurring duty', 'entitlement'].includes(kindOf(indicator));

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
  if (compare(quantity, '0') < 0 && isCounted(indicator)) return 'NEGATIVE_COUNT';
  return compare(quantity, '100') > 0 && isShare(indicator) ? 'SHARE_ABOVE_WHOLE' : undefined;
};

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
