import type { Commitment, DepartmentName, Indicator, Month } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';

/**
 * The promise that a month is judged by: an adjustment holds from the month in which it was approved, never before, so
 * that a reduction erases no earlier warning (handbook domain.md 4.7). Steps and districts are as the responsibility
 * table draws them today.
 */
export const commitmentAt = (
  { commitment, revisions }: Pick<StartedDelivery, 'commitment' | 'revisions'>,
  period: Month,
): Commitment => {
  const later = revisions.filter(({ from }) => from > period);
  if (later.length === 0) return commitment;
  const asBefore = (indicator: Indicator): Indicator =>
    later.reduceRight<Indicator>(
      (now, { before }) => ({ ...now, ...before.find(({ id }) => id === now.id) }),
      indicator,
    );
  return { ...commitment, indicators: commitment.indicators.map(asBefore) };
};

/** Every department that led an indicator at some time, the present lead first. */
export const leadsEver = (
  { revisions }: Pick<StartedDelivery, 'revisions'>,
  { id, lead }: Indicator,
): readonly DepartmentName[] => [
  lead,
  ...revisions.flatMap(({ before }) =>
    before.filter((indicator) => indicator.id === id).map((indicator) => indicator.lead),
  ),
];
