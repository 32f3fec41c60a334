import type { Month } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';
import { withLines, type Figures } from './figures';

/** Verified figures at the end of a month: reports of later months do not reach back. */
export const figuresAt = (
  { reports, commitment }: Pick<StartedDelivery, 'reports' | 'commitment'>,
  period: Month,
): Figures =>
  Object.values(reports)
    .filter((report) => report.verified && report.period <= period)
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : a.department < b.department ? -1 : 1))
    .reduce<Figures>((figures, { verified }) => withLines(figures, verified!, commitment.indicators), {});
