import type { DeliveryEvent, DepartmentName, IndicatorId } from '@minsheng/contracts';
import {
  calendar,
  commission,
  health,
  housing,
  month,
  timer,
  transport,
  transportOfficer,
} from '../../testing/fixtures';
import { deliveryDecider } from '../delivery.decider';
import { close, reportLine, started, startedDelivery, submit, submitted, verified, verify } from '../delivery.fixtures';
import type { Delivery, StartedDelivery } from '../delivery.state';
import { outstandingReports } from './outstanding-reports';
import { figuresAt } from './verified-figures';

describe('after a change of lead', () => {
  /** Housing reported January and not February; transport leads from March. */
  const handedOver = () => {
    const delivery = startedDelivery();
    delivery.report(1, reportLine('i1', '5'));
    const inMarch = { by: commission, today: '2019-03-04' };
    delivery.ask(
      {
        type: 'ApplyForAdjustment',
        data: {
          changes: [{ kind: 'lead', indicatorId: 'i1' as IndicatorId, lead: transport }],
          reason: '职能划转。',
          evidence: [{ kind: 'document', caption: '三定方案' }],
        },
      },
      { today: '2019-03-01' },
    );
    delivery.ask({ type: 'CheckAdjustment', data: { adjustment: 1, supported: true, opinion: '属实。' } }, inMarch);
    delivery.ask(
      {
        type: 'DecideAdjustment',
        data: {
          adjustment: 1,
          approved: true,
          bodyKind: 'congress standing committee' as const,
          body: '市人大',
          heldOn: '2019-03-04',
          documentNo: '9号',
        },
      },
      inMarch,
    );
    return delivery;
  };
  const dueBy = (delivery: ReturnType<typeof startedDelivery>, department: DepartmentName) =>
    outstandingReports(delivery.started(), department, '2019-04-30', calendar).map(
      ({ period, overdue, earlierLead }) => [period, overdue, earlierLead],
    );

  it('the new lead owes its own months, and makes up for what the earlier lead left, which is not its delay', () =>
    expect(dueBy(handedOver(), transport)).toEqual([
      ['2019-02', false, housing],
      ['2019-03', true, undefined],
      ['2019-04', true, undefined],
    ]));
  it('the earlier lead can send nothing more', () => expect(dueBy(handedOver(), housing)).toEqual([]));
  it('who was late is whoever led in that month', () => {
    const passed = handedOver().ask({ type: 'PassDay', data: {} }, { by: timer, today: '2019-04-30' });
    expect(
      passed.flatMap(({ type, data }) => (type === 'ReportOverdue' ? [[data.period, data.department]] : [])),
    ).toEqual([
      ['2019-02', housing],
      ['2019-03', transport],
      ['2019-04', transport],
    ]);
  });
  it('a month that the new lead made up for is owed by nobody', () => {
    const delivery = handedOver();
    delivery.ask(submit(2, reportLine('i1', '6')), { by: transportOfficer });
    delivery.ask(verify(2, transport), { by: commission });
    expect(dueBy(delivery, transport).map(([period]) => period)).toEqual(['2019-03', '2019-04']);
    delivery.ask(close(2));
    expect(delivery.light(2)).toMatchObject({ missing: [] });
  });
});

describe('the newest verified word wins, whoever sent it', () => {
  const [a, b, c] = [housing, health, transport];
  it.each([
    [a, c],
    [c, a],
    [b, a],
    [b, c],
  ])('whether %s leads first and %s after it', (first, second) => {
    const reported = (department: DepartmentName, value: string, version = 1): DeliveryEvent[] => [
      {
        ...submitted(3, [reportLine('i1', value)], version),
        data: { ...submitted(3, [reportLine('i1', value)], version).data, department },
      },
      {
        ...verified(3, [reportLine('i1', value)], version),
        data: { ...verified(3, [reportLine('i1', value)], version).data, department },
      },
    ];
    const state = [started(), ...reported(first, '9'), ...reported(second, '12')].reduce<Delivery>(
      (before, event) => deliveryDecider.evolve(before, event),
      deliveryDecider.initialState,
    ) as StartedDelivery;
    expect(figuresAt(state, month(3))).toEqual({ i1: { '': { value: '12' } } });
  });
});
