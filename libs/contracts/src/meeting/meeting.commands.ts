import { z } from 'zod';
import { defineCommand, type CommandFrom } from '../define-command';
import { DepartmentName, MeetingOfAnyYear, ProjectOfAnyYear } from '../ids';
import { On, Text, Title } from '../values';

/** A session of the joint conference (联席会议; 开州区联席会议2019: blocking issues, decisions, their follow-up). */
export const ConveneMeeting = defineCommand(
  'ConveneMeeting',
  z.strictObject({ title: Title, heldOn: On, chair: Title, members: z.array(DepartmentName).min(1).max(100) }),
);
/** An issue raised by a project's department, or a matter of its own. */
export const PutOnAgenda = defineCommand(
  'PutOnAgenda',
  z.strictObject({
    topic: Title,
    issue: z.strictObject({ projectId: ProjectOfAnyYear, issue: z.number().int().min(1) }).optional(),
  }),
);
const ofItem = { item: z.number().int().min(1) };
/** An item that another meeting left open: a policy alone carries it on. */
export const CarryItem = defineCommand(
  'CarryItem',
  PutOnAgenda.schema.extend({ from: z.strictObject({ meetingId: MeetingOfAnyYear, ...ofItem }) }),
);
export const RecordDecision = defineCommand(
  'RecordDecision',
  z.strictObject({ ...ofItem, decision: Text, owner: DepartmentName, dueOn: On }),
);
/** Why an item needs no decision here, or its decision has no effect: sent by a policy, or before an adjournment. */
export const SettledElsewhere = z.enum(['decided elsewhere', 'project ended']);
export const SettleItem = defineCommand('SettleItem', z.strictObject({ ...ofItem, because: SettledElsewhere }));
/** The next meeting was over: a policy alone gives the item back. */
export const ReturnItem = defineCommand('ReturnItem', z.strictObject({ ...ofItem, by: MeetingOfAnyYear }));
/** An item that is not decided and goes no further. */
export const Dropped = z.strictObject({ ...ofItem, reason: Text });
/**
 * Minutes are issued; nothing is decided here any more, what was decided is followed up. What is left open goes on the
 * agenda of the `next` meeting, or is dropped with a reason.
 */
export const AdjournMeeting = defineCommand(
  'AdjournMeeting',
  z.strictObject({
    minutesNo: Title,
    next: MeetingOfAnyYear.optional(),
    dropped: z.array(Dropped).max(100).optional(),
  }),
);
export const FollowUpDecision = defineCommand(
  'FollowUpDecision',
  z.strictObject({ ...ofItem, done: z.boolean(), text: Text }),
);

export type MeetingCommand = CommandFrom<
  | typeof CarryItem
  | typeof SettleItem
  | typeof ReturnItem
  | typeof ConveneMeeting
  | typeof PutOnAgenda
  | typeof RecordDecision
  | typeof AdjournMeeting
  | typeof FollowUpDecision
>;
