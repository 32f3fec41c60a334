import type { EvaluationCommand, EvaluationEvent, LevelCounts } from '@minsheng/contracts';
import {
  ballot,
  balloted,
  closed,
  given,
  opened,
  projectId,
  scored,
  scoredByThirdParty,
  survey,
  surveyed,
  thirdParty,
} from './evaluation.fixtures';
import { assertNotArchived } from './tallies';

const correction = { reason: '录入时漏行。', documentNo: '眉统函〔2020〕3号' };
const correctSurvey = (counts: LevelCounts, asked?: number): EvaluationCommand => ({
  type: 'CorrectSurvey',
  data: { ...survey(counts, asked).data, correction },
});
const correctThirdParty = (...dimensions: Parameters<typeof thirdParty>): EvaluationCommand => ({
  type: 'CorrectThirdPartyEvaluation',
  data: { ...thirdParty(...dimensions).data, correction },
});
const correctBallot = (...counts: Parameters<typeof ballot>): EvaluationCommand => ({
  type: 'CorrectSatisfactionBallot',
  data: { ...ballot(...counts).data, correction },
});
const mistyped = surveyed([50, 40, 10, 0, 0]);
type Case = [string, EvaluationCommand, EvaluationEvent, EvaluationEvent['type']];
const corrections: Case[] = [
  ['a survey', correctSurvey([0, 0, 10, 40, 50]), mistyped, 'SurveyCorrected'],
  [
    'a third party’s report',
    correctThirdParty([100, 91]),
    scoredByThirdParty([100, 19]),
    'ThirdPartyEvaluationCorrected',
  ],
  ['a ballot', correctBallot(195, 27, 0, 222), balloted, 'SatisfactionBallotCorrected'],
];

describe.each(corrections)('%s that was mistyped', (_, command, recorded, type) => {
  it('is put right with reason and document', () =>
    given(opened(), recorded, closed)
      .when(command)
      .then({ type, data: { projectId, ...command.data } }));
  it('is not put right before it was recorded', () => given(opened()).when(command).thenRefused('NOTHING_TO_CORRECT'));
  it('may be put right again', () =>
    given(opened(), recorded, { type, data: { projectId, ...command.data } } as EvaluationEvent)
      .when(command)
      .thenMatches({ type, data: { correction } }));
});

describe('a correction', () => {
  it('of what the score is made of is too late once that stands', () => {
    given(opened(), mistyped, closed, scored).when(corrections[0][1]).thenRefused('ALREADY_SCORED');
    given(opened(), scoredByThirdParty([100, 19]), closed, scored)
      .when(corrections[1][1])
      .thenRefused('ALREADY_SCORED');
  });
  it('of the ballot, which stands apart from the score, is not', () =>
    given(opened(), balloted, closed, scored)
      .when(corrections[2][1])
      .thenMatches({ type: 'SatisfactionBallotCorrected' }));
  it('of the ballot is too late once the project is archived', () => {
    assertNotArchived({ status: 'accepted' });
    expect(() => assertNotArchived({ status: 'closed' })).toThrow('BALLOT_OF_CLOSED_PROJECT');
  });
  it('counts in the score instead of what it puts right', () =>
    given(
      opened(),
      mistyped,
      { type: 'SurveyCorrected', data: { projectId, ...survey([0, 0, 0, 0, 100]).data, correction } },
      scoredByThirdParty([100, 0]),
      {
        type: 'ThirdPartyEvaluationCorrected',
        data: { projectId, ...thirdParty([100, 100]).data, correction },
      },
      closed,
    )
      .when({ type: 'ScoreCountedRatings', data: { ratings: [0, 0, 0, 0, 0] } })
      .thenMatches({ type: 'SatisfactionScored', data: { score: '100' } }));
});

describe('a tally that does not hold together is refused, first and corrected', () => {
  it.each<[string, EvaluationCommand, EvaluationCommand, EvaluationEvent]>([
    ['EMPTY_TALLY', survey([0, 0, 0, 0, 0]), correctSurvey([0, 0, 0, 0, 0]), mistyped],
    ['EMPTY_TALLY', survey([0, 0, 0, 0, 0], 0), correctSurvey([0, 0, 0, 0, 0], 0), mistyped],
    ['EMPTY_TALLY', ballot(0, 0, 0, 0), correctBallot(0, 0, 0, 0), balloted],
    ['MORE_ANSWERS_THAN_ASKED', survey([0, 0, 0, 0, 9], 8), correctSurvey([0, 0, 0, 0, 9], 8), mistyped],
    ['SATISFACTION_BALLOT_MISMATCH', ballot(95, 27, 0, 222), correctBallot(95, 27, 0, 222), balloted],
    ['WEIGHTS_MUST_SUM_TO_100', thirdParty([99, 9]), correctThirdParty([99, 9]), scoredByThirdParty([100, 9])],
  ])('%s', (code, first, second, recorded) => {
    given(opened()).when(first).thenRefused(code);
    given(opened(), recorded).when(second).thenRefused(code);
  });
});

describe('what is recorded', () => {
  it('is no third-party report that names a dimension twice', () =>
    given(opened())
      .when({
        type: 'RecordThirdPartyEvaluation',
        data: {
          ...thirdParty([50, 90], [50, 80]).data,
          dimensions: [
            { name: '目标达成', weight: 50, score: 90 },
            { name: '目标达成', weight: 50, score: 80 },
          ],
        },
      })
      .thenRefused('DIMENSION_NAMED_TWICE'));
  it('is no ballot of a day before the acceptance', () => {
    const early = (command: EvaluationCommand) =>
      ({ ...command, data: { ...command.data, heldOn: '2019-12-19' } }) as EvaluationCommand;
    given(opened())
      .when(early(ballot(195, 27, 0, 222)))
      .thenRefused('BALLOT_BEFORE_ACCEPTANCE');
    given(opened(), balloted)
      .when(early(correctBallot(195, 27, 0, 222)))
      .thenRefused('BALLOT_BEFORE_ACCEPTANCE');
  });
});
