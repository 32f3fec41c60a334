import { targetOf } from '../../indicator/kinds';
import { monthBefore } from '../../indicator/month';
import { exactPercentOfTarget } from '../../indicator/percent';
import { exactly, order, printed } from '../../indicator/ratio';
import { at } from '../../records';
import type { StartedDelivery } from '../delivery.state';
import { rulesFor } from '../promise/rule-sets';
import { WHOLE, withLines } from './figures';
import { problem, ReportRefused, type SentReport } from './report-problem';
import { figuresAt } from './verified-figures';

/**
 * Figures so far over their target that they may be misprints: whoever verifies says that they were looked at
 * (invariant 13; handbook domain.md edge cases 1 and 26). @throws ReportRefused with the first of them
 */
export const assertPlausible = (
  delivery: StartedDelivery,
  { period, lines }: Pick<SentReport, 'period' | 'lines'>,
): void => {
  const limit = rulesFor(delivery, period).rules.confirmOver;
  const after = withLines(figuresAt(delivery, monthBefore(period)), lines, delivery.commitment.indicators);
  const touched = delivery.commitment.indicators.filter(({ id }) =>
    lines.some(({ indicatorId }) => indicatorId === id),
  );
  for (const indicator of touched) {
    const places = [
      { district: WHOLE, target: targetOf(indicator, delivery.year) },
      ...(delivery.districts[indicator.id] ?? []),
    ];
    for (const { district, target } of places) {
      const percent = exactPercentOfTarget(indicator, target, at(after[indicator.id], district));
      if (percent === null || order(percent, exactly(limit)) <= 0) continue;
      const line = lines.findIndex(
        (reportLine) => reportLine.indicatorId === indicator.id && (reportLine.district ?? WHOLE) === district,
      );
      const facts = { indicatorId: indicator.id, district, percent: printed(percent, [limit]), limit: String(limit) };
      throw new ReportRefused([problem(Math.max(line, 0), 'FIGURE_NEEDS_CONFIRMATION', facts)]);
    }
  }
};
