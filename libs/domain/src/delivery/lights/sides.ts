import type { Indicator, IndicatorId, Light, Month, Quantity, Rules, SideLight } from '@minsheng/contracts';
import { compare, sum, times } from '../../indicator/decimal';
import type { Figure } from '../../indicator/figure';
import { occurredOn } from '../../indicator/met';
import { monthNumber, monthOf, monthsBetween } from '../../indicator/month';
import type { Figures } from '../reports/figures';

type SideRules = Rules['sideLights'];
/** Investment of the year, as planned. */
export interface PlannedMoney {
  readonly year: Quantity;
  readonly payments: readonly { readonly due: Month; readonly amount: Quantity }[];
}
/** What the lights beside the progress light are computed from. */
export interface SideInputs {
  readonly period: Month;
  readonly rules: SideRules;
  readonly indicators: readonly Indicator[];
  readonly figures: Figures;
  readonly plan?: PlannedMoney;
  /** Verified payments, cumulative; null where nobody told of money. */
  readonly paid: Quantity | null;
}

const placesOf = (figures: Figures, id: IndicatorId): readonly Figure[] => Object.values(figures[id] ?? {});
const by = (date: string | undefined, period: Month): boolean => date !== undefined && monthOf(date) <= period;

/**
 * The month by whose end works have to be under way: that of the first dated step, or the day of a start that is itself
 * the promise.
 */
const plannedStart = ({ steps, eventKind, dueOn }: Indicator): Month | undefined =>
  steps.map(({ due }) => due).sort()[0] ??
  (eventKind === 'started' && dueOn !== undefined ? monthOf(dueOn) : undefined);
/** Told to have begun, or to have come somewhere. */
const hasBegun =
  (indicator: Indicator, period: Month) =>
  (figure: Figure): boolean =>
    by(figure.startedOn, period) ||
    occurredOn(indicator, figure) !== undefined ||
    [figure.value, figure.worksPercent].some((percent) => percent !== undefined && compare(percent, '0') > 0);

/** The worst of several; the first named wins a tie. */
const longest = (late: readonly { readonly id: IndicatorId; readonly months: number }[]) =>
  late.reduce((worst, entry) => (entry.months > worst.months ? entry : worst));

/** 银川市“红黄绿灯”机制 2025: planned for this month and not started, yellow; so many months running, red. */
const startLight = (
  { redAfterMonths }: NonNullable<SideRules['start']>,
  { period, indicators, figures }: SideInputs,
): SideLight | undefined => {
  const planned = indicators.flatMap((indicator) => {
    const start = plannedStart(indicator);
    return indicator.applicable && start !== undefined && start <= period ? [{ indicator, start }] : [];
  });
  if (planned.length === 0) return undefined;
  const late = planned
    .filter(({ indicator }) => !placesOf(figures, indicator.id).some(hasBegun(indicator, period)))
    .map(({ indicator: { id }, start }) => ({ id, months: monthsBetween(start, period) + 1 }));
  if (late.length === 0) return { colour: 'green', why: 'as planned' };
  const { id: indicatorId, months } = longest(late);
  return months >= redAfterMonths
    ? { colour: 'red', why: 'not started for months', indicatorId, months }
    : { colour: 'yellow', why: 'not started', indicatorId, months };
};

/**
 * Statistics entry (入库), counted in calendar months after the start; a place is entered by itself or with the whole.
 */
const entryLight = (
  { yellowFromMonths, redOverMonths }: NonNullable<SideRules['entry']>,
  { period, indicators, figures }: SideInputs,
): SideLight | undefined => {
  const begun = indicators
    .filter(({ applicable }) => applicable)
    .flatMap(({ id }) =>
      placesOf(figures, id)
        .filter(({ startedOn }) => by(startedOn, period))
        .map((figure) => ({ id, figure, whole: figures[id]?.[''] })),
    );
  if (begun.length === 0) return undefined;
  const late = begun
    .filter(({ figure, whole }) => !by(figure.enteredOn, period) && !by(whole?.enteredOn, period))
    .map(({ id, figure }) => ({ id, months: monthsBetween(monthOf(figure.startedOn!), period) }))
    .filter(({ months }) => months >= yellowFromMonths);
  if (late.length === 0) return { colour: 'green', why: 'as planned' };
  const { id: indicatorId, months } = longest(late);
  return months > redOverMonths
    ? { colour: 'red', why: 'not entered for months', indicatorId, months }
    : { colour: 'yellow', why: 'not entered', indicatorId, months };
};

/**
 * Paid as planned, green; below, red, with no yellow between. Without dates the year's money is due evenly. Nothing to
 * say without a plan.
 */
const moneyLight = ({ period, plan, paid }: SideInputs): SideLight | undefined => {
  if (!plan) return undefined;
  const due =
    [...plan.payments]
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
      .filter((payment) => payment.due <= period)
      .at(-1)?.amount ?? '0';
  const isPaid =
    plan.payments.length > 0
      ? compare(paid ?? '0', due) >= 0
      : compare(times(paid ?? '0', 12), times(plan.year, monthNumber(period))) >= 0;
  return isPaid ? { colour: 'green', why: 'as planned' } : { colour: 'red', why: 'paid below plan' };
};

/**
 * The lights beside the progress light: starts and money may diverge (handbook domain.md edge case 40), and none of
 * them colours another.
 */
export const sidesOf = (inputs: SideInputs): Light['sides'] => {
  const { start, money, entry } = inputs.rules;
  const lights = {
    start: start && startLight(start, inputs),
    money: money && moneyLight(inputs),
    entry: entry && entryLight(entry, inputs),
  };
  return Object.fromEntries(Object.entries(lights).filter(([, light]) => light !== undefined));
};

/** What every department has told of payments, each by its newest verified report. */
export const paidBy = (
  reports: readonly {
    readonly period: Month;
    readonly department: string;
    readonly verifiedMoney?: { readonly paid: Quantity };
  }[],
  period: Month,
): Quantity | null => {
  const newest = new Map<string, Quantity>();
  const reported = reports.filter((report) => report.period <= period).sort((a, b) => (a.period < b.period ? -1 : 1));
  for (const { department, verifiedMoney } of reported) if (verifiedMoney) newest.set(department, verifiedMoney.paid);
  return newest.size > 0 ? sum([...newest.values()]) : null;
};
