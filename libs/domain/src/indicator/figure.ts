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

/** Whether anything that counts was reported; works progress and starts alone never count (invariant 12). */
export const isReported = (figure: Figure | undefined): boolean =>
  figure?.value !== undefined || figure?.doneOn !== undefined || figure?.allServed !== undefined;
