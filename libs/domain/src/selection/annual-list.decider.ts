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
import { assertBallot, assertDecided, type BallotRefusal } from './assert-ballot';
import { assertPeriod, type CollectionRefusal } from './collection';
import { countSittingBallot, type SittingRefusal } from './sitting-ballots';
import { withBodies } from './adjustment-bodies';
import { assertRules, type RulesRefusal } from './assert-rules';
import type { ExistenceRefusal } from './what-exists';
import { voteOutcome } from './vote-outcome';

export type AnnualListRefusal =
  | 'LIST_UNKNOWN'
  | 'LIST_ALREADY_OPENED'
  | 'LIST_ALREADY_ADOPTED'
  | 'LIST_NOT_ADOPTED'
  | 'RULES_REACH_BACK'
  | 'RULES_NOT_ADOPTED'
  | 'NOT_PUT_TO_DECISION'
  | 'CANDIDATES_NOT_PROPOSED'
  | 'TOO_FEW_CANDIDATES'
  | 'LIST_IS_VOTED_BY_DEPUTIES'
  | 'LIST_IS_DECIDED_BY_GOVERNMENT'
  | 'BALLOT_ALREADY_RECORDED'
  | 'BALLOT_NOT_RECORDED'
  | BallotRefusal
  | CollectionRefusal
  | 'SEATS_NOT_FILLED'
  | 'NO_SEATS_LEFT'
  | ExistenceRefusal
  | SittingRefusal
  | RulesRefusal
  | 'DECISION_MISSING'
  | 'TIE_AT_CUT_OFF'
  | 'NO_SUCH_TIE'
  | 'WRONG_NUMBER_OF_PROJECTS';

const refuse = (code: AnnualListRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};
/** The projects that the recorded decision adopts, in printed order. @throws AnnualListRefusal while there is none */
export const decidedProjects = (
  list: Exclude<AnnualList, { status: 'unknown' }>,
): { readonly body: string; readonly heldOn: string; readonly projectIds: readonly ProjectId[] } => {
  if (list.mode === 'government') return list.government ?? refuse('DECISION_MISSING');
  const outcome = voteOutcome(list);
  if (!list.ballot || !outcome) return refuse('DECISION_MISSING');
  const { elected, tie, seatsLeft } = outcome;
  if (tie) return refuse('TIE_AT_CUT_OFF', { tied: tie.tied.length });
  if (seatsLeft > 0 && !list.seatsLeftEmpty)
    return refuse('SEATS_NOT_FILLED', { elected: elected.length, seats: list.seats, left: seatsLeft });
  return { body: list.ballot.body, heldOn: list.ballot.heldOn, projectIds: elected };
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
  assertRules(data.rules);
  const rulesVersion = list.rules.rulesVersion + 1;
  const rules = withBodies(data.rules, list.mode);
  return { type: 'RulesAmended', data: { listId, ...data, rulesVersion, rules, adopted: [...list.adopted] } };
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
    if (command.type === 'CountSittingBallot') {
      assertDecided(command.data.ballot.heldOn, { today });
      return countSittingBallot(list, command.data, listId);
    }
    if (list.status === 'adopted') return refuse('LIST_ALREADY_ADOPTED');
    switch (command.type) {
      case 'AdoptRules':
        assertRules(command.data.rules);
        return [
          {
            type: 'RulesAdopted',
            data: {
              listId,
              rulesVersion: (list.rules?.rulesVersion ?? 0) + 1,
              rules: withBodies(command.data.rules, list.mode),
            },
          },
        ];
      case 'SetCollectionPeriod':
        assertPeriod(list, command.data, yearOf(listId), today);
        return [{ type: 'CollectionPeriodSet', data: { listId, ...command.data } }];
      case 'PutToDecision':
        if (list.ballot || list.government) return refuse('BALLOT_ALREADY_RECORDED');
        if (command.data.projectIds.length < list.seats)
          return refuse('TOO_FEW_CANDIDATES', { candidates: command.data.projectIds.length, seats: list.seats });
        return [{ type: 'CandidatesPutToDecision', data: { listId, ...command.data, putOn: today } }];
      case 'RecordBallot':
        if (list.mode !== 'deputies vote') return refuse('LIST_IS_DECIDED_BY_GOVERNMENT');
        if (list.status !== 'put to decision') return refuse('NOT_PUT_TO_DECISION');
        if (list.ballot) return refuse('BALLOT_ALREADY_RECORDED');
        assertBallot(command.data, list.candidates, { today, since: list.putOn });
        return [{ type: 'BallotRecorded', data: { listId, ...command.data } }];
      case 'CorrectBallot':
        if (!list.ballot) return refuse('BALLOT_NOT_RECORDED');
        assertBallot(command.data, list.candidates, { today, since: list.putOn });
        return [{ type: 'BallotCorrected', data: { listId, ...command.data } }];
      case 'RecordSecondBallot': {
        const outcome = voteOutcome(list) ?? refuse('BALLOT_NOT_RECORDED');
        if (outcome.tie) return refuse('TIE_AT_CUT_OFF', { tied: outcome.tie.tied.length });
        if (outcome.seatsLeft === 0 || list.secondBallot) return refuse('NO_SEATS_LEFT');
        const open = list.candidates.filter((projectId) => !outcome.elected.includes(projectId));
        const voted = command.data.tallies.map(({ projectId }) => projectId);
        assertBallot(
          command.data,
          voted.filter((projectId) => open.includes(projectId)),
          { today, since: list.ballot?.heldOn },
        );
        return [{ type: 'SecondBallotRecorded', data: { listId, ...command.data } }];
      }
      case 'LeaveSeatsEmpty': {
        const { tie, seatsLeft } = voteOutcome(list) ?? refuse('BALLOT_NOT_RECORDED');
        if (tie) return refuse('TIE_AT_CUT_OFF', { tied: tie.tied.length });
        if (seatsLeft === 0 || list.seatsLeftEmpty) return refuse('NO_SEATS_LEFT');
        assertDecided(command.data.heldOn, { today, since: list.ballot?.heldOn });
        return [{ type: 'SeatsLeftEmpty', data: { listId, seats: seatsLeft, ...command.data } }];
      }
      case 'ResolveTie': {
        const { tied, seatsLeft } = (voteOutcome(list) ?? refuse('DECISION_MISSING')).tie ?? refuse('NO_SUCH_TIE');
        const { chosen } = command.data;
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
        assertDecided(command.data.heldOn, { today, since: list.putOn });
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
