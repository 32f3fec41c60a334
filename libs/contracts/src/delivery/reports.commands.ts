import { z } from 'zod';
import { defineCommand } from '../define-command';
import { DepartmentName, DistrictName, IndicatorId, Month, ProjectId } from '../ids';
import { Evidence, On, Quantity, Text, Title } from '../values';
import { Gap } from './closing';

/** What a line states that has no figure of its own: that of last month still stands, or why there is none. */
const WithoutFigure = { unchanged: z.literal(true).optional(), noFigure: Title.optional() };

/**
 * One figure: cumulative since 1 January. Without a district it is the whole. Zero, unchanged and no figure are
 * different statements.
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
  ...WithoutFigure,
});
const statesOneThing = ({ value, doneOn, allServed, unchanged, noFigure }: z.infer<typeof Line>) =>
  [value ?? allServed, doneOn, unchanged, noFigure].filter((statement) => statement !== undefined).length <= 1;
const ONE_THING = 'a line holds one of: a figure, the day of an event, unchanged, why there is no figure';
export const ReportLine = Line.refine(statesOneThing, ONE_THING);
export type ReportLine = z.infer<typeof ReportLine>;

/** Money in 万元, cumulative since 1 January: what the works came to, and what was paid. */
export const Money = z.strictObject({
  done: Quantity,
  paid: Quantity,
  /** Needed where a cumulative sum falls: money that was paid back, works that were struck off. */
  reason: Title.optional(),
});
export type Money = z.infer<typeof Money>;

const OtherLines = z
  .strictObject(WithoutFigure)
  .refine(
    ({ unchanged, noFigure }) => (unchanged === undefined) !== (noFigure === undefined),
    'the other lines are unchanged, or have no figure',
  );

const Report = z.strictObject({
  period: Month,
  lines: z.array(ReportLine).max(4000),
  /** What every line of the monthly form states that `lines` leaves out. */
  otherLines: OtherLines.optional(),
  /** In the department's own words; absent where it sent none. */
  progress: Text.optional(),
  evidence: z.array(Evidence).max(50),
  problems: Text.optional(),
  nextMonth: Text.optional(),
  money: Money.optional(),
});
const ofDepartment = { period: Month, department: DepartmentName };

const statesSomething = ({ lines, otherLines }: Pick<z.infer<typeof Report>, 'lines' | 'otherLines'>) =>
  lines.length > 0 || otherLines !== undefined;
const SOMETHING = { path: ['lines'], error: 'a report has lines, or says what all of them state (otherLines)' };

export const SubmitReport = defineCommand('SubmitReport', Report.refine(statesSomething, SOMETHING));
/** A new version for a closed month, late or corrected: the earlier version stays readable. */
export const CorrectReport = defineCommand(
  'CorrectReport',
  Report.extend({ reason: Text }).refine(statesSomething, SOMETHING),
);
export const ReturnReport = defineCommand('ReturnReport', z.strictObject({ ...ofDepartment, reason: Text }));
/** Someone other than the author checks. `lines` replaces what the check found to be otherwise; the rest stands. */
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
  z
    .strictObject({
      period: Month,
      rows: z
        .array(Line.extend({ projectId: ProjectId }).refine(statesOneThing, ONE_THING))
        .max(20_000)
        .default([]),
      /** What is reported of a project besides its rows. */
      projects: z
        .array(Report.omit({ period: true, lines: true }).extend({ projectId: ProjectId }))
        .max(200)
        .default([]),
    })
    .refine(({ rows, projects }) => rows.length + projects.length > 0, { path: ['rows'], error: 'a month has rows' }),
);
