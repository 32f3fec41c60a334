import type { DeliveryEvent } from '@minsheng/contracts';
import { commission, housing, housingOfficer, indicator, month, transport } from '../../testing/fixtures';
import {
  close,
  closeByForce,
  correct,
  given,
  monthClosed,
  projectId,
  reportLine,
  started,
  startedDelivery,
  submit,
  verify,
} from '../delivery.fixtures';

const reopen = (number: number, withdrawLight = false) => ({
  type: 'ReopenMonth' as const,
  data: { period: month(number), reason: '月未终了误关账。', ...(withdrawLight && { withdrawLight }) },
});
const withdraw = (number: number) => reopen(number, true);
const of = (number: number) => ({ projectId, period: month(number), reason: '月未终了误关账。' });
const orderFor = (number: number) => ({
  type: 'IssueOrder' as const,
  data: { period: month(number), department: housing, level: 'yellow' as const, reason: '亮红灯' },
});
const asCommission = { by: commission };
const onTheLine = reportLine('i1', '15');
/** March is closed by force on its fifth day, and an order is issued for it. */
const closedTooEarly = () => {
  const delivery = startedDelivery();
  delivery.ask(closeByForce(3), { by: commission, today: '2019-03-05' });
  delivery.ask(orderFor(3), { by: commission, today: '2019-03-05' });
  return delivery;
};

describe('after a month was opened again its light is decided afresh', () => {
  const reported = (today: string) => {
    const delivery = closedTooEarly();
    delivery.ask(reopen(3), { by: commission, today: '2019-03-06' });
    delivery.ask(submit(3, onTheLine), { by: housingOfficer, today });
    delivery.ask(verify(3), { by: commission, today });
    return delivery;
  };
  it('who reported by the due day is not late, though the month was closed before', () =>
    expect(reported('2019-03-28').ask(close(3))[0]).toMatchObject({
      type: 'MonthClosedAgain',
      data: { light: { colour: 'green', why: 'on the line' } },
    }));
  it('who reported after the due day stays late', () =>
    expect(reported('2019-03-29').ask(close(3))[0]).toMatchObject({
      type: 'MonthClosedAgain',
      data: { light: { colour: 'yellow', why: 'caught up later' } },
    }));
  it('what was late for the month before is not late for this one', () => {
    const delivery = startedDelivery();
    delivery.ask(close(2), { by: commission, today: '2019-03-01' });
    delivery.ask(correct(2, reportLine('i1', '10')), { by: housingOfficer, today: '2019-03-10' });
    delivery.ask(verify(2), { by: commission, today: '2019-03-10' });
    delivery.ask(closeByForce(3), { by: commission, today: '2019-03-11' });
    delivery.ask(reopen(3), { by: commission, today: '2019-03-12' });
    delivery.ask(submit(3, onTheLine), { by: housingOfficer, today: '2019-03-28' });
    delivery.ask(verify(3), { by: commission, today: '2019-03-28' });
    delivery.ask(close(3));
    expect([2, 3].map((number) => delivery.light(number)?.colour)).toEqual(['yellow', 'green']);
  });
  it('a report by the due day counts in full also where the month was not opened again', () => {
    const delivery = closedTooEarly();
    delivery.ask(correct(3, onTheLine), { by: housingOfficer, today: '2019-03-28' });
    delivery.ask(verify(3), { by: commission, today: '2019-03-29' });
    expect(delivery.light(3)).toMatchObject({ colour: 'green', why: 'on the line' });
  });
});

describe('a light published by mistake', () => {
  it('is withdrawn with its reason, and the orders of the month with it', () =>
    given(...closedTooEarly().log)
      .when(withdraw(3), asCommission)
      .then(
        { type: 'MonthReopened', data: of(3) },
        { type: 'LightWithdrawn', data: of(3) },
        { type: 'OrderWithdrawn', data: { projectId, order: 1, department: housing, reason: of(3).reason } },
      ));
  it('is withdrawn also while the month stands open again', () => {
    const delivery = closedTooEarly();
    delivery.ask(reopen(3), asCommission);
    expect(delivery.ask(withdraw(3), asCommission).map(({ type }) => type)).toEqual([
      'LightWithdrawn',
      'OrderWithdrawn',
    ]);
  });
  it('takes along what was set by hand, and leaves other months and their orders', () => {
    const overridden: DeliveryEvent = {
      type: 'LightOverridden',
      data: {
        projectId,
        period: month(3),
        colour: 'green',
        decidedBy: '联席会议',
        reason: '切换',
        until: '2020-01-31',
      },
    };
    const issued: DeliveryEvent = {
      type: 'OrderIssued',
      data: { projectId, order: 1, ...orderFor(2).data, dueOn: '2019-03-15' },
    };
    given(started(), monthClosed(2), monthClosed(3), issued, overridden)
      .when(withdraw(3), asCommission)
      .thenMatches({ type: 'MonthReopened' }, { type: 'OverrideEnded' }, { type: 'LightWithdrawn' });
  });
  it('is none where the month never had one', () =>
    given(started()).when(withdraw(3), asCommission).thenRefused('PERIOD_NOT_CLOSED'));

  it('leaves the month open and without a light; closed again, it is decided as if for the first time', () => {
    const delivery = closedTooEarly();
    delivery.ask(withdraw(3), { by: commission, today: '2019-03-06' });
    expect(delivery.light(3)).toBeUndefined();
    expect(delivery.refusal(correct(3, onTheLine))).toBe('PERIOD_NOT_CLOSED');
    delivery.ask(submit(3, onTheLine), { by: housingOfficer, today: '2019-03-28' });
    delivery.ask(verify(3), asCommission);
    expect(delivery.ask(close(3), asCommission)).toMatchObject([
      { type: 'MonthClosedAgain', data: { light: { colour: 'green', why: 'on the line' } } },
    ]);
  });
  it('does not make up for a report that came after its due day (invariant 18)', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3), { by: commission, today: '2019-04-01' });
    delivery.ask(withdraw(3), { by: commission, today: '2019-04-02' });
    delivery.ask(submit(3, onTheLine), { by: housingOfficer, today: '2019-04-03' });
    delivery.ask(verify(3), asCommission);
    delivery.ask(close(3), asCommission);
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
  });
  it('calls for nothing any more, also not in the months that it ran through', () => {
    const delivery = startedDelivery([indicator(), indicator({ id: 'i2', lead: transport })]);
    for (const number of [1, 2]) delivery.ask(close(number), asCommission);
    expect(delivery.started().escalations).not.toEqual([]);
    delivery.ask(withdraw(1), asCommission);
    expect(delivery.started().escalations.flatMap(({ months }) => months)).not.toContain('2019-01');
    expect(delivery.ask(close(1), asCommission).map(({ type }) => type)).toContain('EscalationReached');
  });
});
