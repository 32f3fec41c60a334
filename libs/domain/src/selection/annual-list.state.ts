import type { AnnualListEvent, EventData, ProjectId, Rules } from '@minsheng/contracts';
import { unreachable } from '../decider';

type Ballot = EventData<'BallotRecorded'>;
export type SittingBallot = EventData<'SittingBallotCounted'>['ballot'];

/** The annual list on its way to adoption. */
export type AnnualList =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open' | 'put to decision' | 'adopted';
      readonly mode: 'deputies vote' | 'government';
      readonly seats: number;
      readonly rules?: { readonly rulesVersion: number; readonly rules: Rules };
      readonly candidates: readonly ProjectId[];
      /** When the candidates were put to decision; unknown for lists of older ledgers. */
      readonly putOn?: string;
      readonly adoptedOn?: string;
      /** When suggestions are collected; without one, until the list is adopted. */
      readonly collection?: Omit<EventData<'CollectionPeriodSet'>, 'listId'>;
      readonly ballot?: Ballot;
      readonly secondBallot?: Ballot;
      readonly seatsLeftEmpty: boolean;
      readonly tieResolvedFor: readonly ProjectId[];
      /** Valid ballots on satisfaction, one for each project and round of its evaluation. */
      readonly sittingBallots: readonly SittingBallot[];
      /** Projects of the adopted list. */
      readonly adopted: readonly ProjectId[];
      readonly government?: {
        readonly body: string;
        readonly heldOn: string;
        readonly projectIds: readonly ProjectId[];
      };
    };

export const isSameProjectAndRound = (a: SittingBallot, b: SittingBallot): boolean =>
  a.projectId === b.projectId && a.round === b.round;
/** A project's ballot takes the place of the one counted for it before. */
const withSittingBallot = (ballots: readonly SittingBallot[], ballot: SittingBallot): readonly SittingBallot[] => [
  ...ballots.filter((counted) => !isSameProjectAndRound(counted, ballot)),
  ballot,
];

export const evolve = (list: AnnualList, event: AnnualListEvent): AnnualList => {
  if (event.type === 'AnnualListOpened') {
    const { mode, seats } = event.data;
    return {
      status: 'open',
      mode,
      seats,
      candidates: [],
      adopted: [],
      tieResolvedFor: [],
      seatsLeftEmpty: false,
      sittingBallots: [],
    };
  }
  if (list.status === 'unknown') return list;
  switch (event.type) {
    case 'RulesAmended':
    case 'RulesAdopted':
      return { ...list, rules: { rulesVersion: event.data.rulesVersion, rules: event.data.rules } };
    case 'CandidatesPutToDecision':
      return { ...list, status: 'put to decision', candidates: event.data.projectIds, putOn: event.data.putOn };
    case 'CollectionPeriodSet': {
      const { listId: _, ...collection } = event.data;
      return { ...list, collection };
    }
    case 'BallotRecorded':
      return { ...list, ballot: event.data };
    case 'BallotCorrected':
      // what was decided on the mistaken tallies falls with them
      return { ...list, ballot: event.data, secondBallot: undefined, tieResolvedFor: [], seatsLeftEmpty: false };
    case 'SecondBallotRecorded':
      return { ...list, secondBallot: event.data };
    case 'SeatsLeftEmpty':
      return { ...list, seatsLeftEmpty: true };
    case 'TieResolved':
      return { ...list, tieResolvedFor: event.data.chosen };
    case 'GovernmentDecided':
      return { ...list, government: event.data };
    case 'SittingBallotCounted':
      return { ...list, sittingBallots: withSittingBallot(list.sittingBallots, event.data.ballot) };
    case 'AnnualListAdopted':
      return { ...list, status: 'adopted', adopted: event.data.adopted, adoptedOn: event.data.adoptedOn };
    default:
      return unreachable(event);
  }
};
