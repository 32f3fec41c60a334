import type { EvaluationEvent } from '@minsheng/contracts';
import { commission, housing, housingOfficer, rules, transportOfficer } from '../testing/fixtures';
import { Refusal } from '../decider';
import { assertRatable, evaluationDecider } from './evaluation.decider';
import {
  answer,
  ballot,
  balloted,
  close,
  closeTicket,
  closed,
  given,
  scoredByThirdParty,
  open,
  openTicket,
  opened,
  otherTicket,
  projectId,
  score,
  scored,
  survey,
  surveyed,
  thirdParty,
  ticket,
  ticketAnswered,
  ticketClosed,
  ticketOpened,
  ticketReopened,
} from './evaluation.fixtures';

const half = survey([0, 0, 10, 40, 50]);

describe('an evaluation', () => {
  it('opens for its window, under the rules of the acceptance', () => given().when(open()).then(opened()));
  it('opens once', () => given(opened()).when(open()).thenRefused('EVALUATION_ALREADY_OPEN'));
  it.each([
    half,
    thirdParty([100, 90]),
    ballot(1, 0, 0, 1),
    close,
    score([0, 0, 0, 0, 0]),
    openTicket(),
    answer(),
    closeTicket(),
  ])('takes no $type before it is open', (command) => given().when(command).thenRefused('EVALUATION_NOT_OPEN'));
  it('closes the day after its last', () => {
    given(opened()).when(close, { today: '2020-01-19' }).thenRefused('EVALUATION_STILL_OPEN');
    given(opened()).when(close, { today: '2020-01-20' }).then(closed);
  });
  it('closes once', () => given(opened(), closed).when(close).thenRefused('EVALUATION_NOT_OPEN'));
});

describe('the window for ratings', () => {
  const codeOn = (today: string, ...past: EvaluationEvent[]) => {
    try {
      assertRatable(past.reduce(evaluationDecider.evolve, evaluationDecider.initialState), today);
      return 'may rate';
    } catch (error) {
      return (error as Refusal).code;
    }
  };
  it.each([
    ['2019-12-19', 'RATING_WINDOW_CLOSED'],
    ['2019-12-20', 'may rate'],
    ['2020-01-01', 'may rate'],
    ['2020-01-19', 'may rate'],
    ['2020-01-20', 'RATING_WINDOW_CLOSED'],
  ])('on %s: %s', (today, code) => expect(codeOn(today, opened())).toBe(code));
  it('is shut once the evaluation is closed, whatever the day', () =>
    expect(codeOn('2020-01-01', opened(), closed)).toBe('RATING_WINDOW_CLOSED'));
  it('does not exist before acceptance', () => expect(codeOn('2020-01-01')).toBe('EVALUATION_NOT_OPEN'));
  it('hands out the rules under which the rating counts', () =>
    expect(assertRatable(evaluationDecider.evolve({ status: 'not open' }, opened()), '2020-01-01').rules).toEqual(
      rules(),
    ));
});

describe('a survey', () => {
  it('is recorded as it was delivered', () =>
    given(opened())
      .when(half)
      .then(surveyed([0, 0, 10, 40, 50])));
  it('is delivered once and then immutable', () =>
    given(opened(), surveyed([0, 0, 10, 40, 50]))
      .when(half)
      .thenRefused('ALREADY_DELIVERED'));
  it('has at most as many answers as were asked', () => {
    given(opened())
      .when(survey([0, 0, 10, 40, 51], 100))
      .thenRefused('MORE_ANSWERS_THAN_ASKED');
    given(opened())
      .when(survey([0, 0, 10, 40, 50], 100))
      .thenMatches({ type: 'SurveyRecorded' });
  });
  it('may come after the ratings closed', () =>
    given(opened(), closed).when(half).thenMatches({ type: 'SurveyRecorded' }));
  it('is too late for a score that stands', () =>
    given(opened(), closed, scored).when(half).thenRefused('ALREADY_SCORED'));
});

describe('a third party', () => {
  it('weighs its dimensions to 100', () =>
    given(opened())
      .when(thirdParty([20, 91], [20, 88], [20, 85], [40, 90]))
      .then(scoredByThirdParty([20, 91], [20, 88], [20, 85], [40, 90])));
  it.each([
    ['99', [50, 49]],
    ['101', [50, 51]],
  ])('is refused with weights of %s', (_, [first, second]) =>
    given(opened())
      .when(thirdParty([first, 90], [second, 90]))
      .thenRefused('WEIGHTS_MUST_SUM_TO_100'),
  );
  it('delivers once', () =>
    given(opened(), scoredByThirdParty([100, 90]))
      .when(thirdParty([100, 91]))
      .thenRefused('ALREADY_DELIVERED'));
  it('is too late for a score that stands', () =>
    given(opened(), closed, scored)
      .when(thirdParty([100, 90]))
      .thenRefused('ALREADY_SCORED'));
});

describe('the deputies’ ballot on satisfaction', () => {
  it('is refused when its grades do not add up: Ninghai printed 95 for 195', () =>
    given(opened())
      .when(ballot(95, 27, 0, 222))
      .thenRefused('SATISFACTION_BALLOT_MISMATCH'));
  it('is taken as it should have been printed', () =>
    given(opened())
      .when(ballot(195, 27, 0, 222))
      .thenMatches({ type: 'SatisfactionBallotRecorded' }));
  it('is taken when its grades add up', () =>
    given(opened())
      .when(ballot(175, 43, 4, 222))
      .then(balloted));
  it('is refused with one ballot too many', () =>
    given(opened())
      .when(ballot(175, 43, 5, 222))
      .thenRefused('SATISFACTION_BALLOT_MISMATCH'));
  it('is held once', () =>
    given(opened(), balloted)
      .when(ballot(175, 43, 4, 222))
      .thenRefused('ALREADY_DELIVERED'));
  it('stands apart from the score and may come after it', () =>
    given(opened(), closed, scored)
      .when(ballot(175, 43, 4, 222))
      .then(balloted));
});

describe('the score', () => {
  it('waits until the ratings are closed', () =>
    given(opened())
      .when(score([0, 0, 0, 0, 9]))
      .thenRefused('EVALUATION_NOT_CLOSED'));
  it('is given once', () =>
    given(opened(), closed, scored)
      .when(score([0, 0, 0, 0, 9]))
      .thenRefused('ALREADY_SCORED'));
  it('tells its channels, its rule and the version of the rule', () =>
    given(opened(), surveyed([0, 0, 10, 40, 50]), scoredByThirdParty([50, 91], [50, 88]), balloted, closed)
      .when(score([1, 0, 0, 4, 5]))
      .then({
        type: 'SatisfactionScored',
        data: {
          projectId,
          rulesVersion: 1,
          rule: rules().satisfaction,
          ratings: [1, 0, 0, 4, 5],
          score: '86.5',
          grade: '满意',
          channels: {
            rating: { weight: 30, answers: 10, score: '82' },
            survey: { weight: 50, answers: 100, score: '88' },
            thirdParty: { weight: 20, answers: 1, score: '89.5' },
          },
        },
      }));
});

describe('a rectification', () => {
  const history = [opened(), ticketOpened()];
  it('is opened with a due day by the rule of the list', () => given(opened()).when(openTicket()).then(ticketOpened()));
  it('is opened once per rater', () =>
    given(...history)
      .when(openTicket(ticket, 1))
      .then());
  it('is not reopened by a rating of before its answer, however late that is acted upon', () =>
    given(...history, ticketAnswered())
      .when(openTicket())
      .then());
  it('is reopened at the new level by a rating that is bad after its answer, and not closed on that answer', () => {
    given(...history, ticketAnswered())
      .when(openTicket(ticket, 1, 1), { today: '2020-03-02' })
      .then({
        type: 'RectificationReopened',
        data: { projectId, ticket, level: 1, dueOn: '2020-03-23', departments: [housing] },
      });
    given(...history, ticketAnswered(), ticketReopened())
      .when(closeTicket())
      .thenRefused('RECTIFICATION_NOT_ANSWERED');
  });
  it('is reopened by a rating of between answer and closing that is acted upon after it', () =>
    given(...history, ticketAnswered(), ticketClosed())
      .when(openTicket(ticket, 1, 1))
      .thenMatches({ type: 'RectificationReopened' }));
  it('is reopened, with another due day, by a rating that is bad again after it was closed', () =>
    given(...history, ticketAnswered(), ticketClosed())
      .when(openTicket(ticket, 1, 2), { today: '2020-03-02' })
      .then({
        type: 'RectificationReopened',
        data: { projectId, ticket, level: 1, dueOn: '2020-03-23', departments: [housing] },
      }));
  it('is not reopened by a rating of before the repair, however late that is acted upon', () => {
    const repaired = [...history, ticketAnswered(), ticketClosed()];
    given(...repaired)
      .when(openTicket(ticket, 1))
      .then();
    given(...repaired, ticketReopened(), ticketAnswered(), ticketClosed())
      .when(openTicket(ticket, 1, 2))
      .then();
  });
  it('is opened for another rater too', () =>
    given(...history)
      .when(openTicket(otherTicket))
      .then(ticketOpened(otherTicket)));
  it('is opened after the window closed, and after the score', () =>
    given(opened(), closed, scored).when(openTicket()).then(ticketOpened()));
  it('is answered by a lead of the project', () =>
    given(...history)
      .when(answer(), { by: housingOfficer })
      .then({ type: 'RectificationAnswered', data: { projectId, department: housing, ...answer().data, ticket } }));
  it('is answered by nobody else', () => {
    given(...history)
      .when(answer(), { by: transportOfficer })
      .thenRefused('NOT_THE_RATED_DEPARTMENT');
    given(...history)
      .when(answer(), { by: commission })
      .thenRefused('NOT_THE_RATED_DEPARTMENT');
  });
  it('is answered where there is one', () =>
    given(...history)
      .when(answer(2), { by: housingOfficer })
      .thenRefused('RECTIFICATION_UNKNOWN'));
  it('is closed once it is answered', () =>
    given(...history, ticketAnswered())
      .when(closeTicket())
      .then(ticketClosed()));
  it('is never closed without an answer', () =>
    given(...history)
      .when(closeTicket())
      .thenRefused('RECTIFICATION_NOT_ANSWERED'));
  it('is closed where there is one', () =>
    given(...history)
      .when(closeTicket(2))
      .thenRefused('RECTIFICATION_UNKNOWN'));
  it('is over once it is closed', () => {
    given(...history, ticketAnswered(), ticketClosed())
      .when(closeTicket())
      .thenRefused('RECTIFICATION_CLOSED');
    given(...history, ticketAnswered(), ticketClosed())
      .when(answer(), { by: housingOfficer })
      .thenRefused('RECTIFICATION_CLOSED');
  });
});
