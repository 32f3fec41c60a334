import type { DepartmentName, Light, Month, Standing } from '@minsheng/contracts';
import { figuresAt, reportKey, type StartedDelivery } from './delivery.state';
import { lightOf } from './light';
import { isMet, standingsOf } from './standing';
import { WHOLE, isTold } from './figures';

/** The departments that lead at least one indicator which concerns this place, in the order of the list. */
export const leadsOf = ({ commitment }: Pick<StartedDelivery, 'commitment'>): readonly DepartmentName[] =>
  [...new Set(commitment.indicators.filter(({ applicable }) => applicable).map(({ lead }) => lead))];

export const standingsAt = (delivery: StartedDelivery, period: Month): readonly Standing[] => {
  const figures = figuresAt(delivery, period);
  return delivery.commitment.indicators.flatMap((indicator) => standingsOf(indicator, delivery.districts[indicator.id] ?? [], figures, period, delivery.rules.line));
};

/** The light of a month by what is verified now. */
export const lightAt = (delivery: StartedDelivery, period: Month): Light => lightOf({
  period,
  rulesVersion: delivery.rulesVersion,
  rules: delivery.rules,
  standings: standingsAt(delivery, period),
  missing: delivery.endedIn !== undefined && period >= delivery.endedIn ? [] : leadsOf(delivery).filter((department) => !delivery.reports[reportKey(period, department)]?.verified),
});

/** Ids of the indicators that are not met by what is verified; those with nothing to hold them against do not count. */
export const unmetIndicators = (delivery: StartedDelivery, until: Month): readonly string[] => {
  const figures = figuresAt(delivery, until);
  return delivery.commitment.indicators.filter((indicator) => {
    if (!indicator.applicable) return false;
    const own = figures[indicator.id] ?? {};
    const districts = (delivery.districts[indicator.id] ?? []).filter(({ target }) => target !== null);
    if (isTold(own[WHOLE]) || !districts.some(({ district }) => isTold(own[district]))) return isMet(indicator, indicator.target, own[WHOLE]) === false;
    return districts.some(({ district, target }) => isMet(indicator, target, own[district]) === false);
  }).map(({ id }) => id);
};
