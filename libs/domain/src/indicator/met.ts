import type { Indicator, Quantity } from '@minsheng/contracts';
import { compare, isZero } from './decimal';
import type { Figure } from './figure';
import { kindOf, targetFor } from './kinds';

/**
 * The day an event happened. Where only a start is promised, the day works began is that day (handbook domain.md edge
 * case 18).
 */
export const occurredOn = (
  { eventKind }: Pick<Indicator, 'eventKind'>,
  figure: Figure | undefined,
): string | undefined => figure?.doneOn ?? (eventKind === 'started' ? figure?.startedOn : undefined);
/** Whether an event happened by the day it was promised for; without one, whenever it happened. */
const occurredInTime = (indicator: Pick<Indicator, 'eventKind' | 'dueOn'>, figure: Figure | undefined): boolean => {
  const day = occurredOn(indicator, figure);
  return day !== undefined && (indicator.dueOn === undefined || day <= indicator.dueOn);
};
/** Whether a figure is above the most that was promised: no other month makes up for it. */
export const isAboveCeiling = ({ comparator, ceiling }: Indicator, figure: Figure | undefined): boolean =>
  comparator === 'range' && figure?.value !== undefined && compare(figure.value, ceiling!) > 0;

/** Whether what was reached keeps the promise; undefined where there is nothing to hold it against. */
export const isMet = (
  indicator: Indicator,
  given: Quantity | null,
  figure: Figure | undefined,
): boolean | undefined => {
  const { comparator, ceiling } = indicator;
  if (comparator === 'event') return occurredInTime(indicator, figure);
  if (kindOf(indicator) === 'entitlement') return figure?.allServed === true;
  const target = targetFor(indicator, given);
  if (target === null) return undefined;
  // who owes nothing is not behind for saying nothing
  if (figure?.value === undefined) return comparator === '>=' && isZero(target);
  const side = compare(figure.value, target);
  if (comparator === 'range') return side >= 0 && compare(figure.value, ceiling!) <= 0;
  return comparator === '>=' ? side >= 0 : side <= 0;
};
