import { z } from 'zod';
import { defineCommand, type CommandFrom } from '../define-command';
import { DepartmentName, DistrictName, ListId, ProjectId, SuggestionId } from '../ids';
import { Domain, On, Sealed, Text, Title } from '../values';

/** Where a suggestion came in. Most input arrives outside a system and is keyed in by staff. */
export const Channel = z.enum([
  'web',
  'wechat',
  'survey code',
  'letter',
  'e-mail',
  'phone',
  'walk-in',
  '12345 hotline',
  'deputy',
  'CPPCC member',
  'town office',
]);
export type Channel = z.infer<typeof Channel>;

/** What staff key in: whoever wrote has no token here. */
export const KeyedInChannel = Channel.exclude(['web', 'wechat', 'survey code']);

/** The personal part of a submission: goes to the vault, never into an event. */
export const Contact = z.strictObject({
  name: z.string().trim().min(1).max(50).optional(),
  phone: z.string().trim().max(30).optional(),
  address: z.string().trim().max(200).optional(),
});
export type Contact = z.infer<typeof Contact>;

const aboutAPlace = { district: DistrictName.optional(), domain: Domain.optional() };
const words = { title: Title, content: Text, contact: Contact.optional() };

/** A citizen suggests, one matter per entry (一事一提). */
export const SubmitSuggestion = defineCommand('SubmitSuggestion', z.strictObject({ ...aboutAPlace, ...words }));
/** Staff key in what came by letter, phone, hotline or from a deputy. */
export const EnterSuggestion = defineCommand(
  'EnterSuggestion',
  z.strictObject({
    ...aboutAPlace,
    ...words,
    channel: KeyedInChannel,
    receivedOn: On,
  }),
);

/** What reaches the domain once the vault has sealed the person's words. */
export const ReceiveSuggestion = defineCommand(
  'ReceiveSuggestion',
  z.strictObject({
    listId: ListId,
    ...aboutAPlace,
    channel: Channel,
    receivedOn: On,
    trackingCode: z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/),
    words: Sealed,
    anonymous: z.boolean(),
  }),
);

/** Triage: a public title free of personal data, and a domain. */
export const RegisterSuggestion = defineCommand('RegisterSuggestion', z.strictObject({ title: Title, domain: Domain }));
/** Out of scope: referred to who can help, with a reason from the list (handbook domain.md 4.1, not accepted). */
export const ReferSuggestion = defineCommand(
  'ReferSuggestion',
  z.strictObject({
    to: Title,
    reason: z.enum([
      'one person or unit only',
      'court, arbitration, review or petition',
      'report of an offence',
      'office buildings or equipment',
      'adds burden or debt',
      'not this region',
    ]),
    text: Text,
  }),
);
/** Into which other; where that one is merged itself, its main suggestion is meant. */
export const MergeSuggestion = defineCommand('MergeSuggestion', z.strictObject({ into: SuggestionId }));

/** A merge as the main suggestion sees it; `claim` names the merge on both streams. */
export const Member = z.strictObject({ member: SuggestionId, claim: z.uuid() });
/** The same merge as the member sees it. */
export const Main = z.strictObject({ into: SuggestionId, claim: z.uuid() });
/** Both sides of a merge, written together. */
export const TakeMember = defineCommand('TakeMember', Member);
export const JoinMain = defineCommand('JoinMain', Main);
/** On a log of one stream at a time: the main suggestion claims the member, which answers; the claim is settled. */
export const ClaimMember = defineCommand('ClaimMember', Member);
export const AnswerClaim = defineCommand('AnswerClaim', Main);
export const ConfirmMember = defineCommand('ConfirmMember', Member);
/** A claim that was declined, or a member that was unmerged. */
export const ReleaseMember = defineCommand('ReleaseMember', Member);
export const UnmergeSuggestion = defineCommand('UnmergeSuggestion', z.strictObject({ reason: Text }));
export const AssignSuggestion = defineCommand(
  'AssignSuggestion',
  z.strictObject({ department: DepartmentName, dueOn: On }),
);
/** The handling department's opinion. */
export const GiveOpinion = defineCommand('GiveOpinion', z.strictObject({ opinion: Text, supports: z.boolean() }));

const Criterion = z.strictObject({ met: z.boolean(), note: z.string().trim().max(500) });
/** The four criteria of Jiangsu 2020: 可感知 可落实 可支撑 可考核. */
export const ScreenSuggestion = defineCommand(
  'ScreenSuggestion',
  z.strictObject({
    criteria: z.strictObject({ perceivable: Criterion, doable: Criterion, fundable: Criterion, checkable: Criterion }),
    outcome: z.enum(['candidate', 'reserve pool', 'not adopted']),
    reason: Text.optional(),
  }),
);
export const LinkSuggestionToCandidate = defineCommand(
  'LinkSuggestionToCandidate',
  z.strictObject({ projectId: ProjectId }),
);
/** The public answer that closes the matter. */
export const AnswerSuggestion = defineCommand('AnswerSuggestion', z.strictObject({ answer: Text }));

/**
 * The person of a letter that staff keyed in asks to be forgotten (个人信息保护法 第四十七条); who sent a suggestion
 * themselves needs nobody's help.
 */
export const EraseSubmitter = defineCommand('EraseSubmitter', z.strictObject({}));

export type SuggestionCommand = CommandFrom<
  | typeof ReceiveSuggestion
  | typeof RegisterSuggestion
  | typeof ReferSuggestion
  | typeof TakeMember
  | typeof JoinMain
  | typeof ClaimMember
  | typeof AnswerClaim
  | typeof ConfirmMember
  | typeof ReleaseMember
  | typeof UnmergeSuggestion
  | typeof AssignSuggestion
  | typeof GiveOpinion
  | typeof ScreenSuggestion
  | typeof LinkSuggestionToCandidate
  | typeof AnswerSuggestion
  | typeof EraseSubmitter
>;
