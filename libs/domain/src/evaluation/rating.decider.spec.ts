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
const rate = (level: number): RatingCommand => ({ type: 'RecordRating', data: { raterTag, level, badLevel: 2 } });
const rated = (level: number): RatingEvent => ({
  type: 'ProjectRated',
  data: { projectId, raterTag, level, badLevel: 2 },
});
const changed = (previousLevel: number, level: number): RatingEvent => ({
  type: 'RatingChanged',
  data: { projectId, raterTag, level, badLevel: 2, previousLevel },
});

describe('one person’s rating of one project', () => {
  it('is recorded', () => given().when(rate(2)).then(rated(2)));
  it('may be changed, and keeps what it was', () => given(rated(2)).when(rate(4)).then(changed(2, 4)));
  it('keeps what it was last, not what it was first', () =>
    given(rated(2), changed(2, 4)).when(rate(5)).then(changed(4, 5)));
  it('given again the same is a change that changes nothing', () => given(rated(4)).when(rate(4)).then(changed(4, 4)));
  it('carries the sealed comment and nothing readable', () => {
    const comment = { person: '7c9e6679-7425-40de-944b-e07fc1f90ae7', iv: 'MDEyMzQ1Njc4OWFi', cipher: 'b3BhcXVl' };
    given()
      .when({ type: 'RecordRating', data: { raterTag, level: 1, badLevel: 2, comment } })
      .then({ type: 'ProjectRated', data: { projectId, raterTag, level: 1, badLevel: 2, comment } });
  });
});
