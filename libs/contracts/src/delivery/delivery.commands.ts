import { z } from 'zod';
import { Adoption, Commitment, Step } from '../commitment';
import { defineCommand, type CommandFrom } from '../define-command';
import { DepartmentName, DistrictName, IndicatorId, Month } from '../ids';
import { Evidence, On, Quantity, Text, Title } from '../values';

export const StartDelivery = defineCommand('StartDelivery', Adoption.extend({ commitment: Commitment }));

/** The responsibility table (责任分解表): districts with their targets, own dated steps, the leader's post in charge. */
export const BreakDownTargets = defineCommand('BreakDownTargets', z.strictObject({
  leaderInCharge: Title.optional(),
  indicators: z.array(z.strictObject({
    indicatorId: IndicatorId,
    districts: z.array(z.strictObject({ district: DistrictName, target: Quantity.nullable() })).max(200).refine((all) => new Set(all.map(({ district }) => district)).size === all.length, 'districts must differ'),
    /** District targets may sum to more than the whole only when this says so. */
    buffer: z.boolean().default(false),
    steps: z.array(Step).max(24).optional(),
  })).min(1).max(20).refine((all) => new Set(all.map(({ indicatorId }) => indicatorId)).size === all.length, 'an indicator is broken down once'),
}));

/** One figure: cumulative since 1 January. Without a district it is the whole. Zero and no line are different statements. */
export const ReportLine = z.strictObject({
  indicatorId: IndicatorId,
  district: DistrictName.optional(),
  value: Quantity.optional(),
  /** For an event: the day it happened. */
  doneOn: On.optional(),
  /** Works progress (形象进度), 0 to 100: shown, never counted. */
  worksPercent: Quantity.refine((percent) => Number(percent) >= 0 && Number(percent) <= 100, '0 to 100').optional(),
  /** Needed where a cumulative figure falls. */
  reason: Title.optional(),
}).refine((line) => line.value === undefined || line.doneOn === undefined, 'a line holds a figure or the day of an event, not both');
export type ReportLine = z.infer<typeof ReportLine>;

const Report = z.strictObject({ period: Month, lines: z.array(ReportLine).min(1).max(4000), progress: Text, evidence: z.array(Evidence).max(50) });
const ofDepartment = { period: Month, department: DepartmentName };

export const SubmitReport = defineCommand('SubmitReport', Report);
/** A new version for a closed month, late or corrected: the earlier version stays readable. */
export const CorrectReport = defineCommand('CorrectReport', Report.extend({ reason: Text }));
export const ReturnReport = defineCommand('ReturnReport', z.strictObject({ ...ofDepartment, reason: Text }));
/** Someone other than the author checks. `lines` replaces the claimed figures where the check found others. */
export const VerifyReport = defineCommand('VerifyReport', z.strictObject({ ...ofDepartment, how: z.enum(['documents', 'site visit', 'call-back', 'statistics bureau']), lines: z.array(ReportLine).max(4000).optional(), note: Text.optional() }));
export const CloseMonth = defineCommand('CloseMonth', z.strictObject({ period: Month }));

/** An issue for the joint conference (联席会议). */
export const RaiseIssue = defineCommand('RaiseIssue', z.strictObject({ title: Title, detail: Text }));
const ofIssue = { issue: z.number().int().min(1) };
export const DecideIssue = defineCommand('DecideIssue', z.strictObject({ ...ofIssue, meeting: Title, decision: Text, owner: DepartmentName, dueOn: On }));
export const ResolveIssue = defineCommand('ResolveIssue', z.strictObject({ ...ofIssue, result: Text }));

/** A supervision order (督办单), due by the list's rule where no day is named. It cannot close without an answer or a recorded waiver. */
export const IssueOrder = defineCommand('IssueOrder', z.strictObject({ ...ofDepartment, reason: Text, dueOn: On.optional() }));
const ofOrder = { order: z.number().int().min(1) };
export const AnswerOrder = defineCommand('AnswerOrder', z.strictObject({ ...ofOrder, answer: Text }));
export const CloseOrder = defineCommand('CloseOrder', z.strictObject({ ...ofOrder, waiver: Text.optional() }));

export const ClaimCompletion = defineCommand('ClaimCompletion', z.strictObject({ statement: Text, evidence: z.array(Evidence).min(1).max(50) }));
/** The recorded decision that the year ended without the promise being met. */
export const RecordNotMet = defineCommand('RecordNotMet', z.strictObject({ body: Title, reason: Text }));
/** Acceptance by another unit, item by item; one item failed fails it. */
export const InspectProject = defineCommand('InspectProject', z.strictObject({ inspector: Title, items: z.array(z.strictObject({ item: Title, passed: z.boolean(), note: z.string().trim().max(500) })).min(1).max(100), evidence: z.array(Evidence).min(1).max(50) }));
export const CloseProject = defineCommand('CloseProject', z.strictObject({ archiveNo: Title }));
/** What the handler adds from the evaluation's stream. */
export const CloseEvaluatedProject = defineCommand('CloseEvaluatedProject', CloseProject.schema.extend({ scored: z.boolean(), openRectifications: z.number().int().min(0) }));

export type DeliveryCommand = CommandFrom<
  | typeof StartDelivery | typeof BreakDownTargets | typeof SubmitReport | typeof CorrectReport | typeof ReturnReport | typeof VerifyReport | typeof CloseMonth
  | typeof RaiseIssue | typeof DecideIssue | typeof ResolveIssue | typeof IssueOrder | typeof AnswerOrder | typeof CloseOrder
  | typeof ClaimCompletion | typeof RecordNotMet | typeof InspectProject | typeof CloseEvaluatedProject>;
