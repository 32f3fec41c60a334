import { shippedLights, type Indicator } from '@minsheng/contracts';
import fc from 'fast-check';
import { dongpo, indicator, month, pengshan, rules } from '../../testing/fixtures';
import { reportLine } from '../delivery.fixtures';
import type { Figure } from '../../indicator/figure';
import { isMet } from '../../indicator/met';
import { percentOfTarget } from '../../indicator/percent';
import { exactly, order, percentage } from '../../indicator/ratio';
import { scheduleAt } from '../../indicator/schedule';
import { withLines } from '../reports/figures';
import { colourOf } from './colour';
import { isKept, printedStanding, standingsOf } from './standing';

const atLeast = (target: string | null) => indicator({ target });
const atMost = (target: string | null) => indicator({ target, comparator: '<=', additive: false, unit: '%' });
const event = indicator({ comparator: 'event', target: null, additive: false });
const linear = rules().line;
const frontLoaded = rules({ line: { shape: 'front-loaded', byJune: 60 } }).line;

describe('the percentage of a target', () => {
  it.each<[string, Indicator, Figure | undefined, string | null]>([
    ['far over 100, uncapped', atLeast('60'), { value: '577' }, '961.7'],
    ['where lower is better: target by actual', atMost('4.3'), { value: '4.17' }, '103.1'],
    ['where lower is better and it is not reached', atMost('4.3'), { value: '5' }, '86'],
    ['none of an event', event, { doneOn: '2019-10-01' }, null],
    ['none of words', atLeast(null), { value: '577' }, null],
    ['none of a target of zero', atLeast('0'), { value: '5' }, null],
    ['none where lower is better and nothing is left', atMost('4.3'), { value: '0' }, null],
    ['none of what was never reported', atLeast('60'), undefined, null],
    ['none of works progress', atLeast('60'), { worksPercent: '70' }, null],
    ['zero of a report of zero', atLeast('60'), { value: '0' }, '0'],
  ])('%s', (_, promised, figure, percent) => expect(percentOfTarget(promised, promised.target, figure)).toBe(percent));
});

describe('a promise is met', () => {
  it.each<[string, Indicator, Figure | undefined, boolean | undefined]>([
    ['at exactly its target', atLeast('60'), { value: '60' }, true],
    ['not a millionth below', atLeast('60'), { value: '59.999999' }, false],
    ['where lower is better: at exactly its target', atMost('4.3'), { value: '4.3' }, true],
    ['where lower is better: not a millionth above', atMost('4.3'), { value: '4.300001' }, false],
    ['where lower is better: not by silence', atMost('4.3'), undefined, false],
    ['for an event on the day it happens', event, { doneOn: '2019-10-01' }, true],
    ['not for an event whose works are at 100 percent', event, { worksPercent: '100' }, false],
    ['neither way where words are promised', atLeast(null), { value: '5' }, undefined],
    ['for zero by a report of zero', atMost('0'), { value: '0' }, true],
  ])('%s', (_, promised, figure, met) => expect(isMet(promised, promised.target, figure)).toBe(met));
});

describe('the line of a month', () => {
  const at = (promised: Indicator, ...months: number[]) =>
    months.map((number) => scheduleAt(promised, month(number), linear));
  it('is n twelfths of a year', () =>
    expect(at(atLeast('60'), 1, 3, 5, 6, 9, 11, 12)).toEqual(['8.3', '25', '41.7', '50', '75', '91.7', '100']));
  it('is front-loaded: 60 percent by the end of June', () =>
    expect([1, 3, 6, 7, 9, 12].map((number) => scheduleAt(atLeast('60'), month(number), frontLoaded))).toEqual([
      '10',
      '30',
      '60',
      '66.7',
      '80',
      '100',
    ]));

  const steps = [
    { due: '2019-03', text: '100个', quantity: '100' },
    { due: '2019-06', text: '200个', quantity: '200' },
    { due: '2019-09', text: '500个', quantity: '500' },
  ];
  const linan = indicator({ target: '500', steps });
  it('is its own dated steps (Lin’an: 100, 200, 500), whatever the list’s rule', () => {
    expect(at(linan, 1, 2, 3, 5, 6, 8, 9, 12)).toEqual(['0', '0', '20', '20', '40', '40', '100', '100']);
    expect(scheduleAt(linan, month(5), frontLoaded)).toBe('20');
  });
  it('does not depend on the order in which the steps are written', () =>
    expect(at(indicator({ target: '500', steps: [...steps].reverse() }), 2, 3, 6, 9)).toEqual([
      '0',
      '20',
      '40',
      '100',
    ]));
  it('is the list’s rule where steps name no quantities', () =>
    expect(at(indicator({ steps: [{ due: '2019-07', text: '开工' }] }), 6)).toEqual(['50']));
  it('is the list’s rule where there is no target to measure steps by', () =>
    expect(at(indicator({ target: null, steps }), 6)).toEqual(['50']));

  const opening = indicator({
    comparator: 'event',
    target: null,
    additive: false,
    steps: [
      { due: '2019-10', text: '投入试运营' },
      { due: '2019-07', text: '开工' },
    ],
  });
  it('of an event is nothing until the month of its last step', () =>
    expect(at(opening, 7, 9, 10, 11)).toEqual(['0', '0', '100', '100']));
  it('of an event without steps is nothing until December', () => expect(at(event, 11, 12)).toEqual(['0', '100']));
});

describe('where an indicator stands', () => {
  const halves = [
    { district: dongpo, target: '10' },
    { district: pengshan, target: '10' },
  ];
  const twenty = atLeast('20');
  const standings = (promised: Indicator, lines: ReturnType<typeof reportLine>[], districts = halves, number = 6) =>
    standingsOf(promised, districts, withLines({}, lines, [promised]), month(number), linear)
      .map((standing) => printedStanding(rules().lights, standing))
      .map(({ district, percent, behind, met }) => [district ?? 'whole', percent, behind, met]);
  const of = (district: string) => ({ district });

  it('is judged as a whole and in every district with a target', () =>
    expect(standings(twenty, [reportLine('i1', '24', of(dongpo)), reportLine('i1', '0', of(pengshan))])).toEqual([
      ['whole', '120', '0', true],
      [dongpo, '240', '0', true],
      [pengshan, '0', '50', false],
    ]));
  it('finds a district that kept silent while others reported', () =>
    expect(standings(twenty, [reportLine('i1', '24', of(dongpo))])).toEqual([
      ['whole', '120', '0', true],
      [dongpo, '240', '0', true],
      [pengshan, null, '50', false],
    ]));
  it('is judged by the whole where no district reports', () =>
    expect(standings(twenty, [reportLine('i1', '24')])).toEqual([['whole', '120', '0', true]]));
  it('is judged by the whole where districts tell of works only', () =>
    expect(
      standings(twenty, [reportLine('i1', '24'), reportLine('i1', undefined, { ...of(dongpo), worksPercent: '50' })]),
    ).toEqual([['whole', '120', '0', true]]));
  it('is judged by its districts where nobody can sum them', () =>
    expect(
      standings(
        indicator({ target: '95', additive: false }),
        [reportLine('i1', '96', of(dongpo)), reportLine('i1', '90', of(pengshan))],
        halves.map((half) => ({ ...half, target: '95' })),
      ),
    ).toEqual([
      [dongpo, '101.1', '0', true],
      [pengshan, '94.7', '0', false],
    ]));
  it('leaves a district without a target out', () =>
    expect(
      standings(
        twenty,
        [reportLine('i1', '24', of(dongpo))],
        [halves[0], { district: pengshan, target: null as never }],
      ),
    ).toEqual([
      ['whole', '120', '0', true],
      [dongpo, '240', '0', true],
    ]));
  it('is behind by the whole line where nothing was reported', () =>
    expect(standings(twenty, [])).toEqual([['whole', null, '50', false]]));
  it('is never ahead by less than nothing', () =>
    expect(standings(twenty, [reportLine('i1', '19')])).toEqual([['whole', '95', '0', false]]));
  it('is behind in every district where only districts have targets and none reports', () =>
    expect(standings(atLeast(null), [])).toEqual([
      [dongpo, null, '50', false],
      [pengshan, null, '50', false],
    ]));
  it('has nowhere to stand without a target', () =>
    expect(standings(atLeast(null), [reportLine('i1', '24')], [])).toEqual([]));
  it('has nowhere to stand where it does not concern this place', () =>
    expect(standings(indicator({ applicable: false }), [], [])).toEqual([]));
});

describe('the verdict on a standing', () => {
  const schemes = [...Object.values(shippedLights).map(({ lights }) => lights), rules().lights];
  const anyStanding = fc.record({
    actual: fc.integer({ min: 0, max: 3_000_000 }).map((millis) => String(millis / 1000)),
    number: fc.integer({ min: 1, max: 12 }),
    rule: fc.constantFrom(...schemes),
  });
  it('comes from exact values: no printed percentage or gap stands on another side of a limit', () =>
    fc.assert(
      fc.property(anyStanding, ({ actual, number, rule }) => {
        const [standing] = standingsOf(
          atLeast('2000'),
          [],
          withLines({}, [reportLine('i1', actual)], [atLeast('2000')]),
          month(number),
          linear,
        );
        const { percent, behind, met } = printedStanding(rule, standing);
        const limits = rule.scheme === 'five colours' ? [100, rule.redBelow, rule.yellowBelow] : [100];
        for (const limit of limits)
          expect(order(exactly(percent!), exactly(limit))).toBe(order(percentage(actual, '2000'), exactly(limit)));
        expect([percent === '100', met]).toEqual([Number(actual) === 2000, Number(actual) >= 2000]);
        if (rule.scheme === 'month met or not') expect(colourOf(rule, standing)).toBe(behind === '0' ? 'green' : 'red');
        if (rule.scheme === 'points behind')
          expect(colourOf(rule, standing) === 'red').toBe(order(exactly(behind), exactly(rule.redOver)) > 0);
      }),
      { numRuns: 500 },
    ));
  it('1999 of 2000 in December is 99.95 percent, and behind', () => {
    const [standing] = standingsOf(
      atLeast('2000'),
      [],
      withLines({}, [reportLine('i1', '1999')], [atLeast('2000')]),
      month(12),
      linear,
    );
    expect(printedStanding(rules().lights, standing)).toMatchObject({ percent: '99.95', behind: '0.1', met: false });
  });
});

describe('an indicator is kept', () => {
  const halves = [
    { district: dongpo, target: '10' },
    { district: pengshan, target: '10' },
  ];
  const kept = (
    promised: Indicator,
    lines: ReturnType<typeof reportLine>[],
    districts: Parameters<typeof isKept>[1] = halves,
  ) => isKept(promised, districts, withLines({}, lines, [promised]), 2019);
  const of = (district: string) => ({ district });
  it('as a whole and in every district: a total over its target hides none of them, reported or silent', () => {
    const twenty = atLeast('20');
    expect([
      kept(twenty, [reportLine('i1', '24', of(dongpo)), reportLine('i1', '0', of(pengshan))]),
      kept(twenty, [reportLine('i1', '24')]),
      kept(twenty, [reportLine('i1', '10', of(dongpo)), reportLine('i1', '10', of(pengshan))]),
    ]).toEqual([false, false, true]);
  });
  it('in every district where nobody can sum them', () => {
    const rate = indicator({ target: '95', additive: false });
    const both = (second: string) =>
      kept(
        rate,
        [reportLine('i1', '96', of(dongpo)), reportLine('i1', second, of(pengshan))],
        halves.map((half) => ({ ...half, target: '95' })),
      );
    expect([both('95'), both('94.9')]).toEqual([true, false]);
  });
  it('in every district of the table where all who qualify are to be served', () => {
    const all = indicator({ kind: 'entitlement', target: null });
    const table = halves.map((half) => ({ ...half, target: null }));
    const served = (second: boolean) =>
      kept(
        all,
        [
          reportLine('i1', undefined, { ...of(dongpo), allServed: true }),
          reportLine('i1', undefined, { ...of(pengshan), allServed: second }),
        ],
        table,
      );
    expect([served(true), served(false), kept(all, [], table)]).toEqual([true, false, false]);
  });
  it('by what the year owes of it', () => {
    const years = (goal: object) =>
      indicator({ target: '60', dueOn: '2021-06-30', stageGoals: [{ year: 2019, goal: '当年', ...goal }] });
    expect([
      kept(years({ target: '20' }), [reportLine('i1', '20')], []),
      kept(years({ target: '20' }), [reportLine('i1', '19')], []),
      kept(years({}), [reportLine('i1', '19')], []),
    ]).toEqual([true, false, undefined]);
  });
  it('neither way where it does not concern this place', () =>
    expect(kept(indicator({ applicable: false }), [])).toBeUndefined());
});
