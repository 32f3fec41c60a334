import type { Indicator, Quantity } from '@minsheng/contracts';
import { compare, isZero, percentOf } from '../../decimal';
import { kindOf, targetFor } from '../../kinds';
import { isReported, type Figure } from '../reporting/figures';

/**
 * The day an event happened. Where only a start is promised, the day works began is that day (handbook domain.md edge
 * case 18).
 */
export const happenedOn = (
  { eventKind }: Pick<Indicator, 'eventKind'>,
  figure: Figure | undefined,
): string | undefined => figure?.doneOn ?? (eventKind === 'started' ? figure?.startedOn : undefined);

/** Whether what was reached keeps the promise; undefined where there is nothing to hold it against. */
export const isMet = (
  indicator: Indicator,
  given: Quantity | null,
  figure: Figure | undefined,
): boolean | undefined => {
  const { comparator, ceiling } = indicator;
  if (comparator === 'event') return happenedOn(indicator, figure) !== undefined;
  if (kindOf(indicator) === 'entitlement') return figure?.allServed === true;
  const target = targetFor(indicator, given);
  if (target === null) return undefined;
  // who owes nothing is not behind for saying nothing
  if (figure?.value === undefined) return comparator === '>=' && isZero(target);
  const side = compare(figure.value, target);
  if (comparator === 'range') return side >= 0 && compare(figure.value, ceiling!) <= 0;
  return comparator === '>=' ? side >= 0 : side <= 0;
};

/**
 * Completion percentage, one decimal, uncapped (handbook domain.md 5.1): actual / target; where lower is better target
 * / actual; a standard that
 * is reached is 100 whatever the overshoot. Null for an event, a range, all who qualify, an empty or zero target
 * (invariant 9), and where nothing was reported.
 */
export const percentOfTarget = (
  indicator: Indicator,
  given: Quantity | null,
  figure: Figure | undefined,
): Quantity | null => {
  const { comparator } = indicator;
  const kind = kindOf(indicator);
  const target = targetFor(indicator, given);
  if (
    comparator === 'event' ||
    comparator === 'range' ||
    kind === 'entitlement' ||
    target === null ||
    isZero(target) ||
    figure?.value === undefined
  )
    return null;
  if (kind === 'standard' && isMet(indicator, target, figure)) return '100';
  if (comparator === '>=') return percentOf(figure.value, target);
  return isZero(figure.value) ? null : percentOf(target, figure.value);
};

/**
 * The same figure by the base that was found instead of the planned one; both are shown (岳阳楼: 126 or 89 percent,
 * handbook domain.md edge case 7).
 */
export const percentOfRevisedBase = (indicator: Indicator, figure: Figure | undefined): Quantity | null => {
  const { value, revisedBase } = figure ?? {};
  return value === undefined || revisedBase === undefined || isZero(revisedBase) || indicator.comparator !== '>='
    ? null
    : percentOf(value, revisedBase);
};

export interface StatusWord {
  readonly zh: string;
  readonly en: string;
}
const words = {
  none: { zh: '无可对照', en: 'nothing to hold it against' },
  silent: { zh: '未报告', en: 'not reported' },
  met: { zh: '达到目标', en: 'target reached' },
  unmet: { zh: '未达到目标', en: 'target not reached' },
  served: { zh: '已应享尽享', en: 'all who qualify served' },
  unserved: { zh: '尚未应享尽享', en: 'not all who qualify served' },
  started: { zh: '已开工', en: 'started' },
  'not started': { zh: '未开工', en: 'not started' },
  'put into use': { zh: '已投入使用', en: 'put into use' },
  'not put into use': { zh: '未投入使用', en: 'not put into use' },
  done: { zh: '已完成', en: 'done' },
  'not done': { zh: '未完成', en: 'not done' },
} satisfies Record<string, StatusWord>;

/** Where a promise stands, in a word: what is printed where no percentage is made (handbook domain.md 5.1). */
export const statusWord = (indicator: Indicator, target: Quantity | null, figure: Figure | undefined): StatusWord => {
  const met = isMet(indicator, target, figure);
  if (met === undefined) return words.none;
  if (indicator.comparator === 'event') {
    const what = indicator.eventKind ?? 'done';
    return met ? words[what] : words[`not ${what}` as const];
  }
  if (!met && !isReported(figure)) return words.silent;
  if (kindOf(indicator) === 'entitlement') return met ? words.served : words.unserved;
  return met ? words.met : words.unmet;
};
