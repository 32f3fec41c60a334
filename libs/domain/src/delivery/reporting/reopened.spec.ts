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
  submitted,
  verified,
  verify,
} from '../delivery.fixtures';
import { figuresAt } from './reported';

const statistician = { id: 'statistics-1', role: 'statistics' as const };
const nine = [reportLine('i1', '9')];
const certify = (number: number) => ({
  type: 'CertifyReport' as const,
  data: { period: month(number), department: housing, certificateNo: '眉统认〔2019〕3号' },
});
const reopen = (number: number) => ({
  type: 'ReopenMonth' as const,
  data: { period: month(number), reason: '市住建局漏报。' },
});
const closedProject = {
  type: 'ProjectClosed' as const,
  data: { projectId, archiveNo: 'MS-7', outcome: 'met' as const },
};

describe("the statistics bureau's stamp", () => {
  const inMarch = [started(), submitted(3, nine), verified(3, nine)];
  it('is put on a verified version', () =>
    given(...inMarch)
      .when(certify(3), { by: statistician })
      .then({ type: 'ReportCertified', data: { projectId, version: 1, ...certify(3).data } }));
  it('is put on nothing else', () => {
    given(started()).when(certify(3), { by: statistician }).thenRefused('REPORT_NOT_VERIFIED');
    given(started(), submitted(3, nine)).when(certify(3), { by: statistician }).thenRefused('REPORT_NOT_VERIFIED');
    given(...inMarch, monthClosed(3), { type: 'ReportCertified', data: { projectId, version: 1, ...certify(3).data } })
      .when(certify(3), { by: statistician })
      .thenRefused('REPORT_NOT_VERIFIED');
    given(...inMarch, closedProject)
      .when(certify(3), { by: statistician })
      .thenRefused('DELIVERY_NOT_UNDER_WAY');
  });
  it('may come after the month is closed', () =>
    given(...inMarch, monthClosed(3))
      .when(certify(3), { by: statistician })
      .thenMatches({ type: 'ReportCertified' }));
  it('changes no figure, and a certified report is corrected by a version that is verified and stamped anew', () => {
    const delivery = startedDelivery();
    delivery.report(3, ...nine);
    delivery.ask(close(3));
    delivery.ask(certify(3), { by: statistician });
    expect(figuresAt(delivery.started(), month(3))).toEqual({ i1: { '': { value: '9' } } });
    delivery.ask(correct(3, reportLine('i1', '8')));
    expect(delivery.refusal(certify(3), { by: statistician })).toBe('REPORT_NOT_VERIFIED');
    expect(figuresAt(delivery.started(), month(3))).toEqual({ i1: { '': { value: '9' } } });
    delivery.ask(verify(3), { by: commission });
    expect(delivery.ask(certify(3), { by: statistician })).toMatchObject([
      { type: 'ReportCertified', data: { version: 2 } },
    ]);
  });
  it('leaves a certified month of an open period as it is: it is not sent twice', () => {
    const delivery = startedDelivery();
    delivery.report(3, ...nine);
    delivery.ask(certify(3), { by: statistician });
    expect(delivery.refusal(submit(3, reportLine('i1', '8')))).toBe('REPORT_ALREADY_SUBMITTED');
  });
});

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
