import { DeliveryCommands, type CommandOf } from '@minsheng/contracts';
import { commission, dongpo, housingOfficer, i1, indicator, month, pengshan } from '../../testing/fixtures';
import { breakDown, close, reportLine, startedDelivery, toTwoDistricts } from '../delivery.fixtures';

const apply = (change: object): CommandOf<'ApplyForAdjustment'> => ({
  type: 'ApplyForAdjustment',
  data: DeliveryCommands.ApplyForAdjustment.schema.parse({
    changes: [{ indicatorId: 'i1', ...change }],
    reason: '资金核减。',
    evidence: [{ kind: 'document', caption: '通知' }],
  }),
});
const decided = (heldOn: string): CommandOf<'DecideAdjustment'> => ({
  type: 'DecideAdjustment',
  data: {
    adjustment: 1,
    approved: true,
    bodyKind: 'congress standing committee',
    body: '市人大常委会',
    heldOn,
    documentNo: '3号',
  },
});
const on = (today: string) => ({ by: commission, today });
/** 100 to 80, applied for on 20 July and checked on the 25th. */
const checked = (change: object, prepare: (delivery: ReturnType<typeof startedDelivery>) => void = () => {}) => {
  const delivery = startedDelivery([indicator({ target: '100' })]);
  prepare(delivery);
  delivery.ask(apply(change), { by: housingOfficer, today: '2019-07-20' });
  delivery.ask(
    { type: 'CheckAdjustment', data: { adjustment: 1, supported: true, opinion: '属实。' } },
    on('2019-07-25'),
  );
  return delivery;
};
const lower = { kind: 'target', target: '80' };

describe('a decision on an adjustment', () => {
  it.each([
    ['in the future', '2019-08-03', 'DECISION_IN_THE_FUTURE'],
    ['before the application', '2019-07-19', 'DECISION_BEFORE_THE_CHECK'],
    ['before the check', '2019-07-24', 'DECISION_BEFORE_THE_CHECK'],
    ['on the day of the check', '2019-07-25', undefined],
    ['today', '2019-08-02', undefined],
  ])('%s', (_, heldOn, code) => expect(checked(lower).refusal(decided(heldOn), on('2019-08-02'))).toBe(code));
  it('looks at a table drawn since the application, which had none to speak of', () => {
    const delivery = checked(lower);
    delivery.ask(toTwoDistricts('60', '40'), on('2019-07-28'));
    expect(delivery.refusal(decided('2019-08-01'), on('2019-08-02'))).toBe('DISTRICT_TARGETS_UNACCOUNTED_FOR');
  });
  it('follows the names of districts that were renamed since', () => {
    const split = { targets: 'split again', split: [dongpo, pengshan].map((district) => ({ district, target: '40' })) };
    const delivery = checked({ ...lower, districts: split }, (before) =>
      before.ask(toTwoDistricts('60', '40'), on('2019-02-01')),
    );
    const renamed = [
      {
        indicatorId: 'i1',
        districts: [
          { district: dongpo, target: '60' },
          { district: '彭山新区', target: '40' },
        ],
        departures: [{ district: pengshan, becomes: 'renamed', successor: '彭山新区' }],
      },
    ];
    delivery.ask(breakDown(renamed), on('2019-07-28'));
    delivery.ask(decided('2019-08-01'), on('2019-08-02'));
    expect(delivery.started().districts[i1]).toMatchObject([
      { district: dongpo, target: '40' },
      { district: '彭山新区', target: '40' },
    ]);
  });
});

describe('an adjustment of a due day', () => {
  it('is to a day that has not passed', () => {
    const delivery = startedDelivery();
    const to = (dueOn: string) =>
      delivery.refusal(apply({ kind: 'due date', dueOn }), { by: housingOfficer, today: '2019-07-20' });
    expect(to('2019-07-19')).toBe('DUE_IN_THE_PAST');
    expect(to('2019-07-20')).toBeUndefined();
  });
});

describe('what was recorded as not met', () => {
  it('is not judged on: from that month the light is grey, as of what is carried over', () => {
    const delivery = startedDelivery();
    delivery.report(1, reportLine('i1', '5'));
    delivery.ask(close(1), on('2019-02-01'));
    delivery.ask({ type: 'RecordNotMet', data: { body: '市人民政府', reason: '文物勘探。' } }, on('2019-02-15'));
    for (const number of [2, 4]) delivery.ask(close(number), on('2019-12-31'));
    expect([1, 2, 4].map((number) => delivery.started().lights[month(number)].colour)).toEqual([
      'green',
      'grey',
      'grey',
    ]);
  });
});
