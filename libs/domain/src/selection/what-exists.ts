import type { ProjectId, SuggestionId } from '@minsheng/contracts';
import { Refusal } from '../decider';
import type { AnnualList } from './annual-list.state';
import type { Candidate } from './candidate.decider';

/** A list is decided about what exists: rules over the streams of list, candidates and suggestions. */
export type ExistenceRefusal =
  | 'LIST_UNKNOWN'
  | 'LIST_ALREADY_ADOPTED'
  | 'CANDIDATE_SHELVED'
  | 'CANDIDATE_UNDER_DECISION'
  | 'SUGGESTION_NO_CANDIDATE';
const refuse = (code: ExistenceRefusal, facts?: Record<string, string>): never => {
  throw new Refusal(code, facts);
};

/** No candidate is proposed to a list that does not exist, or was adopted. */
export const assertTakesCandidates = ({ status }: AnnualList): void => {
  if (status === 'unknown') refuse('LIST_UNKNOWN');
  if (status === 'adopted') refuse('LIST_ALREADY_ADOPTED');
};

/**
 * A candidate comes from suggestions that were screened as candidates.
 * @param suggestion the state of the suggestion's stream
 */
export const assertScreened = (
  suggestionId: SuggestionId,
  suggestion: { readonly status: string; readonly outcome?: string },
): void => {
  const isCandidate = suggestion.status === 'screened' && suggestion.outcome === 'candidate';
  if (!isCandidate) refuse('SUGGESTION_NO_CANDIDATE', { suggestionId });
};

/** What was shelved is neither put to decision nor adopted. */
export const assertNotShelved = ({ status }: Candidate): void => {
  if (status === 'shelved') refuse('CANDIDATE_SHELVED');
};

/** A candidate under decision is not shelved behind the back of those who decide. */
export const assertNotUnderDecision = (list: AnnualList, projectId: ProjectId): void => {
  if (list.status === 'put to decision' && list.candidates.includes(projectId)) refuse('CANDIDATE_UNDER_DECISION');
};
