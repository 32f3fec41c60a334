import { Commitment, defaultRules, Rules, type CandidateCommand, type Indicator } from '@minsheng/contracts';
import { commission, commitment, indicator, listId, project } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { adopted, amendRules, given as givenList, opened, rulesAdopted } from './annual-list.fixtures';
import { candidateDecider } from './candidate.decider';

const { given } = specificationOf(candidateDecider, { id: project(7), by: commission, today: '2018-11-20' });
const propose = (...indicators: Indicator[]): CandidateCommand => ({
  type: 'ProposeCandidate',
  data: commitment(...indicators),
});
const step = (due: string, quantity: string) => ({ due, text: '阶段', quantity });

describe('a promise that cannot be is not proposed', () => {
  it.each<[string, Indicator[], string]>([
    ['a target below zero', [indicator({ target: '-5' })], 'NEGATIVE_COUNT'],
    ['a baseline below zero', [indicator({ baseline: '-5' })], 'NEGATIVE_COUNT'],
    [
      'a share above the whole as a goal of the year',
      [
        indicator({
          unit: '%',
          target: '95',
          additive: false,
          stageGoals: [{ year: 2019, goal: '全覆盖', target: '110' }],
        }),
      ],
      'SHARE_ABOVE_WHOLE',
    ],
    ['万人 in units of 万', [indicator({ unit: '万人', scale: '万' })], 'UNIT_CARRIES_SCALE'],
    ['亿元 in units of 万', [indicator({ unit: '亿元', scale: '万' })], 'UNIT_CARRIES_SCALE'],
    ['parts in a ring', [indicator({ partOf: 'i2' }), indicator({ id: 'i2', partOf: 'i1' })], 'PARTS_IN_A_RING'],
    ['steps that fall', [indicator({ steps: [step('2019-03', '30'), step('2019-06', '20')] })], 'STEPS_FALL'],
    [
      'departments whose names differ by width',
      [indicator({ lead: '市住建局(本级)' }), indicator({ id: 'i2', lead: '市住建局（本级）' })],
      'NAME_DIFFERS_BY_WIDTH',
    ],
  ])('%s', (_, indicators, code) =>
    given()
      .when(propose(...indicators))
      .thenRefused(code),
  );
  it.each<[string, Indicator[]]>([
    ['a balance with a target below zero', [indicator({ target: '-5', net: true })]],
    ['万人 without a scale', [indicator({ unit: '万人' })]],
    ['人 in units of 万', [indicator({ unit: '人', scale: '万' })]],
    ['人 in units of one', [indicator({ unit: '万人', scale: '1' })]],
    ['a part of a part', [indicator(), indicator({ id: 'i2', partOf: 'i1' }), indicator({ id: 'i3', partOf: 'i2' })]],
    ['steps that rise', [indicator({ steps: [step('2019-06', '30'), step('2019-03', '20')] })]],
    [
      'a part that does not concern this place',
      [indicator(), indicator({ id: 'i2', target: '-5', applicable: false })],
    ],
  ])('but %s is', (_, indicators) =>
    given()
      .when(propose(...indicators))
      .thenMatches({ type: 'CandidateProposed' }),
  );
});

describe('points of the five levels', () => {
  const withPoints = (points: readonly number[]) =>
    Rules.parse({ ...defaultRules, satisfaction: { ...defaultRules.satisfaction, points } });
  const adoptRules = (points: readonly number[]) => ({
    type: 'AdoptRules' as const,
    data: { rules: withPoints(points) },
  });
  it.each([[[100, 80, 60, 30, 0]], [[0, 60, 30, 80, 100]], [[50, 50, 50, 50, 50]]])(
    '%j are reversed: better words would bring no more',
    (points) => {
      givenList(opened('government', 1)).when(adoptRules(points)).thenRefused('RATING_POINTS_REVERSED');
      givenList(opened('government', 1), rulesAdopted, adopted([project(1)], []))
        .when(amendRules(6, { satisfaction: withPoints(points).satisfaction }))
        .thenRefused('RATING_POINTS_REVERSED');
    },
  );
  it.each([[[0, 30, 60, 80, 100]], [[0, 0, 60, 100, 100]]])('%j go up', (points) =>
    givenList(opened('government', 1)).when(adoptRules(points)).thenMatches({ type: 'RulesAdopted', data: { listId } }),
  );
});

describe('rules that contradict themselves', () => {
  const adoptRules = (change: object) => ({
    type: 'AdoptRules' as const,
    data: { rules: Rules.parse({ ...defaultRules, ...change }) },
  });
  const grades = (...lines: [string, number][]) => ({
    satisfaction: { ...defaultRules.satisfaction, grades: lines.map(([grade, from]) => ({ grade, from })) },
  });
  it.each<[string, object]>([
    ['scores that have no grade', grades(['满意', 80])],
    ['a grade twice', grades(['满意', 80], ['满意', 0])],
    ['a worse word above a better one', grades(['不满意', 80], ['满意', 0])],
  ])('are refused: %s', (_, change) =>
    givenList(opened('government', 1)).when(adoptRules(change)).thenRefused('GRADES_CONTRADICT'),
  );
  it.each<[string, object]>([
    ['in the progress light', { lights: { scheme: 'points behind', yellowFrom: 40, redOver: 30 } }],
    ['in the light of entry', { sideLights: { entry: { yellowFromMonths: 3, redOverMonths: 2 } } }],
  ])('are refused: yellow behind red %s', (_, change) =>
    givenList(opened('government', 1)).when(adoptRules(change)).thenRefused('LIGHT_LIMITS_CONTRADICT'),
  );
  it.each<[string, object]>([
    ['other words', grades(['优', 90], ['良', 75], ['差', 0])],
    ['two of the three', grades(['满意', 60], ['不满意', 0])],
    ['limits on one point', { lights: { scheme: 'points behind', yellowFrom: 30, redOver: 30 } }],
  ])('are not %s', (_, change) =>
    givenList(opened('government', 1)).when(adoptRules(change)).thenMatches({ type: 'RulesAdopted' }),
  );
});

describe('the departments of a promise', () => {
  it.each([
    ['twice as co-department', ['市财政局', '市财政局']],
    ['as co-department and lead', ['市财政局', indicator().lead]],
  ])('are not named %s', (_, coDepartments) =>
    given()
      .when({ type: 'ProposeCandidate', data: Commitment.parse({ ...commitment(), coDepartments }) })
      .thenRefused('DEPARTMENT_NAMED_TWICE'),
  );
});
