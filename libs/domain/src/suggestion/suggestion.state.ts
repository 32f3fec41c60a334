import {
  SuggestionCommands,
  type DepartmentName,
  type EventData,
  type ProjectId,
  type SuggestionEvent,
  type SuggestionId,
} from '@minsheng/contracts';
import { unreachable } from '../decider';

/** Where a suggestion stands. A merged one remembers where it stood, so that the merge can be undone. */
export type Standing =
  | { readonly status: 'unknown' }
  | { readonly status: 'received' }
  | { readonly status: 'registered' }
  | { readonly status: 'assigned'; readonly department: DepartmentName }
  | { readonly status: 'screened'; readonly outcome: 'candidate' | 'reserve pool' | 'not adopted' }
  | { readonly status: 'answered' }
  | { readonly status: 'referred' }
  | {
      readonly status: 'merged';
      readonly into: SuggestionId;
      /** Undefined for merges from before claims had ids. */ readonly claim?: string;
      readonly before: Standing;
    };

/** What stays, wherever the suggestion stands; merges by claim. */
interface Ties {
  /** The candidates that name it, in the order in which it heard of them. */
  readonly candidates: readonly ProjectId[];
  /** What was merged into this one, or is claimed and has not answered. */
  readonly members: ReadonlyMap<string, { readonly member: SuggestionId; readonly taken: boolean }>;
  /** What this one answered to others: `merged`, or the code of its refusal. */
  readonly answers: ReadonlyMap<string, string>;
}
/** Whose key seals the words; undefined once they were erased by the commission. */
interface Submission {
  readonly submitter?: { readonly person: string; readonly keyedIn: boolean };
}
export type Suggestion = Standing & Ties & Submission;

export const unknownSuggestion: Suggestion = {
  status: 'unknown',
  candidates: [],
  members: new Map(),
  answers: new Map(),
};

const standing = ({ candidates, members, answers, submitter }: Suggestion, now: Standing): Suggestion => ({
  ...now,
  candidates,
  members,
  answers,
  submitter,
});
const withMembers = (suggestion: Suggestion, members: Suggestion['members']): Suggestion => ({
  ...suggestion,
  members,
});
const withAnswer = (suggestion: Suggestion, claim: string | undefined, answer: string): Suggestion =>
  claim ? { ...suggestion, answers: new Map(suggestion.answers).set(claim, answer) } : suggestion;
const withoutTies = ({ candidates: _, members: __, answers: ___, submitter: ____, ...before }: Suggestion): Standing =>
  before;

const submitterOf = ({ words, channel }: EventData<'SuggestionReceived'>) => ({
  person: words.person,
  keyedIn: SuggestionCommands.KeyedInChannel.safeParse(channel).success,
});

/** A candidate is what it was screened for, until it is answered; a merged one keeps that for its unmerge. */
const asCandidate = (now: Standing): Standing => {
  switch (now.status) {
    case 'registered':
    case 'assigned':
    case 'screened':
      return { status: 'screened', outcome: 'candidate' };
    case 'merged':
      return { ...now, before: asCandidate(now.before) };
    case 'unknown':
    case 'received':
    case 'answered':
    case 'referred':
      return now;
    default:
      return unreachable(now);
  }
};

export const evolve = (suggestion: Suggestion, event: SuggestionEvent): Suggestion => {
  switch (event.type) {
    case 'SuggestionReceived':
      return { ...standing(suggestion, { status: 'received' }), submitter: submitterOf(event.data) };
    case 'SuggestionRegistered':
      return standing(suggestion, { status: 'registered' });
    case 'SuggestionReferred':
      return standing(suggestion, { status: 'referred' });
    case 'SuggestionMerged': {
      const { into, claim } = event.data;
      const merged = standing(suggestion, { status: 'merged', into, claim, before: withoutTies(suggestion) });
      return withAnswer(merged, claim, 'merged');
    }
    case 'SuggestionUnmerged':
      return suggestion.status === 'merged' ? standing(suggestion, suggestion.before) : suggestion;
    case 'MergeDeclined':
      return withAnswer(suggestion, event.data.claim, event.data.refusal);
    case 'MemberClaimed':
    case 'MemberTaken': {
      const { claim, member } = event.data;
      const taken = event.type === 'MemberTaken';
      return withMembers(suggestion, new Map(suggestion.members).set(claim, { member, taken }));
    }
    case 'MemberReleased':
      return withMembers(suggestion, new Map([...suggestion.members].filter(([claim]) => claim !== event.data.claim)));
    case 'SuggestionAssigned':
      return standing(suggestion, { status: 'assigned', department: event.data.department });
    case 'OpinionGiven':
      return suggestion; // ignored: advice, no later decision depends on it
    case 'SuggestionScreened':
      return standing(suggestion, { status: 'screened', outcome: event.data.outcome });
    case 'SuggestionLinkedToCandidate': {
      const candidates = [...suggestion.candidates, event.data.projectId];
      return standing({ ...suggestion, candidates }, asCandidate(withoutTies(suggestion)));
    }
    case 'SuggestionAnswered':
      return standing(suggestion, { status: 'answered' });
    case 'SubmitterErased':
      return { ...suggestion, submitter: undefined };
    default:
      return unreachable(event);
  }
};
