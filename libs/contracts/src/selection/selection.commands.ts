import { z } from 'zod';
import { Adoption, Commitment } from '../commitment';
import { defineCommand, type CommandFrom } from '../define-command';
import { Month, ProjectId } from '../ids';
import { defaultRules, Rules } from '../rules';
import { Correction, On, Text, Title } from '../values';

const Count = z.number().int().min(0).max(1_000_000);

export const ProposeCandidate = defineCommand('ProposeCandidate', Commitment);
export const ShelveCandidate = defineCommand('ShelveCandidate', z.strictObject({ reason: Text }));
export const AdoptCandidate = defineCommand('AdoptCandidate', Adoption);
export const PassOverCandidate = defineCommand('PassOverCandidate', z.strictObject({}));

/** How the list is decided: by the deputies' vote (人大代表票决制) or by government. */
export const Mode = z.enum(['deputies vote', 'government']);
export const OpenAnnualList = defineCommand(
  'OpenAnnualList',
  z.strictObject({ regionName: Title, title: Title, mode: Mode, seats: z.number().int().min(1).max(999) }),
);
/** The rules of the list. The product's own are adopted by saying `defaults`; either way they are recorded in full. */
export const AdoptRules = defineCommand(
  'AdoptRules',
  z
    .strictObject({ rules: Rules.optional(), defaults: z.literal(true).optional() })
    .refine(({ rules, defaults }) => (rules === undefined) !== (defaults === undefined), {
      path: ['rules'],
      message: '请写明规则；采用默认规则请写 defaults: true (give the rules, or say defaults: true)',
    })
    .transform(({ rules = defaultRules }) => ({ rules })),
);
/**
 * Another rule set after adoption, from a month on: months before it keep theirs (a past light is never recoloured).
 */
export const AmendRules = defineCommand('AmendRules', z.strictObject({ rules: Rules, from: Month, reason: Text }));
/** When suggestions for the list are collected (征集期), both days included, and whom to turn to. */
export const SetCollectionPeriod = defineCommand(
  'SetCollectionPeriod',
  z
    .strictObject({ from: On, to: On, contact: Title, /** Of a period that is cut back. */ reason: Text.optional() })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'the last day is not before the first' }),
);
export const PutToDecision = defineCommand(
  'PutToDecision',
  z.strictObject({
    projectIds: z
      .array(ProjectId)
      .min(1)
      .max(999)
      .refine((ids) => new Set(ids).size === ids.length, 'project ids must differ'),
  }),
);
const Decision = { body: Title, heldOn: On };
export const RecordBallot = defineCommand(
  'RecordBallot',
  z.strictObject({
    ...Decision,
    /** All deputies, present or not: the base of the majority. */
    deputies: Count.min(1),
    issued: Count,
    returned: Count,
    valid: Count,
    tallies: z
      .array(
        z.strictObject({ projectId: ProjectId, inFavour: Count, against: Count, abstained: Count, notVoted: Count }),
      )
      .min(1)
      .max(999),
  }),
);
/** Before the announcement: the tallies of the vote put right; what was recorded before stays readable. */
export const CorrectBallot = defineCommand('CorrectBallot', RecordBallot.schema.extend({ correction: Correction }));
/** Where fewer have a majority than there are seats: a second vote on those who have none yet. */
export const RecordSecondBallot = defineCommand('RecordSecondBallot', RecordBallot.schema);
/** The other way on: the seats stay empty, by whose decision and why. */
export const LeaveSeatsEmpty = defineCommand('LeaveSeatsEmpty', z.strictObject({ ...Decision, reason: Text }));
/** A tie at the cut-off, resolved by a further vote of the same body. */
export const ResolveTie = defineCommand(
  'ResolveTie',
  z.strictObject({ chosen: z.array(ProjectId).min(1).max(999), how: Text }),
);
export const DecideByGovernment = defineCommand(
  'DecideByGovernment',
  z.strictObject({ ...Decision, documentNo: Title, projectIds: PutToDecision.schema.shape.projectIds }),
);
export const AdoptAnnualList = defineCommand('AdoptAnnualList', z.strictObject({ announcementNo: Title }));
/** The valid ballots on one project at a sitting that votes on satisfaction; sittings are told by body and day. */
export const SittingBallot = z.strictObject({
  projectId: ProjectId,
  /** Of the project's evaluation, from 1. */ round: z.number().int().min(1),
  body: Title,
  heldOn: On,
  valid: Count.min(1),
  /** Why there are not as many as on the other projects of the sitting. */
  differsBecause: Text.optional(),
});
/** What the handler of a satisfaction ballot adds: the number that it puts right, as the evaluation holds it. */
export const CountSittingBallot = defineCommand(
  'CountSittingBallot',
  z.strictObject({ ballot: SittingBallot, before: Count.optional() }),
);

export type CandidateCommand = CommandFrom<
  typeof ProposeCandidate | typeof ShelveCandidate | typeof AdoptCandidate | typeof PassOverCandidate
>;
export type AnnualListCommand = CommandFrom<
  | typeof OpenAnnualList
  | typeof AdoptRules
  | typeof AmendRules
  | typeof PutToDecision
  | typeof SetCollectionPeriod
  | typeof RecordBallot
  | typeof CorrectBallot
  | typeof RecordSecondBallot
  | typeof LeaveSeatsEmpty
  | typeof ResolveTie
  | typeof DecideByGovernment
  | typeof AdoptAnnualList
  | typeof CountSittingBallot
>;
