import type { Commitment, DepartmentName, Indicator, Month } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';

/** The indicators as a month is judged by them: what a later adjustment changed is as it was before. */
export const indicatorsAt = (
  indicators: readonly Indicator[],
  revisions: StartedDelivery['revisions'],
  period: Month,
): readonly Indicator[] => {
  const later = revisions.filter(({ from }) => from > period);
  if (later.length === 0) return indicators;
  return indicators.map((indicator) =>
    later.reduceRight<Indicator>(
      (now, { before }) => ({ ...now, ...before.find(({ id }) => id === now.id) }),
      indicator,
    ),
  );
};

/**
 * The promise that a month is judged by: an adjustment holds from the month in which it was approved, never before, so
 * that a reduction erases no earlier warning (handbook domain.md 4.7). Steps and districts are as the responsibility
 * table draws them today.
 */
export const commitmentAt = (
  { commitment, revisions }: Pick<StartedDelivery, 'commitment' | 'revisions'>,
  period: Month,
): Commitment => {
  const indicators = indicatorsAt(commitment.indicators, revisions, period);
  return indicators === commitment.indicators ? commitment : { ...commitment, indicators: [...indicators] };
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
