import { PersonTag, type RatingCommand, type RatingEvent } from '@minsheng/contracts';
import { project } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { ratingDecider } from './rating.decider';

const projectId = project(7);
const raterTag = PersonTag.parse('0123456789abcdef0123456789abcdef');
const { given } = specificationOf(ratingDecider, {
  id: projectId,
  by: { id: 'citizen', role: 'public' },
  today: '2019-12-24',
});
const rate = (level: number, round = 1): RatingCommand => ({
  type: 'RecordRating',
  data: { raterTag, round, repairs: 0, level, badLevel: 2 },
});
const rated = (level: number, round = 1): RatingEvent => ({
  type: 'ProjectRated',
  data: { projectId, raterTag, round, repairs: 0, level, badLevel: 2 },
});
const changed = (previousLevel: number, level: number): RatingEvent => ({
  type: 'RatingChanged',
  data: { projectId, raterTag, round: 1, repairs: 0, level, badLevel: 2, previousLevel },
});

describe('one person’s rating of one project', () => {
  it('is recorded', () => given().when(rate(2)).then(rated(2)));
  it('may be changed, and keeps what it was', () => given(rated(2)).when(rate(4)).then(changed(2, 4)));
  it('keeps what it was last, not what it was first', () =>
    given(rated(2), changed(2, 4)).when(rate(5)).then(changed(4, 5)));
  it('given again the same is a change that changes nothing', () => given(rated(4)).when(rate(4)).then(changed(4, 4)));
  it('is another one in a later round, and leaves the first as it was', () => {
    given(rated(2), changed(2, 1)).when(rate(5, 2)).then(rated(5, 2));
    given(rated(2), rated(5, 2))
      .when(rate(4, 2))
      .then({
        type: 'RatingChanged',
        data: { projectId, raterTag, round: 2, repairs: 0, level: 4, badLevel: 2, previousLevel: 5 },
      });
  });
  it('does not come late to a round that is over', () =>
    given(rated(2), rated(5, 2)).when(rate(1, 1)).thenRefused('EVALUATION_NOT_OPEN'));
  it('carries the sealed comment and nothing readable', () => {
    const comment = { person: '7c9e6679-7425-40de-944b-e07fc1f90ae7', iv: 'MDEyMzQ1Njc4OWFi', cipher: 'b3BhcXVl' };
    given()
      .when({ type: 'RecordRating', data: { raterTag, round: 1, repairs: 0, level: 1, badLevel: 2, comment } })
      .then({
        type: 'ProjectRated',
        data: { projectId, raterTag, round: 1, repairs: 0, level: 1, badLevel: 2, comment },
      });
  });
});
