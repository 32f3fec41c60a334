import type { Indicator } from '@minsheng/contracts';
import { indicator } from '../testing/fixtures';
import { isDueAfter, kindOf, targetOf } from './kinds';
import { partsWithWholes, sameUnit } from './units';

const rate = { unit: '%', additive: false };

describe('the kind of a promise', () => {
  it.each<[string, Indicator, string]>([
    ['as the list says', indicator({ kind: 'measure', unit: '公里' }), 'measure'],
    ['as the list says, whatever its districts', indicator({ kind: 'standard', ...rate }), 'standard'],
    [
      'an event where the comparator says so',
      indicator({ comparator: 'event', target: null, additive: false }),
      'event',
    ],
    ['a count where districts sum', indicator(), 'count'],
    ['a rate where they do not', indicator(rate), 'rate'],
  ])('is %s', (_, promised, kind) => expect(kindOf(promised)).toBe(kind));
});

describe('what a year owes', () => {
  const goal = (more: object = {}) => [{ year: 2019, goal: '完成选址', ...more }];
  it.each<[string, object, string | null]>([
    ['its target', {}, '60'],
    ['nothing in figures where words are promised', { target: null }, null],
    ['the checkpoints of a duty', { kind: 'recurring duty', target: null, checkpoints: 4 }, '4'],
    ['the target of a duty that has one of its own', { kind: 'recurring duty', target: '12', checkpoints: 4 }, '12'],
    ['the stage goal of the year', { dueOn: '2021-12-31', stageGoals: goal({ target: '20' }) }, '20'],
    ['no figure where the year’s goal is in words', { dueOn: '2021-12-31', stageGoals: goal() }, null],
    [
      'the whole target in its last year, whatever the words of the goal',
      { dueOn: '2019-12-31', stageGoals: goal() },
      '60',
    ],
    ['nothing of another year’s goal', { stageGoals: [{ year: 2020, goal: '竣工', target: '40' }] }, '60'],
  ])('is %s', (_, change, target) => expect(targetOf(indicator(change), 2019)).toBe(target));
  it('is due after it from 1 January on', () =>
    expect(['2019-12-31', '2020-01-01', undefined].map((dueOn) => isDueAfter(indicator({ dueOn }), 2019))).toEqual([
      false,
      true,
      false,
    ]));
});

describe('units', () => {
  const people = indicator({ unit: '人' });
  it.each<[string, object, boolean]>([
    ['人 and 人', { unit: '人' }, true],
    ['人 and 人 counted by one', { unit: '人', scale: '1' }, true],
    ['人 and 人次', { unit: '人次' }, false],
    ['人 and 万 人', { unit: '人', scale: '万' }, false],
  ])('%s: one unit %#', (_, other, same) => expect(sameUnit(people, indicator(other))).toBe(same));

  it('parts are held against a whole of their own unit only, where both concern this place', () => {
    const pairs = (change: object, ofWhole: object = {}) =>
      partsWithWholes([indicator(ofWhole), indicator({ id: 'i2', partOf: 'i1', ...change })]).map(({ part, whole }) => [
        part.id,
        whole.id,
      ]);
    expect(pairs({})).toEqual([['i2', 'i1']]);
    expect([
      pairs({ unit: '户' }),
      pairs({ partOf: undefined }),
      pairs({ applicable: false }),
      pairs({}, { applicable: false }),
    ]).toEqual([[], [], [], []]);
  });
});
