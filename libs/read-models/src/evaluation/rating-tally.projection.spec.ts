import { ratingTallies } from './rating-tally.projection';
import {
  evaluating,
  gardens,
  type GivenEvent,
  opened,
  rated,
  ratedAgain,
  rater,
  rowAfter,
  rowsAfter,
} from '../testing';

const closing: GivenEvent = { type: 'EvaluationClosed', data: { projectId: gardens } };

describe('the count of the ratings', () => {
  it('begins at nought when the evaluation opens', async () => {
    expect(await rowAfter(ratingTallies, opened)).toEqual({
      projectId: gardens,
      listId: '511400-2019',
      regionCode: '511400',
      counts: [0, 0, 0, 0, 0],
      changes: 0,
      frozen: false,
      afterClosing: 0,
    });
  });
  it('counts people by level', async () => {
    expect(
      await rowAfter(ratingTallies, opened, rated(rater, 1), rated('b'.repeat(32), 5), rated('c'.repeat(32), 5)),
    ).toMatchObject({ counts: [1, 0, 0, 0, 2], changes: 0 });
  });
  it('counts somebody who rates again once, at the last level', async () => {
    expect(
      await rowAfter(ratingTallies, opened, rated(rater, 1), ratedAgain(rater, 1, 4), ratedAgain(rater, 4, 5)),
    ).toMatchObject({ counts: [0, 0, 0, 0, 1], changes: 2 });
  });
  it('stands still once the evaluation is closed; what comes behind is shown and never counted', async () => {
    expect(
      await rowAfter(
        ratingTallies,
        opened,
        rated(rater, 4),
        closing,
        rated('b'.repeat(32), 1),
        ratedAgain(rater, 4, 1),
      ),
    ).toMatchObject({ counts: [0, 0, 0, 1, 0], changes: 0, frozen: true, afterClosing: 2 });
  });
  it('is not touched by survey, third party, ballot, score or rectifications', async () => {
    const others = evaluating.filter(
      ({ type }) => !['ProjectRated', 'RatingChanged', 'EvaluationClosed'].includes(type),
    );
    expect(await rowsAfter(ratingTallies, ...others)).toEqual([await rowAfter(ratingTallies, opened)]);
  });
});
