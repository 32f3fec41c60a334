import { z } from 'zod';
import { defineCommand } from '../define-command';
import { DepartmentName, DistrictName, IndicatorId, Month, ProjectId } from '../ids';
import { Evidence, On, Quantity, Text, Title } from '../values';
import { Gap } from './closing';

/**
 * One figure: cumulative since 1 January. Without a district it is the whole. Zero and no line are different
 * statements.
 */
const Line = z.strictObject({
  indicatorId: IndicatorId,
  district: DistrictName.optional(),
  value: Quantity.optional(),
  /** For an event: the day it happened. */
  doneOn: On.optional(),
  /** For an entitlement: whether all who qualify are served. */
  allServed: z.boolean().optional(),
  /**
   * The base of a rate or a duty where it was found to be another than planned: both are kept (handbook domain.md edge
   * case 7).
   */
  revisedBase: Quantity.optional(),
  /** Works progress (形象进度), 0 to 100: shown, never counted. */
  worksPercent: Quantity.refine((percent) => Number(percent) >= 0 && Number(percent) <= 100, '0 to 100').optional(),
  /** The day works began, and the day they were entered with the statistics bureau (入库). */
  startedOn: On.optional(),
  enteredOn: On.optional(),
  /** Needed where a cumulative figure falls. */
  reason: Title.optional(),
});
const notBoth = (line: { readonly value?: string; readonly doneOn?: string }) =>
  line.value === undefined || line.doneOn === undefined;
const NOT_BOTH = 'a line holds a figure or the day of an event, not both';
export const ReportLine = Line.refine(notBoth, NOT_BOTH);
export type ReportLine = z.infer<typeof ReportLine>;

/** Money in 万元, cumulative since 1 January: what the works came to, and what was paid. */
export const Money = z.strictObject({
  done: Quantity,
  paid: Quantity,
  /** Needed where a cumulative sum falls: money that was paid back, works that were struck off. */
  reason: Title.optional(),
});
export type Money = z.infer<typeof Money>;

const Report = z.strictObject({
  period: Month,
  lines: z.array(ReportLine).min(1).max(4000),
  progress: Text,
  evidence: z.array(Evidence).max(50),
  problems: Text.optional(),
  nextMonth: Text.optional(),
  money: Money.optional(),
});
const ofDepartment = { period: Month, department: DepartmentName };

export const SubmitReport = defineCommand('SubmitReport', Report);
/** A new version for a closed month, late or corrected: the earlier version stays readable. */
export const CorrectReport = defineCommand('CorrectReport', Report.extend({ reason: Text }));
export const ReturnReport = defineCommand('ReturnReport', z.strictObject({ ...ofDepartment, reason: Text }));
/** Someone other than the author checks. `lines` replaces the claimed figures where the check found others. */
export const VerifyReport = defineCommand(
  'VerifyReport',
  z.strictObject({
    ...ofDepartment,
    how: z.enum(['documents', 'site visit', 'call-back', 'statistics bureau']),
    lines: z.array(ReportLine).max(4000).optional(),
    note: Text.optional(),
    /** Figures over the list's limit (300 percent) were looked at and are right. */
    confirmed: z.boolean().optional(),
  }),
);
/** The statistics bureau's stamp on a verified report (统计部门认定盖章); without it a month stands as provisional. */
export const CertifyReport = defineCommand('CertifyReport', z.strictObject({ ...ofDepartment, certificateNo: Title }));
/**
 * A month closes when it is over, nothing waits for its check, and the months before it are closed or named in `gap`.
 * `force` lifts all three.
 */
export const CloseMonth = defineCommand(
  'CloseMonth',
  z.strictObject({ period: Month, gap: Gap.optional(), force: z.strictObject({ reason: Text }).optional() }),
);
/** Opens a locked month again: what was published stays as it was. */
export const ReopenMonth = defineCommand(
  'ReopenMonth',
  z.strictObject({
    period: Month,
    reason: Text,
    /** Published by mistake: the light is withdrawn, and the orders for that month with it. */
    withdrawLight: z.boolean().optional(),
  }),
);
/** The clock's own act: what has fallen due by today is recorded, once. */
export const PassDay = defineCommand('PassDay', z.strictObject({}));
/** The same for every open project of a list. */
export const PassDays = defineCommand('PassDays', z.strictObject({}));

/** A department's whole month in one request: rows over several projects, all taken or none. */
export const SubmitMonth = defineCommand(
  'SubmitMonth',
  z.strictObject({
    period: Month,
    rows: z
      .array(Line.extend({ projectId: ProjectId }).refine(notBoth, NOT_BOTH))
      .min(1)
      .max(20_000),
    /** What is said about a project; one without is said to go by plan. */
    projects: z
      .array(Report.omit({ period: true, lines: true }).extend({ projectId: ProjectId }))
      .max(200)
      .default([]),
  }),
);
