import type { DepartmentName, DistrictName, Indicator, Month, Quantity } from '@minsheng/contracts';
import type { Figure } from '../../indicator/figure';
import { targetOf } from '../../indicator/kinds';
import { monthsOf, yearOfMonth } from '../../indicator/month';
import { at } from '../../records';
import type { StartedDelivery } from '../delivery.state';
import { WHOLE, withLines, type Figures } from './figures';
import { withVerified } from './verified-figures';

/**
 * A line to be filled in: where it belongs, what is owed there, and what was told last. A line without a figure is
 * empty, not zero.
 */
export interface DraftLine extends Figure {
  readonly indicatorId: Indicator['id'];
  readonly name: string;
  readonly unit: string;
  readonly district?: DistrictName;
  readonly target: Quantity | null;
}
export interface Draft {
  /** The newest month that the figures come from. */
  readonly from?: Month;
  /** What became of this month's own report so far. */
  readonly status: 'not reported' | 'submitted' | 'returned' | 'verified' | 'certified';
  readonly lines: readonly DraftLine[];
}

/**
 * Last month's figures as the starting point of a report (handbook domain.md 4.5): what was verified, whoever sent it,
 * or what the department claims where nobody has looked yet. Districts that take part have a line each, beside the
 * whole where that was reported.
 */
export const draftOf = (delivery: StartedDelivery, department: DepartmentName, period: Month): Draft => {
  const { indicators } = delivery.commitment;
  const led = indicators.filter(({ applicable, lead }) => applicable && lead === department);
  const own = Object.values(delivery.reports).filter((report) => report.department === department);
  const reported = monthsOf(delivery.year)
    .filter((month) => month < period)
    .flatMap((from) => {
      const waiting = own.find((report) => report.period === from && report.status === 'submitted');
      const lines = withVerified(delivery.verified[from] ?? [], waiting?.claimed ?? [], indicators);
      return led.some(({ id }) => lines.some(({ indicatorId }) => indicatorId === id)) ? [{ from, lines }] : [];
    });
  const figures = reported.reduce<Figures>((sofar, { lines }) => withLines(sofar, lines, indicators), {});
  const lines = led.flatMap((indicator): DraftLine[] => {
    const { id, name, unit } = indicator;
    const districts = delivery.districts[id] ?? [];
    const known = figures[id] ?? {};
    const asksWhole =
      districts.length === 0 || (known[WHOLE] !== undefined && !districts.some(({ district }) => at(known, district)));
    const places = [
      ...(asksWhole ? [{ district: undefined, target: targetOf(indicator, yearOfMonth(period)) }] : []),
      ...districts,
    ];
    return places.map((place) => ({
      indicatorId: id,
      name,
      unit,
      ...(place.district !== undefined && { district: place.district as DistrictName }),
      target: place.target,
      ...at(known, place.district ?? WHOLE),
    }));
  });
  const from = reported.at(-1)?.from;
  return {
    ...(from && { from }),
    status: own.find((report) => report.period === period)?.status ?? 'not reported',
    lines,
  };
};
