import type { CommandOf, EvaluationCommand, EvaluationEvent } from '@minsheng/contracts';
import { housing, housingOfficer, rules } from '../testing/fixtures';
import { assertRatable, evaluationDecider } from './evaluation.decider';
import {
  answer,
  ballot,
  balloted,
  close,
  closed,
  closeTicket,
  given,
  open,
  opened,
  openTicket,
  projectId,
  score,
  scored,
  scoredByThirdParty,
  survey,
  surveyed,
  thirdParty,
  ticket,
  ticketAnswered,
  ticketClosed,
  ticketOpened,
} from './evaluation.fixtures';

const supersede: CommandOf<'SupersedeEvaluation'> = {
  type: 'SupersedeEvaluation',
  data: { because: '管道未通水。', foundOn: '2020-03-10' },
};
const superseded: EvaluationEvent = {
  type: 'EvaluationSuperseded',
  data: { projectId, round: 1, ...supersede.data },
};
const days = { opensOn: '2020-06-20', closesOn: '2020-07-20' };
const openAgain: CommandOf<'OpenEvaluation'> = { type: 'OpenEvaluation', data: { ...open().data, ...days } };
const openedAgain: EvaluationEvent = {
  type: 'EvaluationOpenedAgain',
  data: { projectId, round: 2, ...openAgain.data },
};
const firstRound = [
  opened(),
  surveyed([90, 0, 0, 0, 0]),
  scoredByThirdParty([100, 0]),
  balloted,
  ticketOpened(),
  closed,
  scored,
];
const stateAfter = (...events: EvaluationEvent[]) =>
  events.reduce(evaluationDecider.evolve, evaluationDecider.initialState);

describe('a look back that finds a fake', () => {
  it.each([
    ['an open evaluation', [opened()]],
    ['a closed one', [opened(), closed]],
    ['a scored one', firstRound],
  ])('supersedes %s, once', (_, past) => {
    given(...past)
      .when(supersede)
      .then(superseded);
    given(...past, superseded)
      .when(supersede)
      .then();
  });
  it('supersedes nothing where nothing was evaluated', () =>
    given().when(supersede).thenRefused('EVALUATION_NOT_OPEN'));
  it.each<EvaluationCommand>([
    survey([0, 0, 0, 0, 9]),
    thirdParty([100, 90]),
    ballot(1, 0, 0, 1),
    {
      type: 'CorrectSatisfactionBallot',
      data: { ...ballot(1, 0, 0, 1).data, correction: { reason: '误', documentNo: '1' } },
    },
    close,
    score([0, 0, 0, 0, 9]),
  ])('lets no $type in until the project is accepted again', (command) =>
    given(...firstRound, superseded)
      .when(command)
      .thenRefused('EVALUATION_NOT_OPEN'),
  );
  it('lets nobody rate until then', () =>
    expect(() => assertRatable(stateAfter(opened(), superseded), '2020-01-01')).toThrow('EVALUATION_SUPERSEDED'));
  it('leaves bad ratings to be repaired', () => {
    given(...firstRound, superseded)
      .when(answer(), { by: housingOfficer })
      .thenMatches({ type: 'RectificationAnswered' });
    given(...firstRound, superseded, ticketAnswered())
      .when(closeTicket())
      .thenMatches({ type: 'RectificationClosed' });
  });
});

describe('the next acceptance', () => {
  it('opens a new round, with its own days, rules and departments', () =>
    given(...firstRound, superseded)
      .when(openAgain)
      .then(openedAgain));
  it('opens none where no look back found anything', () =>
    given(...firstRound)
      .when(openAgain)
      .thenRefused('EVALUATION_ALREADY_OPEN'));
  it('opens a third round after a second look back', () =>
    given(...firstRound, superseded, openedAgain, {
      ...superseded,
      data: { ...superseded.data, round: 2 },
    } as EvaluationEvent)
      .when(openAgain)
      .thenMatches({ type: 'EvaluationOpenedAgain', data: { round: 3 } }));
});

describe('a new round', () => {
  const secondRound = [...firstRound, superseded, openedAgain];
  it('is open to ratings in its own window', () => {
    expect(assertRatable(stateAfter(...secondRound), '2020-06-20')).toMatchObject({ round: 2 });
    expect(() => assertRatable(stateAfter(...secondRound), '2020-01-01')).toThrow('RATING_WINDOW_CLOSED');
  });
  it('takes survey, third party and ballot of its own', () => {
    for (const command of [survey([0, 0, 0, 0, 9]), thirdParty([100, 90]), ballot(195, 27, 0, 222)])
      given(...secondRound)
        .when(command)
        .thenMatches({ data: command.data });
  });
  it('scores nothing of the first: whose answers were bad', () =>
    given(...secondRound, surveyed([0, 0, 0, 0, 90]), closed)
      .when(score([0, 0, 0, 0, 9]))
      .thenMatches({
        type: 'SatisfactionScored',
        data: {
          rule: rules().satisfaction,
          ratings: [0, 0, 0, 0, 9],
          score: '100',
          channels: { survey: { answers: 90, score: '100' }, thirdParty: { answers: 0, score: null } },
        },
      }));
  it('reopens a repaired ticket for a bad rating, and keeps one that is still open', () => {
    given(...secondRound)
      .when(openTicket())
      .then();
    given(...secondRound, ticketAnswered(), ticketClosed())
      .when(openTicket(ticket, 1, 1))
      .thenMatches({ type: 'RectificationReopened', data: { ticket, departments: [housing] } });
  });
});
