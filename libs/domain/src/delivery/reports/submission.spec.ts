import {
  commission,
  dongpo,
  healthOfficer,
  housing,
  indicator,
  pengshan,
  transport,
  transportOfficer,
} from '../../testing/fixtures';
import {
  breakDown,
  brokenDown,
  given,
  reportLine,
  monthClosed,
  otherLines,
  projectId,
  returned,
  started,
  submit,
  submitted,
  toTwoDistricts,
  verified,
} from '../delivery.fixtures';

const event = indicator({ id: 'i2', unit: '项', comparator: 'event', target: null, additive: false });
const rate = indicator({ id: 'i3', unit: '%', target: '95', additive: false });
const roads = indicator({ id: 'i4', lead: transport });
const elsewhere = indicator({ id: 'i5', applicable: false });
const all = started([indicator(), event, rate, roads, elsewhere]);
const inDistricts = [started(), brokenDown(toTwoDistricts('40', '20'))];
const of = (district: string) => ({ district });

describe('a report', () => {
  it('is taken with its author, its day and its version', () =>
    given(all)
      .when(submit(3, reportLine('i1', '9')), { today: '2019-03-27' })
      .then({
        type: 'ReportSubmitted',
        data: {
          projectId,
          department: housing,
          version: 1,
          author: 'officer-41',
          submittedOn: '2019-03-27',
          ...submit(3, reportLine('i1', '9')).data,
          lines: [reportLine('i1', '9'), ...['i2', 'i3'].map((id) => reportLine(id, undefined, otherLines))],
        },
      }));
  it('of zero is a report', () =>
    given(all)
      .when(submit(3, reportLine('i1', '0')))
      .thenMatches({ data: { lines: [{ value: '0' }, otherLines, otherLines] } }));
  it('tells the day of an event', () =>
    given(all)
      .when(submit(3, reportLine('i2', undefined, { doneOn: '2019-03-20' })))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('may tell works progress alone, of a figure and of an event', () =>
    given(all)
      .when(
        submit(
          3,
          reportLine('i1', undefined, { worksPercent: '70' }),
          reportLine('i2', undefined, { worksPercent: '30' }),
        ),
      )
      .thenMatches({ type: 'ReportSubmitted' }));
  it('belongs to the month that runs', () =>
    given(all)
      .when(submit(3, reportLine('i1', '9')), { today: '2019-03-01' })
      .thenMatches({ type: 'ReportSubmitted' }));
});

describe('a report is refused', () => {
  it('for an indicator that was never promised', () =>
    given(all)
      .when(submit(3, reportLine('i9', '9')))
      .thenRefused('INDICATOR_UNKNOWN'));
  it('for an indicator that does not concern this place', () =>
    given(all)
      .when(submit(3, reportLine('i5', '9')))
      .thenRefused('INDICATOR_UNKNOWN'));
  it('from a department that leads nothing here', () =>
    given(all)
      .when(submit(3, reportLine('i1', '9')), { by: healthOfficer })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT'));
  it('from somebody without a department', () =>
    given(all)
      .when(submit(3, reportLine('i1', '9')), { by: commission })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT'));
  it('from a lead for the indicator of another lead', () =>
    given(all)
      .when(submit(3, reportLine('i1', '9')), { by: transportOfficer })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT'));
  it('with a figure for an event', () =>
    given(all)
      .when(submit(3, reportLine('i2', '1')))
      .thenRefused('EVENT_DATE_EXPECTED'));
  it('with nothing for an event', () =>
    given(all)
      .when(submit(3, reportLine('i2')))
      .thenRefused('EVENT_DATE_EXPECTED'));
  it('with a day for a figure', () =>
    given(all)
      .when(submit(3, reportLine('i1', undefined, { doneOn: '2019-03-20' })))
      .thenRefused('FIGURE_EXPECTED'));
  it('with nothing for a figure', () =>
    given(all)
      .when(submit(3, reportLine('i1')))
      .thenRefused('FIGURE_EXPECTED'));
  it('with the same line twice', () =>
    given(all)
      .when(submit(3, reportLine('i1', '9'), reportLine('i1', '9')))
      .thenRefused('DUPLICATE_LINE'));
  it('with the same district twice', () =>
    given(...inDistricts)
      .when(submit(3, reportLine('i1', '9', of(dongpo)), reportLine('i1', '8', of(dongpo))))
      .thenRefused('DUPLICATE_LINE'));
  it('for a district that the table does not name', () =>
    given(...inDistricts)
      .when(submit(3, reportLine('i1', '9', of('天府新区'))))
      .thenRefused('DISTRICT_UNKNOWN'));
  it('for any district before there is a table', () =>
    given(started())
      .when(submit(3, reportLine('i1', '9', of(dongpo))))
      .thenRefused('DISTRICT_UNKNOWN'));
  it('outside the year of the list', () => {
    given(all)
      .when(
        {
          ...submit(3, reportLine('i1', '9')),
          data: { ...submit(3, reportLine('i1', '9')).data, period: '2020-01' as never },
        },
        { today: '2020-02-01' },
      )
      .thenRefused('PERIOD_OUTSIDE_YEAR');
    given(all)
      .when({
        ...submit(3, reportLine('i1', '9')),
        data: { ...submit(3, reportLine('i1', '9')).data, period: '2018-12' as never },
      })
      .thenRefused('PERIOD_OUTSIDE_YEAR');
  });
  it('for a month that has not begun', () =>
    given(all)
      .when(submit(4, reportLine('i1', '9')), { today: '2019-03-31' })
      .thenRefused('PERIOD_NOT_BEGUN'));
  it('for a month that is closed', () =>
    given(all, monthClosed(3))
      .when(submit(3, reportLine('i1', '9')))
      .thenRefused('PERIOD_CLOSED'));
  it('twice for one month, before it is looked at and after it is verified', () => {
    given(all, submitted(3, [reportLine('i1', '9')]))
      .when(submit(3, reportLine('i1', '10')))
      .thenRefused('REPORT_ALREADY_SUBMITTED');
    given(all, submitted(3, [reportLine('i1', '9')]), verified(3, [reportLine('i1', '9')]))
      .when(submit(3, reportLine('i1', '10')))
      .thenRefused('REPORT_ALREADY_SUBMITTED');
  });
  it('once the project is closed', () =>
    given(all, { type: 'ProjectClosed', data: { projectId, archiveNo: 'MS-7', outcome: 'met' } })
      .when(submit(3, reportLine('i1', '9')))
      .thenRefused('DELIVERY_NOT_UNDER_WAY'));
});

describe('the whole beside its districts', () => {
  const whole = (value: string, first: string, second: string) =>
    submit(3, reportLine('i1', value), reportLine('i1', first, of(dongpo)), reportLine('i1', second, of(pengshan)));
  it('is their sum', () =>
    given(...inDistricts)
      .when(whole('9.3', '4.2', '5.1'))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('is refused when it is not: a shifted column', () =>
    given(...inDistricts)
      .when(whole('9', '4', '4'))
      .thenRefused('REPORT_SUM_MISMATCH'));
  it('is not checked while a district is silent', () =>
    given(...inDistricts)
      .when(submit(3, reportLine('i1', '9'), reportLine('i1', '4', of(dongpo))))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('is not checked for a rate: rates are never summed', () =>
    given(
      started([rate]),
      brokenDown(
        breakDown([
          {
            indicatorId: 'i3',
            districts: [
              { district: dongpo, target: '95' },
              { district: pengshan, target: '95' },
            ],
          },
        ]),
      ),
    )
      .when(submit(3, reportLine('i3', '93'), reportLine('i3', '96', of(dongpo)), reportLine('i3', '90', of(pengshan))))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('does not wait for a district without a target', () => {
    const oneWithout = [started(), brokenDown(toTwoDistricts('60', null))];
    given(...oneWithout)
      .when(submit(3, reportLine('i1', '9'), reportLine('i1', '4', of(dongpo))))
      .thenRefused('REPORT_SUM_MISMATCH');
    given(...oneWithout)
      .when(submit(3, reportLine('i1', '9'), reportLine('i1', '9', of(dongpo))))
      .thenMatches({ type: 'ReportSubmitted' });
  });
  it('waits for all of them where none has a target', () => {
    const noneWith = [started(), brokenDown(toTwoDistricts(null, null))];
    given(...noneWith)
      .when(submit(3, reportLine('i1', '9'), reportLine('i1', '4', of(dongpo))))
      .thenMatches({ type: 'ReportSubmitted' });
    given(...noneWith)
      .when(whole('9', '4', '4'))
      .thenRefused('REPORT_SUM_MISMATCH');
  });
});

describe('a cumulative figure that falls', () => {
  const march = [started(), submitted(3, [reportLine('i1', '12')]), verified(3, [reportLine('i1', '12')])];
  it('is refused without a reason', () =>
    given(...march)
      .when(submit(4, reportLine('i1', '11')))
      .thenRefused('CUMULATIVE_FALLS'));
  it('is taken with a reason: an audit cut it', () =>
    given(...march)
      .when(submit(4, reportLine('i1', '11', { reason: '审计核减一座' })))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('may stay where it is', () =>
    given(...march)
      .when(submit(4, reportLine('i1', '12')))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('is held against what was verified, not against what was claimed', () => {
    given(started(), submitted(3, [reportLine('i1', '12')]))
      .when(submit(4, reportLine('i1', '11')))
      .thenMatches({ type: 'ReportSubmitted' });
    given(started(), submitted(3, [reportLine('i1', '12')]), returned(3))
      .when(submit(4, reportLine('i1', '11')))
      .thenMatches({ type: 'ReportSubmitted' });
  });
  it('is held against the months before, not against those after', () =>
    given(started(), submitted(6, [reportLine('i1', '30')]), verified(6, [reportLine('i1', '30')]))
      .when(submit(4, reportLine('i1', '11')))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('is refused district by district', () =>
    given(
      ...inDistricts,
      submitted(3, [reportLine('i1', '8', of(dongpo)), reportLine('i1', '4', of(pengshan))]),
      verified(3, [reportLine('i1', '8', of(dongpo)), reportLine('i1', '4', of(pengshan))]),
    )
      .when(submit(4, reportLine('i1', '7', of(dongpo)), reportLine('i1', '9', of(pengshan))))
      .thenRefused('CUMULATIVE_FALLS'));
  it('is refused where districts newly reported sum to less than the whole did', () => {
    const whole = [...inDistricts, submitted(3, [reportLine('i1', '12')]), verified(3, [reportLine('i1', '12')])];
    given(...whole)
      .when(submit(4, reportLine('i1', '8', of(dongpo))))
      .thenRefused('CUMULATIVE_FALLS');
    given(...whole)
      .when(submit(4, reportLine('i1', '8', { ...of(dongpo), reason: '分区县重新统计' })))
      .thenMatches({ type: 'ReportSubmitted' });
    given(...whole)
      .when(submit(4, reportLine('i1', '8', of(dongpo)), reportLine('i1', '4', of(pengshan))))
      .thenMatches({ type: 'ReportSubmitted' });
  });
  it('is no matter for a rate: rates go up and down', () =>
    given(started([rate]), submitted(3, [reportLine('i3', '96')]), verified(3, [reportLine('i3', '96')]))
      .when(submit(4, reportLine('i3', '94')))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('is no matter for works progress alone', () =>
    given(...march)
      .when(submit(4, reportLine('i1', undefined, { worksPercent: '5' })))
      .thenMatches({ type: 'ReportSubmitted' }));
});
