import * as fc from 'fast-check';
import { commission, dongpo, housing, indicator, month, pengshan } from '../../testing/fixtures';
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
  toTwoDistricts,
  verified,
  verify,
} from '../delivery.fixtures';
import { figuresAt } from './verified-figures';

const nine = [reportLine('i1', '9')];
const inMarch = [started(), submitted(3, nine)];

const two = [indicator(), indicator({ id: 'i2' })];
const corrected = (delivery: ReturnType<typeof startedDelivery>, ...lines: ReturnType<typeof reportLine>[]) => {
  delivery.ask(correct(3, ...lines));
  delivery.ask(verify(3), { by: commission });
  return figuresAt(delivery.started(), month(3));
};

describe('correcting a line keeps the others', () => {
  it('a line that the correction does not name stands as last verified', () => {
    const delivery = startedDelivery(two);
    delivery.report(3, reportLine('i1', '9'), reportLine('i2', '5'));
    delivery.ask(close(3));
    expect(corrected(delivery, reportLine('i2', '6'))).toEqual({
      i1: { '': { value: '9' } },
      i2: { '': { value: '6' } },
    });
  });
  it('the sums of a month stand where a correction names lines alone', () => {
    const delivery = startedDelivery();
    const report = submit(3, ...nine);
    delivery.ask({ ...report, data: { ...report.data, money: { done: '70', paid: '60' } } });
    delivery.ask(verify(3), { by: commission });
    delivery.ask(close(3));
    corrected(delivery, reportLine('i1', '10'));
    expect(delivery.started().reports[`2019-03 ${housing}`].verifiedMoney).toEqual({ done: '70', paid: '60' });
  });
  it('a district that it does not name stays in the sum', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.report(3, reportLine('i1', '4', { district: dongpo }), reportLine('i1', '3', { district: pengshan }));
    delivery.ask(close(3));
    expect(corrected(delivery, reportLine('i1', '6', { district: dongpo }))).toMatchObject({
      i1: { '': { value: '9' } },
    });
  });
  it('a whole given beside its districts is summed anew, and one that does not fit them is refused', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    const [east, hill] = [dongpo, pengshan].map((district, at) => reportLine('i1', String(4 - at), { district }));
    delivery.report(3, reportLine('i1', '7'), east, hill);
    delivery.ask(close(3));
    expect(delivery.refusal(correct(3, reportLine('i1', '8')))).toBe('REPORT_SUM_MISMATCH');
    expect(corrected(delivery, reportLine('i1', '6', { district: dongpo }))).toMatchObject({
      i1: { '': { value: '9' } },
    });
  });
  it('a line that it names is replaced as a whole', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine('i1', '9', { worksPercent: '40' }));
    delivery.ask(close(3));
    expect(corrected(delivery, reportLine('i1', '10'))).toEqual({ i1: { '': { value: '10' } } });
  });
});

describe('a cumulative figure falls only with a reason, in whatever order months are verified', () => {
  it('April 5, then March 9: the reason is asked', () => {
    const delivery = startedDelivery();
    delivery.report(4, reportLine('i1', '5'));
    expect(delivery.refusal(submit(3, reportLine('i1', '9')))).toBe('CUMULATIVE_FALLS');
    expect(delivery.refusal(submit(3, reportLine('i1', '9', { reason: '四月审计核减' })))).toBeUndefined();
  });
  it('April told why it fell: March needs no second reason', () => {
    const delivery = startedDelivery();
    delivery.report(2, reportLine('i1', '8'));
    delivery.report(4, reportLine('i1', '5', { reason: '审计核减' }));
    expect(delivery.refusal(submit(3, reportLine('i1', '9')))).toBeUndefined();
  });
  it('a whole summed from districts falls no more silently than one that is given', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.report(4, reportLine('i1', '5'));
    expect(
      delivery.refusal(
        submit(3, reportLine('i1', '4', { district: dongpo }), reportLine('i1', '5', { district: pengshan })),
      ),
    ).toBe('CUMULATIVE_FALLS');
  });
  it('whatever is taken in any order, no month stands below the one before it without a reason', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 2 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
        (order, values) => {
          const delivery = startedDelivery();
          const taken = order.filter((number) => {
            const line = reportLine('i1', String(values[number - 1]));
            if (delivery.refusal(submit(number, line))) return false;
            delivery.ask(verify(number), { by: commission });
            return true;
          });
          const inOrder = [...taken].sort((a, b) => a - b).map((number) => values[number - 1]);
          expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
        },
      ),
      { seed: 2019, numRuns: 100 },
    ));
});

describe('a correction', () => {
  const closed = [...inMarch, verified(3, nine), monthClosed(3, { colour: 'green', missing: [] })];
  it('is a new version for a closed month, with a reason', () =>
    given(...closed)
      .when(correct(3, reportLine('i1', '8')), { today: '2019-05-06' })
      .thenMatches({
        type: 'ReportCorrected',
        data: { version: 2, submittedOn: '2019-05-06', reason: '迟报补录。', lines: [{ value: '8' }] },
      }));
  it('is version 1 where the month was missed', () =>
    given(started(), monthClosed(3))
      .when(correct(3, reportLine('i1', '9')))
      .thenMatches({ type: 'ReportCorrected', data: { version: 1 } }));
  it('is not for a month that is still open: there a report is submitted', () =>
    given(...inMarch, verified(3, nine))
      .when(correct(3, reportLine('i1', '8')))
      .thenRefused('PERIOD_NOT_CLOSED'));
  it('waits until the version before it is looked at', () =>
    given(...inMarch, monthClosed(3))
      .when(correct(3, reportLine('i1', '8')))
      .thenRefused('REPORT_ALREADY_SUBMITTED'));
  it('comes from a lead, like every report', () =>
    given(...closed)
      .when(correct(3, reportLine('i1', '8')), { by: commission })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT'));
  it('satisfies what every report must', () =>
    given(...closed)
      .when(correct(3, reportLine('i9', '8')))
      .thenRefused('INDICATOR_UNKNOWN'));
  it('still goes in after completion is claimed, never after closing', () => {
    given(...closed, {
      type: 'CompletionClaimed',
      data: { projectId, department: housing, statement: '已完成。', evidence: [], endedOn: '2019-12-02' },
    })
      .when(correct(3, reportLine('i1', '8')))
      .thenMatches({ type: 'ReportCorrected' });
    const projectClosed = {
      type: 'ProjectClosed' as const,
      data: { projectId, archiveNo: 'MS-7', outcome: 'met' as const },
    };
    given(...closed, projectClosed)
      .when(correct(3, reportLine('i1', '8')))
      .thenRefused('DELIVERY_NOT_UNDER_WAY');
  });
  it('leaves the verified figures in force until it is verified itself, and when it is given back', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine('i1', '9'));
    delivery.ask(close(3));
    delivery.ask(correct(3, reportLine('i1', '8')));
    expect(figuresAt(delivery.started(), month(3))).toEqual({ i1: { '': { value: '9' } } });
    delivery.ask(giveBack(3), { by: commission });
    expect(figuresAt(delivery.started(), month(3))).toEqual({ i1: { '': { value: '9' } } });
    delivery.ask(correct(3, reportLine('i1', '7')));
    delivery.ask(verify(3), { by: commission });
    expect(figuresAt(delivery.started(), month(3))).toEqual({ i1: { '': { value: '7' } } });
    expect(delivery.started().reports['2019-03 市住建局'].version).toBe(3);
  });
});
