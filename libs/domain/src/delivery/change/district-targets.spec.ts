import type { Change, CommandOf } from '@minsheng/contracts';
import { commission, dongpo, housing, i1, indicator, pengshan } from '../../testing/fixtures';
import { given, projectId, started, startedDelivery, toTwoDistricts } from '../delivery.fixtures';

const brokenDown = () => {
  const delivery = startedDelivery([indicator({ target: '100' })]);
  delivery.ask(toTwoDistricts('60', '40'));
  return delivery;
};
type Districts = Extract<Change, { kind: 'target' }>['districts'];
const to = (target: string, districts?: Districts) => ({
  type: 'ApplyForAdjustment' as const,
  data: {
    changes: [{ kind: 'target' as const, indicatorId: indicator().id, target, ...(districts && { districts }) }],
    reason: '资金核减。',
    evidence: [{ kind: 'document' as const, caption: '通知' }],
  },
});
const approval: CommandOf<'DecideAdjustment'> = {
  type: 'DecideAdjustment',
  data: {
    adjustment: 1,
    approved: true,
    bodyKind: 'congress standing committee' as const,
    body: '市政府常务会议',
    heldOn: '2019-12-31',
    documentNo: '3号',
  },
};
const kept: Districts = { targets: 'kept as buffer' };
const splitAgain = (...split: [string, string][]) =>
  ({ targets: 'split again', split: split.map(([district, target]) => ({ district, target })) }) as Districts;

describe('an adjustment of a target says what becomes of the targets of its districts', () => {
  it('or it is refused', () => expect(brokenDown().refusal(to('80'))).toBe('DISTRICT_TARGETS_UNACCOUNTED_FOR'));
  it.each<[string, string, Districts, string]>([
    ['some districts alone', '80', splitAgain([dongpo, '80']), 'DISTRICT_TARGETS_DO_NOT_FIT'],
    ['a district that has none', '80', splitAgain([dongpo, '50'], ['青神县', '30']), 'DISTRICT_TARGETS_DO_NOT_FIT'],
    ['less than the new total', '80', splitAgain([dongpo, '40'], [pengshan, '30']), 'DISTRICT_SUM_BELOW_TOTAL'],
    ['more than the new total', '80', splitAgain([dongpo, '60'], [pengshan, '30']), 'DISTRICT_SUM_ABOVE_TOTAL'],
    ['a buffer that is none', '120', kept, 'DISTRICT_SUM_BELOW_TOTAL'],
  ])('and not %s', (_, target, districts, code) => expect(brokenDown().refusal(to(target, districts))).toBe(code));
  it('where there are none, it says nothing of them', () =>
    expect(startedDelivery([indicator({ target: '100' })]).refusal(to('80', kept))).toBe(
      'DISTRICT_TARGETS_DO_NOT_FIT',
    ));
  it.each<[string, Districts, string[]]>([
    ['kept as a buffer', kept, ['60', '40']],
    ['split again', splitAgain([dongpo, '50'], [pengshan, '30']), ['50', '30']],
  ])('%s', (_, districts, expected) => {
    const delivery = brokenDown();
    delivery.ask(to('80', districts));
    delivery.ask(
      { type: 'CheckAdjustment', data: { adjustment: 1, supported: true, opinion: '属实。' } },
      { by: commission },
    );
    delivery.ask(approval, { by: commission });
    expect(delivery.started().districts[i1].map(({ target }) => target)).toEqual(expected);
    expect(delivery.started().commitment.indicators[0]).toMatchObject({ target: '80', lead: housing });
  });
  it('an application of before that says nothing of them is still approved, and leaves them as they are', () => {
    const { changes, reason, evidence } = to('80').data;
    const of = { projectId, adjustment: 1 };
    given(
      started([indicator({ target: '100' })]),
      { type: 'TargetsBrokenDown', data: { projectId, ...toTwoDistricts('60', '40').data } },
      { type: 'AdjustmentApplied', data: { ...of, changes, reason, evidence, department: housing, before: ['100'] } },
      { type: 'AdjustmentChecked', data: { ...of, supported: true, opinion: '属实。' } },
    )
      .when(approval, { by: commission })
      .thenMatches({ type: 'AdjustmentApproved', data: { changes } });
  });
});
