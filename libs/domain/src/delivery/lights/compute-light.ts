import type { Colour, IndicatorId, Light, Month, ProjectId } from '@minsheng/contracts';
import type { DecisionContext } from '../../decider';
import type { StartedDelivery } from '../delivery.state';
import { commitmentAt } from '../promise/commitment-at';
import { rulesFor } from '../promise/rule-sets';
import { reportsMissedBy } from '../reports/expected-reports';
import { figuresAt } from '../reports/verified-figures';
import { lightOf } from './light';
import { paidBy, sidesOf } from './sides';
import { isKept, standingsOf, type ExactStanding } from './standing';

/** Completion was claimed in this month or before it. */
const hasCompleted = ({ status, outcome, endedIn }: StartedDelivery, period: Month): boolean =>
  (status === 'completion claimed' || outcome === 'met') && endedIn !== undefined && period >= endedIn;
/** Districts that completion was claimed without. */
const exceptedFrom = ({ exceptions = [] }: StartedDelivery, id: IndicatorId): readonly (string | undefined)[] =>
  exceptions.filter(({ indicatorId }) => indicatorId === id).map(({ district }) => district);

/** Where every indicator stands by the end of a month, by the promise and the rules of that month. */
export const standingsAt = (delivery: StartedDelivery, period: Month): readonly ExactStanding[] => {
  const figures = figuresAt(delivery, period);
  const { line } = rulesFor(delivery, period).rules;
  return commitmentAt(delivery, period).indicators.flatMap((indicator) =>
    standingsOf(indicator, delivery.districts[indicator.id] ?? [], figures, period, line).filter(
      ({ place }) => !hasCompleted(delivery, period) || !exceptedFrom(delivery, indicator.id).includes(place.district),
    ),
  );
};

const sidesAt = (delivery: StartedDelivery, period: Month): Light['sides'] =>
  sidesOf({
    period,
    rules: rulesFor(delivery, period).rules.sideLights,
    indicators: commitmentAt(delivery, period).indicators,
    figures: figuresAt(delivery, period),
    plan: delivery.investment,
    paid: paidBy(Object.values(delivery.reports), period),
  });

/**
 * Whether a month is held against the promise: not from when it was recorded as not met, or an adjustment took it away.
 * A promise that was kept is judged to the end.
 */
const isMeasured = (delivery: StartedDelivery, period: Month): boolean =>
  delivery.endedIn === undefined || period < delivery.endedIn || hasCompleted(delivery, period);

/** Accepted as met, from the month in which the work was finished. */
const isAccepted = (delivery: StartedDelivery, period: Month): boolean =>
  (delivery.status === 'accepted' || delivery.status === 'closed') && hasCompleted(delivery, period);

/**
 * The light of a month by what is verified now, on a day, and by the rule set that the month belongs to: another one
 * adopted since recolours nothing.
 */
export const lightAt = (
  delivery: StartedDelivery,
  period: Month,
  clock: Pick<DecisionContext<ProjectId>, 'today' | 'calendar'>,
): Light => {
  const { rulesVersion, rules } = rulesFor(delivery, period);
  const measured = isMeasured(delivery, period);
  return lightOf({
    period,
    rulesVersion,
    rules,
    standings: measured ? standingsAt(delivery, period) : [],
    missing: reportsMissedBy(delivery, period, clock),
    accepted: isAccepted(delivery, period),
    sides: measured ? sidesAt(delivery, period) : {},
  });
};

/**
 * What people see of a month: the colour set by hand while it is in force, else the computed one; undefined before the
 * month is closed (invariant 17).
 */
export const shownColour = (
  { lights, overrides }: Pick<StartedDelivery, 'lights' | 'overrides'>,
  period: Month,
): Colour | undefined => overrides[period]?.colour ?? lights[period]?.colour;

const withVerdict = (delivery: StartedDelivery, until: Month, verdict: boolean | undefined): readonly IndicatorId[] => {
  const figures = figuresAt(delivery, until);
  return delivery.commitment.indicators
    .filter(({ applicable }) => applicable)
    .filter((indicator) => {
      const [districts, excepted] = [delivery.districts[indicator.id] ?? [], exceptedFrom(delivery, indicator.id)];
      return isKept(indicator, districts, figures, delivery.year, excepted) === verdict;
    })
    .map(({ id }) => id);
};

/** Ids of the indicators that are not met by what is verified; those with nothing to hold them against do not count. */
export const unmetIndicators = (delivery: StartedDelivery, until: Month): readonly IndicatorId[] =>
  withVerdict(delivery, until, false);

/** Ids of the indicators that were promised in words, with nothing to hold them against. */
export const indicatorsInWords = (delivery: StartedDelivery, until: Month): readonly IndicatorId[] =>
  withVerdict(delivery, until, undefined);
