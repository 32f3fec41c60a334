import { z } from 'zod';
import { defineEvent, type EventFrom } from '../define-event';
import { DepartmentName, DistrictName, IndicatorId, Month, ProjectId } from '../ids';
import { LightRule } from '../rules';
import { On } from '../values';
import * as Commands from './delivery.commands';

const of = { projectId: ProjectId };
/** 1-based, per department and month. */
const version = { department: DepartmentName, version: z.number().int().min(1) };
/** Who wrote a report (a pseudonym) and on which day: nobody verifies their own, and lights look at the day. */
const authored = { ...version, author: z.string(), submittedOn: On };

/** The day a delivery ended: from its month on nobody expects a report. */
const ended = { endedOn: On };

/** Where an indicator (or its share in a district) stood against its line. Percentages are decimal strings, uncapped. */
export const Standing = z.strictObject({
  indicatorId: IndicatorId, lead: DepartmentName, district: DistrictName.optional(),
  percent: z.string().nullable(), line: z.string(), behind: z.string(), met: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

/** A computed light with the rule and the inputs it came from: an independent function can recompute it. */
export const Light = z.strictObject({
  period: Month,
  colour: z.enum(['green', 'yellow', 'red']),
  why: z.enum(['on the line', 'within tolerance', 'behind the line', 'no verified report', 'caught up later', 'nothing to measure']),
  rulesVersion: z.number().int().min(1), rule: LightRule,
  /** Departments without a verified report for the month. */
  missing: z.array(DepartmentName),
  /** The worst standing decides (invariant 21). */
  worst: Standing.optional(),
});
export type Light = z.infer<typeof Light>;

export const deliveryEvents = [
  defineEvent('DeliveryStarted', Commands.StartDelivery.schema.extend(of)),
  defineEvent('TargetsBrokenDown', Commands.BreakDownTargets.schema.extend(of)),
  defineEvent('ReportSubmitted', Commands.SubmitReport.schema.extend({ ...of, ...authored })),
  defineEvent('ReportCorrected', Commands.CorrectReport.schema.extend({ ...of, ...authored })),
  defineEvent('ReportReturned', Commands.ReturnReport.schema.extend({ ...of, ...version })),
  defineEvent('ReportVerified', Commands.VerifyReport.schema.extend({ ...of, ...version, lines: z.array(Commands.ReportLine) })),
  defineEvent('MonthClosed', z.strictObject({ ...of, light: Light })),
  defineEvent('LightRecomputed', z.strictObject({ ...of, light: Light, before: Light.shape.colour })),
  defineEvent('IssueRaised', Commands.RaiseIssue.schema.extend({ ...of, issue: z.number().int(), department: DepartmentName })),
  defineEvent('IssueDecided', Commands.DecideIssue.schema.extend(of)),
  defineEvent('IssueResolved', Commands.ResolveIssue.schema.extend(of)),
  defineEvent('OrderIssued', Commands.IssueOrder.schema.extend({ ...of, order: z.number().int(), dueOn: On })),
  defineEvent('OrderAnswered', Commands.AnswerOrder.schema.extend({ ...of, department: DepartmentName })),
  defineEvent('OrderClosed', Commands.CloseOrder.schema.extend(of)),
  defineEvent('CompletionClaimed', Commands.ClaimCompletion.schema.extend({ ...of, ...ended, department: DepartmentName })),
  defineEvent('NotMetRecorded', Commands.RecordNotMet.schema.extend({ ...of, ...ended })),
  defineEvent('AcceptancePassed', Commands.InspectProject.schema.extend({ ...of, acceptedOn: On, rulesVersion: z.number().int(), rules: Commands.StartDelivery.schema.shape.rules, leads: z.array(DepartmentName) })),
  defineEvent('AcceptanceFailed', Commands.InspectProject.schema.extend(of)),
  defineEvent('ProjectClosed', Commands.CloseProject.schema.extend({ ...of, outcome: z.enum(['met', 'not met']) })),
] as const;

export type DeliveryEvent = EventFrom<(typeof deliveryEvents)[number]>;
