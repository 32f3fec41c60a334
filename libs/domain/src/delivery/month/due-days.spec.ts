import { ProjectId, type DeliveryEvent, type OrderLevel } from '@minsheng/contracts';
import { WorkingCalendar } from '../../indicator/working-days';
import { commission, housing, month, timer } from '../../testing/fixtures';
import { given, projectId, started } from '../delivery.fixtures';

/** Of 2027, the first year whose notice this release does not know. */
const later = ProjectId.parse('511400-2027-p000000007');
const startedLater: DeliveryEvent = { ...started(), data: { ...started().data, projectId: later } };
const adopted = new WorkingCalendar([
  {
    year: 2027,
    off: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-16'],
    worked: ['2027-01-30', '2027-02-27', '2027-02-28'],
    documentNo: '国办发明电〔2026〕9号',
  },
]);
const order = (level: OrderLevel, dueOn?: string) => ({
  type: 'IssueOrder' as const,
  data: { period: month(3), department: housing, level, reason: '落后。', ...(dueOn && { dueOn }) },
});
const inWinter = { by: commission, today: '2027-02-03' };
const passDay = { type: 'PassDay' as const, data: {} };

describe('a due day in a year without a notice', () => {
  it('of an order counts the statutory days, and says that it is provisional', () =>
    given(started())
      .when(order('red'), inWinter)
      .thenMatches({ type: 'OrderIssued', data: { dueOn: '2027-02-16', dueOnProvisional: true } }));
  it('of an escalated order as well', () => {
    const issued: DeliveryEvent = {
      type: 'OrderIssued',
      data: { projectId, order: 1, ...order('yellow').data, dueOn: '2027-02-01' },
    };
    given(started(), issued)
      .when({ type: 'EscalateOrder', data: { order: 1, reason: '答复不实。' } }, inWinter)
      .thenMatches({ type: 'OrderEscalated', data: { dueOn: '2027-02-16', dueOnProvisional: true } });
  });
  it('that the commission names is as it was named', () =>
    given(started())
      .when(order('red', '2027-02-08'), inWinter)
      .then({ type: 'OrderIssued', data: { projectId, order: 1, ...order('red', '2027-02-08').data } }));
  it('of a month’s report stands with the month', () =>
    given(startedLater)
      .when(passDay, { id: later, by: timer, today: '2027-01-01' })
      .then({
        type: 'PeriodOpened',
        data: { projectId: later, period: '2027-01', dueOn: '2027-01-28', dueOnProvisional: true },
      }));
});

describe('a due day in a year whose notice was adopted', () => {
  it('goes by the notice, and is not provisional', () => {
    given(started())
      .when(order('red'), { ...inWinter, calendar: adopted })
      .then({ type: 'OrderIssued', data: { projectId, order: 1, ...order('red').data, dueOn: '2027-02-18' } });
    given(startedLater)
      .when(passDay, { id: later, by: timer, today: '2027-01-01', calendar: adopted })
      .then({ type: 'PeriodOpened', data: { projectId: later, period: '2027-01', dueOn: '2027-01-28' } });
  });
  it('stays as it was issued before the notice came', () => {
    const opened = (number: string, dueOn: string): DeliveryEvent => ({
      type: 'PeriodOpened',
      data: { projectId: later, period: `2027-${number}` as never, dueOn, dueOnProvisional: true },
    });
    const past = [startedLater, opened('01', '2027-01-28'), opened('02', '2027-03-01')];
    const report = {
      projectId: later,
      period: '2027-02',
      department: housing,
      dueOn: '2027-03-01',
      dueOnProvisional: true,
    };
    const onTime = { id: later, by: timer, calendar: adopted };
    given(...past)
      .when(passDay, { ...onTime, today: '2027-02-27' })
      .thenMatches({ type: 'ReportOverdue', data: { period: '2027-01' } }, { type: 'ReportReminded', data: report });
    given(...past)
      .when(passDay, { ...onTime, today: '2027-03-01' })
      .thenMatches({ type: 'ReportOverdue' }, { type: 'ReportReminded', data: report }, { type: 'PeriodOpened' });
  });
});
