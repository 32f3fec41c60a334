import { z } from 'zod';
import { defineCommand } from '../define-command';
import { DepartmentName, MeetingOfAnyYear, Month } from '../ids';
import { measures, orderLevels, Rules } from '../rules';
import { On, Text, Title } from '../values';
import { Override } from './light';

const ofDepartment = { period: Month, department: DepartmentName };

/** Another rule set from a month on; months before keep theirs. Sent by the list's own decision. */
export const ChangeRules = defineCommand(
  'ChangeRules',
  z.strictObject({ rulesVersion: z.number().int().min(1), rules: Rules, from: Month }),
);
export const OverrideLight = defineCommand('OverrideLight', Override);
export const WithdrawOverride = defineCommand('WithdrawOverride', z.strictObject({ period: Month, reason: Title }));

/** A reminder (提醒函), listed supervision (挂牌督办), an interview (约谈) and the like, as they were taken. */
export const TakeMeasure = defineCommand(
  'TakeMeasure',
  z.strictObject({ ...ofDepartment, measure: z.enum(measures), record: Text }),
);
/** Ends a listed supervision. */
export const Delist = defineCommand('Delist', z.strictObject({ department: DepartmentName, reason: Text }));

/**
 * A supervision order (督办单), due by its level where no day is named. It cannot close without an answer or a recorded
 * waiver.
 */
export const IssueOrder = defineCommand(
  'IssueOrder',
  z.strictObject({ ...ofDepartment, level: z.enum(orderLevels), reason: Text, dueOn: On.optional() }),
);
const ofOrder = { order: z.number().int().min(1) };
export const ReceiveOrder = defineCommand('ReceiveOrder', z.strictObject(ofOrder));
export const AnswerOrder = defineCommand('AnswerOrder', z.strictObject({ ...ofOrder, answer: Text }));
/** The next level of an order that was not answered in time or not well. */
export const EscalateOrder = defineCommand('EscalateOrder', z.strictObject({ ...ofOrder, reason: Text }));
export const CloseOrder = defineCommand('CloseOrder', z.strictObject({ ...ofOrder, waiver: Text.optional() }));

/** An issue for the joint conference (联席会议). */
export const RaiseIssue = defineCommand('RaiseIssue', z.strictObject({ title: Title, detail: Text }));
const ofIssue = { issue: z.number().int().min(1) };
/** Refused since meetings have agendas: a decision is recorded by the meeting, on an item of its agenda. */
export const DecideIssue = defineCommand(
  'DecideIssue',
  z.strictObject({ ...ofIssue, meeting: Title, decision: Text, owner: DepartmentName, dueOn: On }),
);
/** Where it was decided: an item on the agenda of a meeting, which hears what became of it. */
export const AgendaItem = z.strictObject({ meetingId: MeetingOfAnyYear, item: z.number().int().min(1) });
/** The same, told by the meeting itself: a policy alone may name an agenda. */
export const DecideIssueInMeeting = defineCommand(
  'DecideIssueInMeeting',
  DecideIssue.schema.extend({ agendaItem: AgendaItem }),
);
/** What a meeting hears whose decision came too late. */
export const Declined = AgendaItem.extend({ because: z.enum(['decided elsewhere', 'project ended']) });
export const ResolveIssue = defineCommand('ResolveIssue', z.strictObject({ ...ofIssue, result: Text }));
export const ReopenIssue = defineCommand('ReopenIssue', z.strictObject({ ...ofIssue, reason: Text }));
