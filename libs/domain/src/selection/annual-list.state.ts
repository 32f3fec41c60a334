import type { AnnualListEvent, ProjectId, Rules } from '@minsheng/contracts';
import { unreachable } from '../decider';

type Ballot = Extract<AnnualListEvent, { type: 'BallotRecorded' }>['data'];

/** The annual list on its way to adoption. */
export type AnnualList =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open' | 'put to decision' | 'adopted';
      readonly mode: 'deputies vote' | 'government';
      readonly seats: number;
      readonly rules?: { readonly rulesVersion: number; readonly rules: Rules };
      readonly candidates: readonly ProjectId[];
      readonly ballot?: Ballot;
      readonly tieResolvedFor: readonly ProjectId[];
      /** Projects of the adopted list. */
      readonly adopted: readonly ProjectId[];
      readonly government?: {
        readonly body: string;
        readonly heldOn: string;
        readonly projectIds: readonly ProjectId[];
      };
    };

export const evolve = (list: AnnualList, event: AnnualListEvent): AnnualList => {
  if (event.type === 'AnnualListOpened') {
    const { mode, seats } = event.data;
    return { status: 'open', mode, seats, candidates: [], adopted: [], tieResolvedFor: [] };
  }
  if (list.status === 'unknown') return list;
  switch (event.type) {
    case 'RulesAmended':
    case 'RulesAdopted':
      return { ...list, rules: { rulesVersion: event.data.rulesVersion, rules: event.data.rules } };
    case 'CandidatesPutToDecision':
      return { ...list, status: 'put to decision', candidates: event.data.projectIds };
    case 'BallotRecorded':
      return { ...list, ballot: event.data };
    case 'TieResolved':
      return { ...list, tieResolvedFor: event.data.chosen };
    case 'GovernmentDecided':
      return { ...list, government: event.data };
    case 'AnnualListAdopted':
      return { ...list, status: 'adopted', adopted: event.data.adopted };
    default:
      return unreachable(event);
  }
};
