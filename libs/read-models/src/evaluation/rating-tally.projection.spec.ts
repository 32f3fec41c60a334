import { unpublished } from './published-ratings';
import { ratingTallies } from './rating-tally.projection';
import {
  evaluating,
  gardens,
  type GivenEvent,
  opened,
  openedAgain,
  rated,
  ratedAgain,
  rater,
  rowAfter,
  rowsAfter,
  secondRater,
  superseded,
} from '../testing';

const counted: readonly string[] = [
  'ProjectRated',
  'RatingChanged',
  'EvaluationClosed',
  'EvaluationSuperseded',
  'EvaluationOpenedAgain',
];
const closing: GivenEvent = { type: 'EvaluationClosed', data: { projectId: gardens } };

describe('the count of the ratings', () => {
  it('begins at nought when the evaluation opens', async () => {
    expect(await rowAfter(ratingTallies, opened)).toEqual({
      projectId: gardens,
      listId: '511400-2019',
      regionCode: '511400',
      round: 1,
      counts: [0, 0, 0, 0, 0],
      changes: 0,
      frozen: false,
      afterClosing: 0,
      publishing: unpublished,
      earlier: [],
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
  const firstRound = [opened, rated(rater, 1), ratedAgain(rater, 1, 2), closing, rated(secondRater, 1)];
  it('begins at nought again in a new round, and keeps what the one before came to', async () => {
    const ended = { round: 1, counts: [0, 1, 0, 0, 0], changes: 1, afterClosing: 1 };
    const empty = { counts: [0, 0, 0, 0, 0], changes: 0, afterClosing: 0 };
    expect(await rowAfter(ratingTallies, ...firstRound, superseded)).toMatchObject({
      round: 1,
      ...empty,
      frozen: true,
      earlier: [ended],
    });
    expect(await rowAfter(ratingTallies, ...firstRound, superseded, openedAgain)).toMatchObject({
      round: 2,
      ...empty,
      frozen: false,
      earlier: [ended],
    });
  });
  it('counts somebody once in each round, and no rating of the round before', async () => {
    expect(
      await rowAfter(
        ratingTallies,
        ...[...firstRound, superseded, openedAgain],
        rated(rater, 5, 2),
        ratedAgain(rater, 5, 4, 2),
        rated('c'.repeat(32), 1, 1),
      ),
    ).toMatchObject({ counts: [0, 0, 0, 1, 0], changes: 1 });
  });
  it('is not touched by survey, third party, ballot, score or rectifications', async () => {
    const others = evaluating.filter(({ type }) => !counted.includes(type));
    expect(await rowsAfter(ratingTallies, ...others)).toEqual([await rowAfter(ratingTallies, opened)]);
  });
});
