import type { Indicator } from '@minsheng/contracts';
import { indicator } from '../testing/fixtures';
import type { Figure } from './figure';
import { isMet } from './met';
import { percentOfRevisedBase, percentOfTarget } from './percent';
import { statusWord } from './status-word';

const none = { additive: false };
const event = (change: object = {}) => indicator({ comparator: 'event', target: null, ...none, ...change });
const entitlement = indicator({ kind: 'entitlement', target: null });
const duty = indicator({ kind: 'recurring duty', target: null, checkpoints: 4, ...none });
const standard = (target: string, comparator = '>=') =>
  indicator({ kind: 'standard', unit: '元/人月', target, comparator, ...none });
const range = indicator({ comparator: 'range', target: '4', ceiling: '6', unit: '%', ...none });

describe('each kind of promise is kept', () => {
  it.each<[string, Indicator, Figure | undefined, boolean | undefined]>([
    ['range: at its floor', range, { value: '4' }, true],
    ['range: at its ceiling', range, { value: '6' }, true],
    ['range: not a millionth below', range, { value: '3.999999' }, false],
    ['range: not a millionth above', range, { value: '6.000001' }, false],
    ['range: not by silence', range, undefined, false],
    ['duty: at its last checkpoint', duty, { value: '4' }, true],
    ['duty: not one before', duty, { value: '3' }, false],
    ['entitlement: when all who qualify are served', entitlement, { allServed: true }, true],
    ['entitlement: not while some are not', entitlement, { allServed: false }, false],
    ['entitlement: not by silence, nor by a number of people', entitlement, { value: '12000' }, false],
    [
      'event: not by works, nor by a start where more is promised',
      event({ eventKind: 'put into use' }),
      { worksPercent: '100', startedOn: '2019-03-01' },
      false,
    ],
    [
      'event: by the start where that is the promise',
      event({ eventKind: 'started' }),
      { startedOn: '2019-03-01' },
      true,
    ],
    ['standard: with a different mix (岳阳楼 154.33 of 140)', standard('140'), { value: '154.33' }, true],
    ['a stretch target judges nobody', indicator({ target: '60.745', stretch: '76.487' }), { value: '60.745' }, true],
  ])('%s', (_, promised, figure, met) => expect(isMet(promised, promised.target, figure)).toBe(met));
});

describe('a percentage', () => {
  it.each<[string, Indicator, Figure | undefined, string | null]>([
    ['is not made of a range', range, { value: '5' }, null],
    ['is not made of all who qualify', entitlement, { allServed: true, value: '12000' }, null],
    ['of a duty is of its checkpoints', duty, { value: '3' }, '75'],
    ['of a standard is 100 once reached, whatever the overshoot', standard('140'), { value: '154.33' }, '100'],
    ['of a standard on its way is what it is', standard('1180'), { value: '1100' }, '93.2'],
    ['of a standard not to be exceeded is 100 at or below', standard('5', '<='), { value: '3' }, '100'],
  ])('%s', (_, promised, figure, percent) => expect(percentOfTarget(promised, promised.target, figure)).toBe(percent));

  it('by the base that was found stands beside that of the promise (岳阳楼: 126 and 89)', () => {
    const checks = indicator({ unit: '批次', target: '11098' });
    const figure = { value: '14001', revisedBase: '15670' };
    expect([percentOfTarget(checks, '11098', figure), percentOfRevisedBase(checks, figure)]).toEqual(['126.2', '89.3']);
    expect([
      percentOfRevisedBase(checks, { value: '14001' }),
      percentOfRevisedBase(checks, { revisedBase: '15670' }),
      percentOfRevisedBase(checks, { value: '1', revisedBase: '0' }),
    ]).toEqual([null, null, null]);
  });
});

describe('the status word', () => {
  it.each<[string, Indicator, Figure | undefined]>([
    ['达到目标', indicator(), { value: '60' }],
    ['未达到目标', indicator(), { value: '59' }],
    ['未报告', indicator(), undefined],
    ['无可对照', indicator({ target: null }), { value: '5' }],
    ['已应享尽享', entitlement, { allServed: true }],
    ['尚未应享尽享', entitlement, { allServed: false }],
    ['未报告', entitlement, undefined],
    ['已开工', event({ eventKind: 'started' }), { doneOn: '2019-03-01' }],
    ['未投入使用', event({ eventKind: 'put into use' }), { startedOn: '2019-03-01' }],
    ['已投入使用', event({ eventKind: 'put into use' }), { doneOn: '2019-10-01' }],
    ['未完成', event(), undefined],
    ['已完成', event(), { doneOn: '2019-10-01' }],
    ['达到目标', standard('140'), { value: '154.33' }],
  ])('%s', (zh, promised, figure) => expect(statusWord(promised, promised.target, figure).zh).toBe(zh));
});
