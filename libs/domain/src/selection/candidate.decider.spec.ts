import type { CandidateCommand, CandidateEvent } from '@minsheng/contracts';
import { commission, commitment, indicator, project, rules, suggestion } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { candidateDecider } from './candidate.decider';

const projectId = project(7);
const { given } = specificationOf(candidateDecider, { id: projectId, by: commission, today: '2019-01-10' });

const base = commitment();
const propose: CandidateCommand = { type: 'ProposeCandidate', data: base };
const shelve: CandidateCommand = { type: 'ShelveCandidate', data: { reason: '用地手续未办结。' } };
const adopt: CandidateCommand = {
  type: 'AdoptCandidate',
  data: { no: 7, adoptedBy: '市人民代表大会', rulesVersion: 2, rules: rules() },
};
const passOver: CandidateCommand = { type: 'PassOverCandidate', data: {} };
const proposed: CandidateEvent = { type: 'CandidateProposed', data: { projectId, ...base } };
const shelved: CandidateEvent = { type: 'CandidateShelved', data: { projectId, reason: '用地手续未办结。' } };
const adopted: CandidateEvent = {
  type: 'CandidateAdopted',
  data: { projectId, no: 7, adoptedBy: '市人民代表大会', rulesVersion: 2, rules: rules(), commitment: base },
};
const passedOver: CandidateEvent = { type: 'CandidatePassedOver', data: { projectId } };

describe('a candidate', () => {
  it('is proposed with its whole commitment', () => given().when(propose).then(proposed));
  it('is proposed once', () => given(proposed).when(propose).thenRefused('CANDIDATE_ALREADY_PROPOSED'));
  it('names each of its suggestions once', () =>
    given()
      .when({ type: 'ProposeCandidate', data: { ...base, suggestions: [suggestion(1), suggestion(2), suggestion(1)] } })
      .thenRefused('SUGGESTION_NAMED_TWICE'));
  it('is shelved with a reason', () => given(proposed).when(shelve).then(shelved));
  it('is adopted with the very commitment that was proposed', () => given(proposed).when(adopt).then(adopted));
  it('is passed over when the list is adopted without it', () => given(proposed).when(passOver).then(passedOver));
  it.each([shelve, adopt, passOver])('is not known before it is proposed: $type', (command) =>
    given().when(command).thenRefused('CANDIDATE_UNKNOWN'),
  );

  const decided = [shelved, adopted, passedOver].flatMap((event) =>
    [shelve, adopt, passOver].map((command) => ({ event, command, past: event.type, next: command.type })),
  );
  it.each(decided)('after $past is not sent $next again', ({ event, command }) =>
    given(proposed, event).when(command).thenRefused('CANDIDATE_ALREADY_DECIDED'),
  );
  it.each([shelved, adopted, passedOver])('after $type is not proposed again', (event) =>
    given(proposed, event).when(propose).thenRefused('CANDIDATE_ALREADY_PROPOSED'),
  );
});

describe('what a candidate promises', () => {
  const whole = indicator({ name: '充电桩', unit: '个', target: '350' });
  const proposing = (...indicators: Parameters<typeof commitment>): CandidateCommand => ({
    type: 'ProposeCandidate',
    data: commitment(...indicators),
  });
  const part = (change: object = {}) =>
    indicator({ id: 'i2', name: '其中农村', unit: '个', target: '185', partOf: 'i1', ...change });

  it.each([
    ['a part below its whole', part()],
    ['a part as large as its whole', part({ target: '350' })],
    ['a part in words', part({ target: null })],
    ['an indicator of another unit that is no part', part({ partOf: undefined, unit: '户', target: '6000' })],
    ['a part that does not concern this place', part({ applicable: false, target: '351' })],
  ])('may be %s', (_, second) => given().when(proposing(whole, second)).thenMatches({ type: 'CandidateProposed' }));
  it('is never more of a part (其中) than of its whole', () =>
    given()
      .when(proposing(whole, part({ target: '350.000001' })))
      .thenRefused('PART_ABOVE_WHOLE'));
  it.each([
    ['in another unit', { unit: '人次' }],
    ['in another scale', { scale: '万', target: '1' }],
  ])('is never a part %s', (_, change) =>
    given()
      .when(proposing(whole, part(change)))
      .thenRefused('PART_OF_ANOTHER_UNIT'),
  );

  const due = (dueOn: string, stageGoals?: readonly object[]) =>
    proposing(indicator({ dueOn, ...(stageGoals && { stageGoals }) }));
  it.each(['2019-01-01', '2019-12-31'])('is due inside the year of the list, on %s', (dueOn) =>
    given().when(due(dueOn)).thenMatches({ type: 'CandidateProposed' }),
  );
  it('is not due before it', () => given().when(due('2018-12-31')).thenRefused('DUE_BEFORE_THE_YEAR'));
  it('is due after it only with a goal for this year', () => {
    given().when(due('2020-01-01')).thenRefused('STAGE_GOAL_MISSING');
    given()
      .when(due('2021-06-30', [{ year: 2020, goal: '主体封顶' }]))
      .thenRefused('STAGE_GOAL_MISSING');
    given()
      .when(due('2021-06-30', [{ year: 2019, goal: '完成选址' }]))
      .thenMatches({ type: 'CandidateProposed' });
  });
});
