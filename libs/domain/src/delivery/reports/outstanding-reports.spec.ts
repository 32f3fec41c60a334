import { ProjectId, type DeliveryEvent, type DepartmentName } from '@minsheng/contracts';
import { calendar, health, housing, indicator, month, rules, transport } from '../../testing/fixtures';
import {
  monthClosed,
  projectId,
  redLight,
  reportLine,
  returned,
  started,
  submitted,
  verified,
} from '../delivery.fixtures';
import { evolve } from '../delivery.evolve';
import type { Delivery, StartedDelivery } from '../delivery.state';
import { outstandingReports } from './outstanding-reports';

const dueOnThe25th = started([indicator()], rules({ reportDueDay: 25 }));
/** Of 2027, the first year whose notice this release does not know. */
const laterProject = ProjectId.parse('511400-2027-p000000007');
const deliveryAfter = (...events: DeliveryEvent[]) =>
  events.reduce<Delivery>(evolve, { status: 'not started' }) as StartedDelivery;
const outstanding = (delivery: StartedDelivery, department: DepartmentName, today: string) =>
  outstandingReports(delivery, department, today, calendar);
const due = (today: string, ...events: DeliveryEvent[]) =>
  outstanding(deliveryAfter(dueOnThe25th, ...events), housing, today).map(
    ({ period, status, overdue, returnedFor }) => [period, status, overdue, ...(returnedFor ? [returnedFor] : [])],
  );
const line = [reportLine('i1', '1')];
const corrected: DeliveryEvent = {
  type: 'ReportCorrected',
  data: { ...submitted(1, line).data, reason: '迟报补录。' },
};
const leadPasses = (from: string): DeliveryEvent => ({
  type: 'AdjustmentApproved',
  data: {
    projectId,
    adjustment: 1,
    body: '市人大常委会',
    heldOn: from,
    documentNo: '常发〔2019〕9号',
    changes: [{ kind: 'lead', indicatorId: indicator().id, lead: transport }],
    decidedOn: from,
  },
});

describe('the reports that a department has left to send', () => {
  it('are those of the months begun', () => {
    expect(due('2019-02-01')).toEqual([
      ['2019-01', 'not reported', true],
      ['2019-02', 'not reported', false],
    ]);
    expect(due('2018-12-31')).toEqual([]);
    expect(due('2020-03-01')).toHaveLength(12);
  });
  it("are overdue the day after the list's day", () => {
    expect(due('2019-01-25')).toEqual([['2019-01', 'not reported', false]]);
    expect(due('2019-01-26')).toEqual([['2019-01', 'not reported', true]]);
  });
  it('are not overdue once sent, and gone once verified', () => {
    expect(due('2019-01-30', submitted(1, line))).toEqual([['2019-01', 'submitted', false]]);
    expect(due('2019-01-30', submitted(1, line), verified(1, line))).toEqual([]);
  });
  it('come back with the reason when a report is returned, until it is sent again', () => {
    const sent = [submitted(1, line), returned(1)];
    expect(due('2019-01-30', ...sent)).toEqual([['2019-01', 'returned', true, '照片与点位不符。']]);
    expect(due('2019-01-30', ...sent, submitted(1, line, 2))).toEqual([['2019-01', 'submitted', false]]);
  });
  it('of a closed month are still due while nothing was sent; a late report waits for its check', () => {
    expect(due('2019-01-30', monthClosed(1, redLight(1)))).toEqual([['2019-01', 'not reported', true]]);
    expect(due('2019-01-30', monthClosed(1, redLight(1)), corrected)).toEqual([]);
  });
  it('come back when a correction is returned, but not as overdue: what was verified before it stands', () =>
    expect(
      due('2019-02-20', submitted(1, line), verified(1, line), monthClosed(1), corrected, returned(1, 2)),
    ).toContainEqual(['2019-01', 'returned', false, '照片与点位不符。']));
  it('fall due on the day of the rules of their month, moved on where offices do not work', () => {
    const from = month(2);
    const changed: DeliveryEvent = {
      type: 'RulesChanged',
      data: { projectId, rulesVersion: 2, rules: rules({ reportDueDay: 23 }), from },
    };
    const delivery = deliveryAfter(dueOnThe25th, changed);
    expect(outstanding(delivery, housing, '2019-02-26').map(({ dueOn }) => dueOn)).toEqual([
      '2019-01-25',
      '2019-02-25', // the 23rd is a Saturday
    ]);
  });
  it('keep the day with which their month was opened', () => {
    const opened: DeliveryEvent = {
      type: 'PeriodOpened',
      data: { projectId, period: month(1), dueOn: '2019-01-31', dueOnProvisional: true },
    };
    expect(outstanding(deliveryAfter(dueOnThe25th, opened), housing, '2019-01-31')).toEqual([
      { period: '2019-01', dueOn: '2019-01-31', dueOnProvisional: true, status: 'not reported', overdue: false },
    ]);
    expect(outstanding(deliveryAfter(dueOnThe25th, opened), housing, '2019-02-01')).toMatchObject([
      { period: '2019-01', overdue: true },
      { period: '2019-02', dueOn: '2019-02-25', overdue: false },
    ]);
  });
  it('of a month not opened yet say whether their day is provisional', () => {
    const of2027 = { ...dueOnThe25th, data: { ...dueOnThe25th.data, projectId: laterProject } };
    expect(outstanding(deliveryAfter(of2027), housing, '2027-01-02')).toMatchObject([
      { period: '2027-01', dueOn: '2027-01-25', dueOnProvisional: true },
    ]);
  });
  it('say whether the department was reminded', () => {
    const reminded: DeliveryEvent = {
      type: 'ReportReminded',
      data: { projectId, period: month(1), department: housing, dueOn: '2019-01-25' },
    };
    expect(outstanding(deliveryAfter(dueOnThe25th, reminded), housing, '2019-02-01')).toEqual([
      { period: '2019-01', dueOn: '2019-01-25', status: 'not reported', overdue: true, reminded: true },
      { period: '2019-02', dueOn: '2019-02-25', status: 'not reported', overdue: false },
    ]);
  });
  it('are those of projects under way', () =>
    expect(
      due('2019-12-01', {
        type: 'CompletionClaimed',
        data: { projectId, department: housing, statement: '全部建成。', evidence: [], endedOn: '2019-11-20' },
      }),
    ).toEqual([]));
  it('are none of the months between an end and the look back that took it back', () =>
    expect(
      due(
        '2019-04-10',
        {
          type: 'CompletionClaimed',
          data: { projectId, department: housing, statement: '全部建成。', evidence: [], endedOn: '2019-02-20' },
        },
        {
          type: 'ProjectReopened',
          data: {
            projectId,
            inspector: '省发改委',
            findings: '未投入使用。',
            evidence: [],
            reopenedOn: '2019-04-02',
            evaluateAgain: true,
          },
        },
      ).map(([period]) => period),
    ).toEqual(['2019-01', '2019-04']));
  it('are those of projects it leads', () =>
    expect(outstanding(deliveryAfter(dueOnThe25th), health, '2019-06-01')).toEqual([]));
  it('are not those that the lead before it has sent', () => {
    const delivery = deliveryAfter(dueOnThe25th, submitted(1, line), leadPasses('2019-02-10'));
    expect(outstanding(delivery, transport, '2019-02-20').map(({ period }) => period)).toEqual(['2019-02']);
    expect(outstanding(delivery, housing, '2019-02-20')).toEqual([]);
  });
});
