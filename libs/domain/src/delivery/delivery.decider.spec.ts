import { commission, healthOfficer, housing, indicator, timer } from '../testing/fixtures';
import { given, reportLine, projectId, startedDelivery, started, startWith, submit } from './delivery.fixtures';

const passDay = { type: 'PassDay' as const, data: {} };

describe('a delivery', () => {
  it('starts once, with what was promised', () => {
    given()
      .when(startWith())
      .then({ type: 'DeliveryStarted', data: { projectId, ...startWith().data } });
    given(started()).when(startWith()).thenRefused('DELIVERY_ALREADY_STARTED');
  });
  it('takes nothing before it has started', () => {
    given()
      .when(submit(3, reportLine('i1', '9')))
      .thenRefused('DELIVERY_NOT_STARTED');
    given().when(passDay, { by: timer }).thenRefused('DELIVERY_NOT_STARTED');
  });
  it('takes reports of its leads, for months of its year that have begun, while it is under way', () => {
    given(started())
      .when(submit(3, reportLine('i1', '9')), { by: healthOfficer })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT');
    given(started())
      .when({ type: 'SubmitReport', data: { ...submit(3, reportLine('i1', '9')).data, period: '2020-01' as never } })
      .thenRefused('PERIOD_OUTSIDE_YEAR');
    given(started())
      .when(submit(4, reportLine('i1', '9')), { today: '2019-03-31' })
      .thenRefused('PERIOD_NOT_BEGUN');
    given(started(), { type: 'ProjectClosed', data: { projectId, archiveNo: 'MS-7', outcome: 'met' } })
      .when(submit(3, reportLine('i1', '9')))
      .thenRefused('DELIVERY_NOT_UNDER_WAY');
  });
});

describe('a day that passes', () => {
  it('brings what has fallen due in every part, one upon the other', () => {
    const delivery = startedDelivery([indicator()]);
    delivery.ask(
      {
        type: 'IssueOrder',
        data: {
          period: submit(1).data.period,
          department: housing,
          level: 'red',
          reason: '进度滞后。',
          dueOn: '2019-02-01',
        },
      },
      { by: commission, today: '2019-01-25' },
    );
    const types = delivery.ask(passDay, { by: timer, today: '2019-02-12' }).map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['PeriodOpened', 'ReportOverdue', 'PeriodOpened']);
    expect(types).toContain('OrderOverdue');
  });
  it('brings nothing when it passes again', () => {
    const delivery = startedDelivery([indicator()]);
    delivery.ask(passDay, { by: timer, today: '2019-02-12' });
    expect(delivery.ask(passDay, { by: timer, today: '2019-02-12' })).toEqual([]);
  });
  it('brings the same whether the clock went every day or stood still, but for reminders of days that passed', () => {
    const [daily, still] = [startedDelivery([indicator()]), startedDelivery([indicator()])];
    for (
      let day = new Date('2019-01-01T00:00:00Z');
      day.toISOString() < '2020-01-10';
      day.setUTCDate(day.getUTCDate() + 1)
    )
      daily.ask(passDay, { by: timer, today: day.toISOString().slice(0, 10) });
    still.ask(passDay, { by: timer, today: '2020-01-09' });
    const facts = ({ log }: typeof daily) =>
      log
        .filter(({ type }) => type !== 'ReportReminded')
        .map((event) => JSON.stringify(event))
        .sort();
    expect(facts(still)).toEqual(facts(daily));
    expect(daily.log.filter(({ type }) => type === 'ReportReminded')).toHaveLength(12);
    expect(still.log.filter(({ type }) => type === 'ReportOverdue')).toHaveLength(12);
  });
});
