import { commission, housing, housingOfficer, indicator, month, rules, timer, transport } from '../../testing/fixtures';
import { close, giveBack, reportLine, projectId, startedDelivery, submit, verify } from '../delivery.fixtures';

const passDay = { type: 'PassDay' as const, data: {} };
const roads = indicator({ id: 'i2', lead: transport });
/** What the clock tells on one day, in short. */
const recordedActs = (delivery: ReturnType<typeof startedDelivery>, today: string) =>
  delivery
    .ask(passDay, { by: timer, today })
    .map(({ type, data }) => [
      type,
      'period' in data && data.period,
      ...('department' in data ? [data.department] : []),
    ]);
/** Every day from one to another, as a clock that never stands still. */
const everyDay = (delivery: ReturnType<typeof startedDelivery>, from: string, until: string) => {
  const events = [];
  for (
    let day = new Date(`${from}T00:00:00Z`);
    day.toISOString().slice(0, 10) <= until;
    day.setUTCDate(day.getUTCDate() + 1)
  )
    events.push(
      ...recordedActs(delivery, day.toISOString().slice(0, 10)).map((event) => [
        day.toISOString().slice(0, 10),
        ...event,
      ]),
    );
  return events;
};

describe('a period', () => {
  it('opens on the first of its month, with the day its report is due', () => {
    const delivery = startedDelivery();
    expect(delivery.ask(passDay, { by: timer, today: '2018-12-31' })).toEqual([]);
    expect(delivery.ask(passDay, { by: timer, today: '2019-01-01' })).toEqual([
      { type: 'PeriodOpened', data: { projectId, period: '2019-01', dueOn: '2019-01-28' } },
    ]);
  });
  it.each([
    ['2019-04', '28', 28, 'a Sunday worked for Labour Day'],
    ['2019-09', '29', 28, 'a Saturday: the Sunday after is worked for National Day'],
    ['2019-12', '30', 28, 'a Saturday: Monday'],
    ['2019-02', '11', 4, 'Spring Festival: the Monday after'],
  ])('of %s is due on the %s where the list says %i: %s', (period, day, reportDueDay) => {
    const delivery = startedDelivery([], rules({ reportDueDay }));
    const opened = delivery
      .ask(passDay, { by: timer, today: '2019-12-01' })
      .find(({ type, data }) => type === 'PeriodOpened' && 'period' in data && data.period === period);
    expect(opened).toMatchObject({ data: { dueOn: `${period}-${day}` } });
  });
  it('falls due by the rules in force for that month', () => {
    const delivery = startedDelivery();
    delivery.ask(
      { type: 'ChangeRules', data: { rulesVersion: 2, rules: rules({ reportDueDay: 15 }), from: month(3) } },
      { by: commission, today: '2019-02-20' },
    );
    const due = delivery
      .ask(passDay, { by: timer, today: '2019-03-01' })
      .flatMap(({ type, data }) => (type === 'PeriodOpened' ? [data.dueOn] : []));
    expect(due).toEqual(['2019-01-28', '2019-02-28', '2019-03-15']);
  });
});

describe('a clock that goes every day', () => {
  it('opens, reminds three working days before, and tells each lead once that its report is overdue', () => {
    expect(everyDay(startedDelivery([indicator(), roads]), '2019-01-01', '2019-02-02')).toEqual([
      ['2019-01-01', 'PeriodOpened', '2019-01'],
      ['2019-01-23', 'ReportReminded', '2019-01', housing],
      ['2019-01-23', 'ReportReminded', '2019-01', transport],
      ['2019-01-29', 'ReportOverdue', '2019-01', housing],
      ['2019-01-29', 'ReportOverdue', '2019-01', transport],
      ['2019-02-01', 'PeriodOpened', '2019-02'],
    ]);
  });
  it('leaves alone who has reported, and comes back to who was given the report back', () => {
    const delivery = startedDelivery([indicator(), roads]);
    delivery.ask(submit(1, reportLine('i1', '2')), { today: '2019-01-21' });
    expect(everyDay(delivery, '2019-01-01', '2019-01-24')).toEqual([
      ['2019-01-01', 'PeriodOpened', '2019-01'],
      ['2019-01-23', 'ReportReminded', '2019-01', transport],
    ]);
    delivery.ask(giveBack(1), { by: commission, today: '2019-01-25' });
    expect(everyDay(delivery, '2019-01-25', '2019-01-29')).toEqual([
      ['2019-01-25', 'ReportReminded', '2019-01', housing],
      ['2019-01-29', 'ReportOverdue', '2019-01', housing],
      ['2019-01-29', 'ReportOverdue', '2019-01', transport],
    ]);
  });
  it('tells nobody of a correction that was given back: what was verified before it stands', () => {
    const delivery = startedDelivery();
    recordedActs(delivery, '2019-01-01');
    delivery.report(1, reportLine('i1', '2'));
    delivery.ask(close(1));
    delivery.ask({ type: 'CorrectReport', data: { ...submit(1, reportLine('i1', '3')).data, reason: '漏报一处。' } });
    delivery.ask(giveBack(1), { by: commission });
    expect(recordedActs(delivery, '2019-01-29')).toEqual([]);
  });
  it('reminds nobody where the list says so', () =>
    expect(
      everyDay(startedDelivery([], rules({ remindDaysBefore: 0 })), '2019-01-01', '2019-01-30').map(([day, type]) => [
        day,
        type,
      ]),
    ).toEqual([
      ['2019-01-01', 'PeriodOpened'],
      ['2019-01-29', 'ReportOverdue'],
    ]));
});

describe('a clock that stood still', () => {
  it('catches up in one step, and reminds nobody of days that have passed', () =>
    expect(recordedActs(startedDelivery(), '2019-03-27')).toEqual([
      ['PeriodOpened', '2019-01'],
      ['ReportOverdue', '2019-01', housing],
      ['PeriodOpened', '2019-02'],
      ['ReportOverdue', '2019-02', housing],
      ['PeriodOpened', '2019-03'],
      ['ReportReminded', '2019-03', housing],
    ]));
  it('still tells that a report came too late', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(1, reportLine('i1', '2')), { today: '2019-01-29' });
    delivery.ask(verify(1), { by: commission, today: '2019-01-30' });
    expect(recordedActs(delivery, '2019-01-31')).toEqual([
      ['PeriodOpened', '2019-01'],
      ['ReportOverdue', '2019-01', housing],
    ]);
  });
  it('says nothing the second time', () => {
    const delivery = startedDelivery();
    recordedActs(delivery, '2019-06-10');
    expect(recordedActs(delivery, '2019-06-10')).toEqual([]);
  });
  it('opens no month after the year of the list', () =>
    expect(recordedActs(startedDelivery(), '2020-03-01').filter(([type]) => type === 'PeriodOpened')).toHaveLength(12));
});

describe('a project that has ended', () => {
  it('opens no period and owes no report', () => {
    const delivery = startedDelivery([indicator({ target: '2' })]);
    recordedActs(delivery, '2019-01-10');
    delivery.report(1, reportLine('i1', '2'));
    delivery.ask(
      {
        type: 'ClaimCompletion',
        data: { statement: '全部建成。', evidence: [{ kind: 'document', caption: '竣工备案表' }] },
      },
      { by: housingOfficer, today: '2019-02-20' },
    );
    expect(recordedActs(delivery, '2019-06-10').filter(([type]) => /^(Period|Report)/.test(String(type)))).toEqual([]);
  });
  it('opened again by a look back owes reports from that month on, none for the months between', () => {
    const delivery = startedDelivery([indicator({ target: '2' })]);
    recordedActs(delivery, '2019-01-10');
    delivery.ask(submit(1, reportLine('i1', '2')), { today: '2019-01-25' });
    delivery.ask(verify(1), { by: commission, today: '2019-01-26' });
    const evidence = [{ kind: 'document' as const, caption: '竣工备案表' }];
    delivery.ask(
      { type: 'ClaimCompletion', data: { statement: '全部建成。', evidence } },
      { by: housingOfficer, today: '2019-02-20' },
    );
    delivery.ask(
      {
        type: 'InspectProject',
        data: { inspector: '市质监站', items: [{ item: '数量', passed: true, note: '' }], evidence },
      },
      { by: commission, today: '2019-03-05' },
    );
    delivery.ask(
      { type: 'LookBack', data: { inspector: '市政府督查室', holds: false, findings: '一处未通水。', evidence } },
      { by: commission, today: '2019-06-03' },
    );
    expect(recordedActs(delivery, '2019-08-01')).toEqual([
      ['PeriodOpened', '2019-06'],
      ['ReportOverdue', '2019-06', housing],
      ['PeriodOpened', '2019-07'],
      ['ReportOverdue', '2019-07', housing],
      ['PeriodOpened', '2019-08'],
    ]);
  });
});
