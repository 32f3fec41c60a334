import type { DepartmentName, Indicator, Month, ReportLine } from '@minsheng/contracts';
import { compare, sum } from '../decimal';
import { Refusal } from '../decider';
import { WHOLE, withLines, type Figures } from './figures';
import type { StartedDelivery } from './delivery.state';

export type ReportRefusal =
  | 'INDICATOR_UNKNOWN' | 'NOT_THE_LEAD_DEPARTMENT' | 'DISTRICT_UNKNOWN' | 'DUPLICATE_LINE' | 'FIGURE_EXPECTED' | 'EVENT_DATE_EXPECTED' | 'REPORT_SUM_MISMATCH' | 'CUMULATIVE_FALLS';
const refuse = (code: ReportRefusal, facts?: Record<string, string | number>): never => { throw new Refusal(code, facts); };

const assertLine = ({ indicatorId, district, value, doneOn, worksPercent }: ReportLine, indicator: Indicator | undefined, delivery: StartedDelivery) => {
  if (!indicator || !indicator.applicable) return refuse('INDICATOR_UNKNOWN', { indicatorId });
  if (district !== undefined && !(delivery.districts[indicator.id] ?? []).some((known) => known.district === district)) refuse('DISTRICT_UNKNOWN', { indicatorId, district });
  if (indicator.comparator === 'event' ? value !== undefined : doneOn !== undefined) refuse(indicator.comparator === 'event' ? 'EVENT_DATE_EXPECTED' : 'FIGURE_EXPECTED', { indicatorId });
  if (value === undefined && doneOn === undefined && worksPercent === undefined) refuse(indicator.comparator === 'event' ? 'EVENT_DATE_EXPECTED' : 'FIGURE_EXPECTED', { indicatorId });
};

/** A whole given beside all its districts must be their sum (additive indicators only). */
const assertWholeIsSum = (indicator: Indicator, lines: readonly ReportLine[], delivery: StartedDelivery) => {
  const whole = lines.find(({ district }) => district === undefined)?.value;
  const parts = lines.filter(({ district, value }) => district !== undefined && value !== undefined);
  const all = delivery.districts[indicator.id] ?? [];
  const withTarget = all.filter(({ target }) => target !== null);
  const expected = withTarget.length > 0 ? withTarget : all;
  if (!indicator.additive || whole === undefined || parts.length === 0 || !expected.every(({ district }) => parts.some((part) => part.district === district))) return;
  const total = sum(parts.map(({ value }) => value!));
  if (compare(total, whole) !== 0) refuse('REPORT_SUM_MISMATCH', { indicatorId: indicator.id, whole, sum: total });
};

/** Cumulative figures fall only with a stated reason: people leave programmes, audits cut figures (invariant 11). */
const assertNoSilentFall = ({ indicatorId, district, value, reason }: ReportLine, additive: boolean, before: Figures) => {
  const place = district ?? WHOLE;
  const last = before[indicatorId]?.[place]?.value;
  if (additive && value !== undefined && last !== undefined && compare(value, last) < 0 && !reason) refuse('CUMULATIVE_FALLS', { indicatorId, district: place, before: last, now: value });
};

/** A whole must not fall silently either where only districts are told and it becomes their sum. */
const assertNoSilentFallOfWhole = (indicator: Indicator, lines: readonly ReportLine[], before: Figures) => {
  const [last, now] = [before, withLines(before, lines, [indicator])].map((figures) => figures[indicator.id]?.[WHOLE]?.value);
  if (indicator.additive && last !== undefined && now !== undefined && compare(now, last) < 0 && !lines.some(({ reason }) => reason)) refuse('CUMULATIVE_FALLS', { indicatorId: indicator.id, district: WHOLE, before: last, now });
};

/** Everything a report must satisfy before it is taken; `before` are the verified figures of the months before. */
export const assertReport = (delivery: StartedDelivery, lines: readonly ReportLine[], department: DepartmentName, before: Figures): void => {
  const seen = new Set<string>();
  for (const line of lines) {
    const indicator = delivery.commitment.indicators.find(({ id }) => id === line.indicatorId);
    assertLine(line, indicator, delivery);
    if (indicator!.lead !== department) refuse('NOT_THE_LEAD_DEPARTMENT', { indicatorId: line.indicatorId });
    const key = `${line.indicatorId} ${line.district ?? WHOLE}`;
    if (seen.has(key)) refuse('DUPLICATE_LINE', { indicatorId: line.indicatorId, district: line.district ?? WHOLE });
    seen.add(key);
    assertNoSilentFall(line, indicator!.additive, before);
  }
  for (const indicator of delivery.commitment.indicators) {
    const own = lines.filter(({ indicatorId }) => indicatorId === indicator.id);
    assertWholeIsSum(indicator, own, delivery);
    assertNoSilentFallOfWhole(indicator, own, before);
  }
};

/** The month before, `2018-12` for `2019-01`. */
export const monthBefore = (period: Month): Month => {
  const [year, month] = period.split('-').map(Number);
  return (month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`) as Month;
};
