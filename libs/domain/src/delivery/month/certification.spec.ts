import { commission, housing, month } from '../../testing/fixtures';
import {
  close,
  correct,
  given,
  monthClosed,
  projectId,
  reportLine,
  started,
  startedDelivery,
  submit,
  submitted,
  verified,
  verify,
} from '../delivery.fixtures';
import { figuresAt } from '../reports/verified-figures';

const statistician = { id: 'statistics-1', role: 'statistics' as const };
const nine = [reportLine('i1', '9')];
const certify = (number: number) => ({
  type: 'CertifyReport' as const,
  data: { period: month(number), department: housing, certificateNo: '眉统认〔2019〕3号' },
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
