import type { Indicator } from '@minsheng/contracts';
import { indicator } from '../testing/fixtures';
import { fallingStep, partInRing, whyImpossible, whyNoTarget } from './possible';

const share = { unit: '%', target: '95', additive: false };
const steps = (...quantities: string[]) => ({
  steps: quantities.map((quantity, index) => ({ due: `2019-0${index + 3}`, text: '阶段', quantity })),
});

describe('only what can be is taken in', () => {
  it.each<[string, object, string, string]>([
    ['a count below zero', {}, '-1', 'NEGATIVE_COUNT'],
    ['a length below zero', { kind: 'measure', unit: '公里' }, '-0.1', 'NEGATIVE_COUNT'],
    ['checks below zero', { kind: 'recurring duty', checkpoints: 4, target: null }, '-1', 'NEGATIVE_COUNT'],
    ['people served below zero', { kind: 'entitlement', target: null, additive: false }, '-1', 'NEGATIVE_COUNT'],
    ['a share below nothing', share, '-5', 'NEGATIVE_COUNT'],
    ['a ceiling of a share, undercut below nothing', { ...share, comparator: '<=' }, '-5', 'NEGATIVE_COUNT'],
    ['a standard below nothing', { kind: 'standard', unit: '元/月', additive: false }, '-5', 'NEGATIVE_COUNT'],
    ['a share above the whole', share, '100.1', 'SHARE_ABOVE_WHOLE'],
    ['a declared share above the whole', { ...share, kind: 'rate', rateOf: 'share' }, '101', 'SHARE_ABOVE_WHOLE'],
    ['more than everybody', { ...share, target: null, targetText: '应补尽补' }, '103', 'SHARE_ABOVE_WHOLE'],
    ['a share above a range', { ...share, comparator: 'range', ceiling: '100' }, '101', 'SHARE_ABOVE_WHOLE'],
  ])('%s is refused', (_, change, quantity, code) => expect(whyImpossible(indicator(change), quantity)).toBe(code));
  it.each<[string, object, string]>([
    ['nothing yet', {}, '0'],
    ['far more than was promised', {}, '600'],
    ['a balance that is negative', { net: true }, '-12'],
    ['a share of everything', share, '100'],
    ['a growth rate', { ...share, kind: 'rate', rateOf: 'growth' }, '130'],
    ['a falling growth rate', { ...share, kind: 'rate', rateOf: 'growth' }, '-3.5'],
    ['a completion rate', { ...share, kind: 'rate', rateOf: 'completion' }, '119.97'],
    ['a rate that promises more than the whole', { ...share, target: '120' }, '119'],
    ['a rate of another unit', { unit: '个/千人', target: '4.6', additive: false }, '104'],
    ['a standard', { kind: 'standard', unit: '元/月', additive: false, target: '600' }, '650'],
  ])('%s is taken', (_, change, quantity) => expect(whyImpossible(indicator(change), quantity)).toBeUndefined());
});

describe('a target', () => {
  it('is not at least nothing', () => {
    expect(whyNoTarget(indicator(), '0')).toBe('TARGET_OF_ZERO');
    expect(whyNoTarget(indicator(), '0.1')).toBeUndefined();
  });
  it('may be at most nothing: no accident', () =>
    expect(whyNoTarget(indicator({ comparator: '<=', additive: false }), '0')).toBeUndefined());
  it('promised below nothing may be reached there', () =>
    expect(whyImpossible(indicator({ ...share, comparator: '<=', target: '-3' }), '-5')).toBeUndefined());
});

describe('dated steps never fall', () => {
  it.each<[string, object, string]>([
    ['a cumulative step below the one before', steps('30', '20', '60'), '2019-04'],
    ['a first step below nothing', steps('-1'), '2019-03'],
    ['steps told out of order', { steps: [...steps('30', '20').steps].reverse() }, '2019-04'],
    ['an increment that takes away', { ...steps('30', '-10', '40'), stepsAre: 'increments' }, '2019-04'],
  ])('%s is named', (_, change, due) => expect(fallingStep(indicator(change))?.due).toBe(due));
  it.each<[string, object]>([
    ['steps that rise or stay', steps('30', '30', '60')],
    ['increments that grow smaller', { ...steps('30', '20', '10'), stepsAre: 'increments' }],
    ['limits that grow tighter where lower is better', { ...steps('50', '45', '40'), comparator: '<=' }],
    ['a balance', { ...steps('30', '20'), net: true }],
    ['steps without figures', { steps: [{ due: '2019-03', text: '开工' }] }],
  ])('%s are taken', (_, change) => expect(fallingStep(indicator(change))).toBeUndefined());
});

describe('parts of each other in a ring', () => {
  const parts = (...of: (string | undefined)[]): readonly Indicator[] =>
    of.map((partOf, index) => indicator({ id: `i${index + 1}`, ...(partOf && { partOf }) }));
  it.each([
    ['two', parts('i2', 'i1')],
    ['three', parts('i2', 'i3', 'i1')],
    ['two behind a part of theirs', parts('i2', 'i3', 'i2')],
  ])('%s are found', (_, all) => expect(partInRing(all)).toBeDefined());
  it.each([
    ['a part of a part', parts(undefined, 'i1', 'i2')],
    ['two parts of one', parts(undefined, 'i1', 'i1')],
    ['none', parts(undefined, undefined)],
  ])('%s is no ring', (_, all) => expect(partInRing(all)).toBeUndefined());
});
