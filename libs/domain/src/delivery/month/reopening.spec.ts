import { commission, housing, housingOfficer, month } from '../../testing/fixtures';
import {
  close,
  correct,
  given,
  giveBack,
  reportLine,
  monthClosed,
  projectId,
  startedDelivery,
  started,
  submit,
  verify,
} from '../delivery.fixtures';
import { figuresAt } from '../reports/verified-figures';

const nine = [reportLine('i1', '9')];
const reopen = (number: number) => ({
  type: 'ReopenMonth' as const,
  data: { period: month(number), reason: '市住建局漏报。' },
});
const closedProject = {
  type: 'ProjectClosed' as const,
  data: { projectId, archiveNo: 'MS-7', outcome: 'met' as const },
};

describe('a closed month', () => {
  it('is opened again with a reason', () =>
    given(started(), monthClosed(3))
      .when(reopen(3), { by: commission })
      .then({ type: 'MonthReopened', data: { projectId, ...reopen(3).data } }));
  it('only if it is closed, and once', () => {
    given(started()).when(reopen(3), { by: commission }).thenRefused('PERIOD_NOT_CLOSED');
    given(started(), monthClosed(3), { type: 'MonthReopened', data: { projectId, ...reopen(3).data } })
      .when(reopen(3), { by: commission })
      .thenRefused('PERIOD_NOT_CLOSED');
    given(started(), monthClosed(3), closedProject)
      .when(reopen(3), { by: commission })
      .thenRefused('DELIVERY_NOT_UNDER_WAY');
  });
});

describe('a month that stands open again', () => {
  const reopened = () => {
    const delivery = startedDelivery();
    delivery.ask(close(3));
    delivery.ask(reopen(3), { by: commission });
    return delivery;
  };
  it('takes the report that was missed, as a late one', () => {
    const delivery = reopened();
    delivery.ask(submit(3, reportLine('i1', '15')), { by: housingOfficer, today: '2019-05-06' });
    expect(delivery.started().reports[`2019-03 ${housing}`]).toMatchObject({ late: true, version: 1 });
  });
  it('also takes corrections of what was verified', () => {
    const delivery = startedDelivery();
    delivery.report(3, ...nine);
    delivery.ask(close(3));
    delivery.ask(reopen(3), { by: commission });
    expect(delivery.refusal(submit(3, reportLine('i1', '8')))).toBe('REPORT_ALREADY_SUBMITTED');
    expect(delivery.refusal(correct(3, reportLine('i1', '8')))).toBeUndefined();
  });
  it('shows what it was published with until it is closed again; caught up late it is yellow, never green', () => {
    const delivery = reopened();
    delivery.report(3, reportLine('i1', '15'));
    expect(delivery.light(3)).toMatchObject({ colour: 'red' });
    expect(delivery.ask(close(3))).toMatchObject([
      { type: 'MonthClosedAgain', data: { light: { period: '2019-03', colour: 'yellow', why: 'caught up later' } } },
    ]);
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow' });
  });
  it('stays red where nothing came', () => {
    const delivery = reopened();
    expect(delivery.ask(close(3))[0]).toMatchObject({
      type: 'MonthClosedAgain',
      data: { light: { colour: 'red', missing: [housing] } },
    });
  });
  it('is then closed as before: only corrections go in, and it may be opened again', () => {
    const delivery = reopened();
    delivery.ask(close(3));
    expect(delivery.refusal(close(3))).toBe('PERIOD_CLOSED');
    expect(delivery.refusal(submit(3, ...nine))).toBe('PERIOD_CLOSED');
    expect(delivery.refusal(reopen(3))).toBeUndefined();
  });
  it('leaves months after it closed, and they carry what was caught up', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3));
    delivery.report(4, reportLine('i1', '5'));
    delivery.ask(close(4));
    delivery.ask(reopen(3), { by: commission });
    expect(delivery.refusal(submit(4, reportLine('i1', '6')))).toBe('PERIOD_CLOSED');
    delivery.ask(submit(3, reportLine('i1', '4', { district: undefined })));
    delivery.ask(giveBack(3), { by: commission });
    delivery.ask(submit(3, reportLine('i1', '4')));
    expect(delivery.ask(verify(3), { by: commission }).map(({ type }) => type)).toEqual(['ReportVerified']);
    expect(figuresAt(delivery.started(), month(4))).toEqual({ i1: { '': { value: '5' } } });
  });
});
