import {
  regionOf,
  yearOf,
  type AnnualListCommand,
  type AnnualListEvent,
  type ListId,
  type ProjectId,
} from '@minsheng/contracts';
import { Refusal, unreachable, type Decider } from '../decider';
import { monthOf, yearOfMonth } from '../indicator/month';
import { evolve, type AnnualList } from './annual-list.state';
import { countBallot } from './count-ballot';

export type AnnualListRefusal =
  | 'LIST_UNKNOWN'
  | 'LIST_ALREADY_OPENED'
  | 'LIST_ALREADY_ADOPTED'
  | 'LIST_NOT_ADOPTED'
  | 'RULES_REACH_BACK'
  | 'RULES_NOT_ADOPTED'
  | 'NOT_PUT_TO_DECISION'
  | 'CANDIDATE_OF_ANOTHER_LIST'
  | 'CANDIDATES_NOT_PROPOSED'
  | 'TOO_FEW_CANDIDATES'
  | 'LIST_IS_VOTED_BY_DEPUTIES'
  | 'LIST_IS_DECIDED_BY_GOVERNMENT'
  | 'BALLOT_ALREADY_RECORDED'
  | 'BALLOT_MISSES_CANDIDATES'
  | 'MORE_BALLOTS_THAN_ISSUED'
  | 'BALLOT_SUM_MISMATCH'
  | 'DECISION_MISSING'
  | 'TIE_AT_CUT_OFF'
  | 'NO_SUCH_TIE'
  | 'WRONG_NUMBER_OF_PROJECTS';

const refuse = (code: AnnualListRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};
const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set(a).size === a.length && a.every((element) => b.includes(element));

/** Invariant 3: the ballots must add up before anything is counted. */
const assertBallotAddsUp = ({
  deputies,
  issued,
  returned,
  valid,
  tallies,
}: Extract<AnnualListCommand, { type: 'RecordBallot' }>['data']) => {
  if (issued > deputies || returned > issued || valid > returned)
    refuse('MORE_BALLOTS_THAN_ISSUED', { deputies, issued, returned, valid });
  for (const { projectId, inFavour, against, abstained, notVoted } of tallies) {
    const ballots = inFavour + against + abstained + notVoted;
    if (ballots !== valid) refuse('BALLOT_SUM_MISMATCH', { projectId, sum: ballots, valid });
  }
};

/** The projects that the recorded decision adopts, in printed order. */
const decidedProjects = (
  list: Exclude<AnnualList, { status: 'unknown' }>,
): { readonly body: string; readonly heldOn: string; readonly projectIds: readonly ProjectId[] } => {
  if (list.mode === 'government') return list.government ?? refuse('DECISION_MISSING');
  if (!list.ballot) return refuse('DECISION_MISSING');
  const { elected, tied } = countBallot(list.ballot, list.seats);
  if (tied.length > 0 && list.tieResolvedFor.length === 0) return refuse('TIE_AT_CUT_OFF', { tied: tied.length });
  return { body: list.ballot.body, heldOn: list.ballot.heldOn, projectIds: [...elected, ...list.tieResolvedFor] };
};

/**
 * Another rule set in mid-year, for this month or a later one of the list's year: what is past is never judged by it.
 */
const amended = (
  list: Exclude<AnnualList, { status: 'unknown' }>,
  listId: ListId,
  today: string,
  data: Extract<AnnualListCommand, { type: 'AmendRules' }>['data'],
): AnnualListEvent => {
  if (list.status !== 'adopted' || !list.rules) return refuse('LIST_NOT_ADOPTED');
  if (yearOfMonth(data.from) !== yearOf(listId) || data.from < monthOf(today))
    return refuse('RULES_REACH_BACK', { from: data.from, today });
  return {
    type: 'RulesAmended',
    data: { listId, rulesVersion: list.rules.rulesVersion + 1, adopted: [...list.adopted], ...data },
  };
};

export const annualListDecider: Decider<ListId, AnnualList, AnnualListCommand, AnnualListEvent> = {
  initialState: { status: 'unknown' },
  evolve,
  decide(command, list, { id: listId, today }) {
    if (command.type === 'OpenAnnualList') {
      if (list.status !== 'unknown') return refuse('LIST_ALREADY_OPENED');
      return [
        {
          type: 'AnnualListOpened',
          data: { listId, regionCode: regionOf(listId), year: yearOf(listId), ...command.data },
        },
      ];
    }
    if (list.status === 'unknown') return refuse('LIST_UNKNOWN');
    if (command.type === 'AmendRules') return [amended(list, listId, today, command.data)];
    if (list.status === 'adopted') return refuse('LIST_ALREADY_ADOPTED');
    switch (command.type) {
      case 'AdoptRules':
        return [
          {
            type: 'RulesAdopted',
            data: { listId, rulesVersion: (list.rules?.rulesVersion ?? 0) + 1, ...command.data },
          },
        ];
      case 'PutToDecision':
        if (list.ballot || list.government) return refuse('BALLOT_ALREADY_RECORDED');
        if (command.data.projectIds.some((projectId) => !projectId.startsWith(`${listId}-`)))
          return refuse('CANDIDATE_OF_ANOTHER_LIST');
        if (command.data.projectIds.length < list.seats)
          return refuse('TOO_FEW_CANDIDATES', { candidates: command.data.projectIds.length, seats: list.seats });
        return [{ type: 'CandidatesPutToDecision', data: { listId, ...command.data } }];
      case 'RecordBallot':
        if (list.mode !== 'deputies vote') return refuse('LIST_IS_DECIDED_BY_GOVERNMENT');
        if (list.status !== 'put to decision') return refuse('NOT_PUT_TO_DECISION');
        if (list.ballot) return refuse('BALLOT_ALREADY_RECORDED');
        if (
          !sameSet(
            command.data.tallies.map(({ projectId }) => projectId),
            list.candidates,
          )
        )
          return refuse('BALLOT_MISSES_CANDIDATES');
        assertBallotAddsUp(command.data);
        return [{ type: 'BallotRecorded', data: { listId, ...command.data } }];
      case 'ResolveTie': {
        if (!list.ballot) return refuse('DECISION_MISSING');
        const { tied, seatsLeft } = countBallot(list.ballot, list.seats);
        const { chosen } = command.data;
        if (tied.length === 0 || list.tieResolvedFor.length > 0) return refuse('NO_SUCH_TIE');
        if (
          new Set(chosen).size !== seatsLeft ||
          chosen.length !== seatsLeft ||
          chosen.some((projectId) => !tied.includes(projectId))
        )
          return refuse('WRONG_NUMBER_OF_PROJECTS', { expected: seatsLeft, given: chosen.length });
        return [{ type: 'TieResolved', data: { listId, ...command.data } }];
      }
      case 'DecideByGovernment': {
        if (list.mode !== 'government') return refuse('LIST_IS_VOTED_BY_DEPUTIES');
        if (list.status !== 'put to decision') return refuse('NOT_PUT_TO_DECISION');
        if (list.government) return refuse('BALLOT_ALREADY_RECORDED');
        const { projectIds } = command.data;
        if (projectIds.length !== list.seats)
          return refuse('WRONG_NUMBER_OF_PROJECTS', { expected: list.seats, given: projectIds.length });
        if (projectIds.some((projectId) => !list.candidates.includes(projectId)))
          return refuse('CANDIDATES_NOT_PROPOSED');
        return [{ type: 'GovernmentDecided', data: { listId, ...command.data } }];
      }
      case 'AdoptAnnualList': {
        if (!list.rules) return refuse('RULES_NOT_ADOPTED');
        if (list.status !== 'put to decision') return refuse('NOT_PUT_TO_DECISION');
        const { body, projectIds } = decidedProjects(list);
        const passedOver = list.candidates.filter((projectId) => !projectIds.includes(projectId));
        return [
          {
            type: 'AnnualListAdopted',
            data: {
              listId,
              adoptedOn: today,
              body,
              ...list.rules,
              adopted: [...projectIds],
              passedOver,
              ...command.data,
            },
          },
        ];
      }
      default:
        return unreachable(command);
    }
  },
};
