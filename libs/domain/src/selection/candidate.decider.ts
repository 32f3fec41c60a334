import type { CandidateCommand, CandidateEvent, Commitment, ProjectId } from '@minsheng/contracts';
import { Refusal, unreachable, type Decider } from '../decider';
import type { QuantityRefusal } from '../indicator/possible';
import type { NameRefusal } from '../twin-names';
import { assertCommitment, type CommitmentRefusal } from './assert-commitment';
import type { LineageRefusal } from './assert-lineage';

/** What becomes of a candidate project, until it is adopted and its delivery begins. */
export type Candidate =
  | { readonly status: 'unknown' }
  | { readonly status: 'proposed'; readonly commitment: Commitment }
  | { readonly status: 'shelved' | 'adopted' | 'passed over' };

export type CandidateRefusal =
  | CommitmentRefusal
  | LineageRefusal
  | QuantityRefusal
  | NameRefusal
  | 'CANDIDATE_UNKNOWN'
  | 'CANDIDATE_ALREADY_PROPOSED'
  | 'CANDIDATE_ALREADY_DECIDED';
const refuse = (code: CandidateRefusal): never => {
  throw new Refusal(code);
};

const evolve = (_candidate: Candidate, event: CandidateEvent): Candidate => {
  switch (event.type) {
    case 'CandidateProposed': {
      const { projectId: _, ...commitment } = event.data;
      return { status: 'proposed', commitment };
    }
    case 'CandidateShelved':
      return { status: 'shelved' };
    case 'CandidateAdopted':
      return { status: 'adopted' };
    case 'CandidatePassedOver':
      return { status: 'passed over' };
    default:
      return unreachable(event);
  }
};

export const candidateDecider: Decider<ProjectId, Candidate, CandidateCommand, CandidateEvent> = {
  initialState: { status: 'unknown' },
  evolve,
  decide(command, candidate, { id: projectId }) {
    if (command.type === 'ProposeCandidate') {
      if (candidate.status !== 'unknown') return refuse('CANDIDATE_ALREADY_PROPOSED');
      assertCommitment(command.data, projectId);
      return [{ type: 'CandidateProposed', data: { projectId, ...command.data } }];
    }
    if (candidate.status === 'unknown') return refuse('CANDIDATE_UNKNOWN');
    if (candidate.status !== 'proposed') return refuse('CANDIDATE_ALREADY_DECIDED');
    switch (command.type) {
      case 'ShelveCandidate':
        return [{ type: 'CandidateShelved', data: { projectId, ...command.data } }];
      case 'AdoptCandidate':
        return [{ type: 'CandidateAdopted', data: { projectId, ...command.data, commitment: candidate.commitment } }];
      case 'PassOverCandidate':
        return [{ type: 'CandidatePassedOver', data: { projectId } }];
      default:
        return unreachable(command);
    }
  },
};
