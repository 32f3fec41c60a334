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
 * What a department says of its indicators for a month; of what was done by the day `by`, when it reports. `ahead`
 * counts the next month's figures already: a claim that checking takes back.
 */
export const linesOf = (tracks: readonly Track[], by: string, month: number, ahead = false): PlannedLine[] =>
  tracks.flatMap(({ indicator, doneOn, whole, districts, works }): PlannedLine[] => {
    const indicatorId = indicator.id;
    const progress = works && { worksPercent: String(works[month - 1]) };
    const at = Math.min(11, ahead ? month : month - 1);
    if (indicator.comparator === 'event')
      return [
        doneOn !== undefined && doneOn <= by
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
