import { indicator, month, rules } from '../testing/fixtures';
import { scheduleAt } from './schedule';

const linear = rules().line;
const at = (change: object, ...months: number[]) =>
  months.map((number) => scheduleAt(indicator(change), month(number), linear));
const steps = (...all: readonly (readonly [number, string])[]) =>
  all.map(([number, quantity]) => ({ due: month(number), text: '分月计划', quantity }));

describe('the line of an indicator with a due day of its own', () => {
  it('is the list’s rule until then, and all of it from that month on', () =>
    expect(at({ dueOn: '2019-06-30' }, 5, 6, 7)).toEqual(['41.7', '100', '100']));
  it('is all of it in the month of the day, however early in it', () =>
    expect(at({ dueOn: '2019-06-01' }, 5, 6)).toEqual(['41.7', '100']));
  it('asks for everything in December at the latest, whatever the steps leave open', () =>
    expect(at({ steps: steps([6, '30']) }, 6, 11, 12)).toEqual(['50', '50', '100']));
  it('after the year is the year’s own line', () =>
    expect(at({ dueOn: '2021-06-30', stageGoals: [{ year: 2019, goal: '建成 20', target: '20' }] }, 6, 12)).toEqual([
      '50',
      '100',
    ]));
});

describe('dated steps', () => {
  it('are increments or cumulative, as was said at entry (临安 “2 by March, 2 by June, 7 by September”)', () => {
    const two = steps([3, '2'], [6, '2'], [9, '7']);
    expect(at({ target: '7', steps: two, stepsAre: 'cumulative' }, 2, 3, 6, 9)).toEqual(['0', '28.6', '28.6', '100']);
    expect(at({ target: '11', steps: two, stepsAre: 'increments' }, 2, 3, 6, 9)).toEqual(['0', '18.2', '36.4', '100']);
  });
  it('that come to more than the promise ask for no more than it', () =>
    expect(at({ target: '60', steps: steps([6, '70']) }, 6)).toEqual(['100']));
  it('where lower is better are figures not to exceed by then', () =>
    expect(at({ comparator: '<=', target: '4', additive: false, steps: steps([6, '5'], [12, '4']) }, 5, 6, 12)).toEqual(
      ['0', '80', '100'],
    ));
  it('of a year in a longer project are shares of what the year owes', () =>
    expect(
      at(
        {
          target: '100',
          dueOn: '2021-12-31',
          stageGoals: [{ year: 2019, goal: '建成 20', target: '20' }],
          steps: steps([6, '10']),
        },
        6,
      ),
    ).toEqual(['50']));
  it('make no line of a range, which has no percentage', () =>
    expect(at({ comparator: 'range', target: '4', ceiling: '6', additive: false, steps: steps([6, '5']) }, 6)).toEqual([
      '50',
    ]));
});

describe('what is owed on a day and not by shares', () => {
  it.each<[string, object]>([
    ['an event', { comparator: 'event', target: null, additive: false }],
    ['all who qualify', { kind: 'entitlement', target: null }],
    ['a standard', { kind: 'standard', additive: false }],
  ])('%s has no line until its due month', (_, change) => {
    expect(at(change, 1, 11, 12)).toEqual(['0', '0', '100']);
    expect(at({ ...change, dueOn: '2019-03-31' }, 2, 3)).toEqual(['0', '100']);
    expect(at({ ...change, steps: [{ due: '2019-05', text: '发放到位' }] }, 4, 5)).toEqual(['0', '100']);
  });
  it('a standard raised in steps follows them', () =>
    expect(
      at({ kind: 'standard', additive: false, target: '1180', steps: steps([6, '1100'], [12, '1180']) }, 5, 6),
    ).toEqual(['0', '93.2']));
});
