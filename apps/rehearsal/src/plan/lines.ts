import { monthName } from './calendar';
import type { Track } from './track';

export interface PlannedLine {
  readonly indicatorId: string;
  readonly district?: string;
  readonly value?: string;
  readonly doneOn?: string;
  readonly allServed?: boolean;
  readonly worksPercent?: string;
}

/**
 * What a department says of its indicators for a month. `ahead` counts the next month's figures already: a claim that
 * checking takes back.
 */
export const linesOf = (tracks: readonly Track[], year: number, month: number, ahead = false): PlannedLine[] =>
  tracks.flatMap(({ indicator, doneOn, whole, districts, works }): PlannedLine[] => {
    const indicatorId = indicator.id;
    const progress = works && { worksPercent: String(works[month - 1]) };
    const at = Math.min(11, ahead ? month : month - 1);
    if (indicator.comparator === 'event')
      return [
        doneOn !== undefined && doneOn.slice(0, 7) <= monthName(year, month)
          ? { indicatorId, doneOn }
          : { indicatorId, ...(progress ?? { worksPercent: '0' }) },
      ];
    if (indicator.kind === 'entitlement' && !whole && districts.length === 0)
      return [{ indicatorId, allServed: month === 12, ...progress }];
    const ofWhole = whole
      ? [{ indicatorId, value: whole[at], ...progress }]
      : districts.length === 0
        ? [{ indicatorId, ...(progress ?? { worksPercent: '0' }) }]
        : [];
    return [...ofWhole, ...districts.map(({ district, values }) => ({ indicatorId, district, value: values[at] }))];
  });
