import type { DepartmentName, DistrictName, Indicator, Month, Quantity } from '@minsheng/contracts';
import type { Figure } from '../../indicator/figure';
import { targetOf } from '../../indicator/kinds';
import { yearOfMonth } from '../../indicator/month';
import { at } from '../../records';
import type { StartedDelivery } from '../delivery.state';
import { WHOLE, withLines, type Figures } from './figures';

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
 * Last month's figures as the starting point of a report (handbook domain.md 4.5): what was verified of this
 * department, or what it claims where nobody has looked yet. Districts that take part have a line each, beside the
 * whole where that was told.
 */
export const draftOf = (delivery: StartedDelivery, department: DepartmentName, period: Month): Draft => {
  const own = Object.values(delivery.reports).filter((report) => report.department === department);
  const before = own.filter((report) => report.period < period).sort((a, b) => (a.period < b.period ? -1 : 1));
  const reported = before.flatMap(({ period: from, status, claimed, verified }) => {
    const lines = status === 'submitted' ? claimed : verified;
    return lines ? [{ from, lines }] : [];
  });
  const figures = reported.reduce<Figures>(
    (sofar, { lines }) => withLines(sofar, lines, delivery.commitment.indicators),
    {},
  );
  const lines = delivery.commitment.indicators
    .filter(({ applicable, lead }) => applicable && lead === department)
    .flatMap((indicator): DraftLine[] => {
      const { id, name, unit } = indicator;
      const districts = delivery.districts[id] ?? [];
      const known = figures[id] ?? {};
      const asksWhole =
        districts.length === 0 ||
        (known[WHOLE] !== undefined && !districts.some(({ district }) => at(known, district)));
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
