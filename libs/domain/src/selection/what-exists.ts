import type { ProjectId, SuggestionId } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { departmentsOf } from '../indicator/leads';
import { assertNoTwins } from '../twin-names';
import type { AnnualList } from './annual-list.state';
import type { Candidate } from './candidate.decider';

/** A list is decided about what exists: rules over the streams of list, candidates and suggestions. */
export type ExistenceRefusal =
  | 'LIST_UNKNOWN'
  | 'LIST_ALREADY_ADOPTED'
  | 'CANDIDATE_SHELVED'
  | 'CANDIDATE_UNDER_DECISION'
  | 'SUGGESTION_MERGED_BEFORE'
  | 'SUGGESTION_NO_CANDIDATE'
  | 'LIST_TAKES_NO_CANDIDATES';
const refuse = (code: ExistenceRefusal, facts?: Record<string, string>): never => {
  throw new Refusal(code, facts);
};

/** No candidate is proposed to a list that does not exist, or was adopted. */
export const assertTakesCandidates = ({ status }: AnnualList): void => {
  if (status === 'unknown') refuse('LIST_UNKNOWN');
  if (status === 'adopted') refuse('LIST_ALREADY_ADOPTED');
};

/** Nothing is screened as a candidate of a list that takes none any more. */
export const assertCandidatesOpen = ({ status }: AnnualList): void => {
  if (status === 'adopted') refuse('LIST_TAKES_NO_CANDIDATES');
};

/**
 * A candidate comes from suggestions that were screened as candidates.
 * @param suggestion the state of the suggestion's stream
 */
export const assertScreened = (
  suggestionId: SuggestionId,
  suggestion: { readonly status: string; readonly outcome?: string },
): void => {
  if (suggestion.status === 'merged') refuse('SUGGESTION_MERGED_BEFORE', { suggestionId });
  const isCandidate = suggestion.status === 'screened' && suggestion.outcome === 'candidate';
  if (!isCandidate) refuse('SUGGESTION_NO_CANDIDATE', { suggestionId });
};

/** What was shelved is neither put to decision nor adopted. */
export const assertNotShelved = ({ status }: Candidate): void => {
  if (status === 'shelved') refuse('CANDIDATE_SHELVED');
};

/** One list writes a department in one way. @throws NAME_DIFFERS_BY_WIDTH naming the twin */
export const assertDepartmentsAgree = (candidates: readonly Candidate[]): void => {
  const names = candidates.flatMap((candidate) =>
    candidate.status === 'proposed' ? departmentsOf(candidate.commitment) : [],
  );
  assertNoTwins([...new Set(names)], []);
};

/** A candidate under decision is not shelved behind the back of those who decide. */
export const assertNotUnderDecision = (list: AnnualList, projectId: ProjectId): void => {
  if (list.status === 'put to decision' && list.candidates.includes(projectId)) refuse('CANDIDATE_UNDER_DECISION');
};
