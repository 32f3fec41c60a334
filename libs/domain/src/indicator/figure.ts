import type { ReportLine } from '@minsheng/contracts';

/** The fields of a report's line that say where an indicator stands. */
export const reportedFields = [
  'value',
  'doneOn',
  'allServed',
  'revisedBase',
  'worksPercent',
  'startedOn',
  'enteredOn',
] as const satisfies readonly (keyof ReportLine)[];

/** What is known of an indicator in a place: each field by the newest line that speaks of it. */
export type Figure = Partial<Pick<ReportLine, (typeof reportedFields)[number]>>;

/** The days of a figure. */
const days = ['doneOn', 'startedOn', 'enteredOn'] as const;
/** What of a figure was so by the end of a day: what happened after it belongs to a later month. */
export const byDay = <F extends Figure>(figure: F, day: string): F => {
  const later = days.filter((field) => figure[field] !== undefined && figure[field] > day);
  return later.length === 0
    ? figure
    : (Object.fromEntries(Object.entries(figure).filter(([field]) => !(later as string[]).includes(field))) as F);
};

/** Whether anything that counts was reported; works progress and starts alone never count (invariant 12). */
export const isReported = (figure: Figure | undefined): boolean =>
  figure?.value !== undefined || figure?.doneOn !== undefined || figure?.allServed !== undefined;
