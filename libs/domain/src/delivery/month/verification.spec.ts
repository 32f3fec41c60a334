import {
  commission,
  dongpo,
  housing,
  housingOfficer,
  i1,
  indicator,
  month,
  pengshan,
  transport,
} from '../../testing/fixtures';
import {
  close,
  correct,
  given,
  giveBack,
  reportLine,
  projectId,
  returned,
  startedDelivery,
  started,
  submit,
  submitted,
  toTwoDistricts,
  verified,
  verify,
} from '../delivery.fixtures';
import { figuresAt } from '../reports/verified-figures';

const nine = [reportLine('i1', '9')];
const inMarch = [started(), submitted(3, nine)];

describe('a submitted report', () => {
  it('is verified by somebody else, with the figures it claims', () =>
    given(...inMarch)
      .when(verify(3), { by: commission })
      .then({
        type: 'ReportVerified',
        data: { projectId, period: '2019-03', department: housing, version: 1, how: 'site visit', lines: nine },
      }));
  it('is verified with other figures where the check found others', () =>
    given(...inMarch)
      .when(verify(3, housing, [reportLine('i1', '8')]), { by: commission })
      .thenMatches({ type: 'ReportVerified', data: { lines: [{ indicatorId: 'i1', value: '8' }] } }));
  it('is never verified by its author', () =>
    given(...inMarch)
      .when(verify(3), { by: housingOfficer })
      .thenRefused('AUTHOR_CANNOT_VERIFY'));
  it('may be verified by a colleague of the author', () =>
    given(...inMarch)
      .when(verify(3), { by: { ...housingOfficer, id: 'officer-42' } })
      .thenMatches({ type: 'ReportVerified' }));
  it('is given back with a reason', () =>
    given(...inMarch)
      .when(giveBack(3))
      .then({ type: 'ReportReturned', data: { projectId, version: 1, ...giveBack(3).data } }));
  it('is looked at once', () => {
    given(...inMarch, verified(3, nine))
      .when(verify(3), { by: commission })
      .thenRefused('REPORT_NOT_SUBMITTED');
    given(...inMarch, verified(3, nine))
      .when(giveBack(3))
      .thenRefused('REPORT_NOT_SUBMITTED');
    given(...inMarch, returned(3))
      .when(verify(3), { by: commission })
      .thenRefused('REPORT_NOT_SUBMITTED');
  });
  it('is looked at only where there is one', () => {
    given(started()).when(verify(3), { by: commission }).thenRefused('REPORT_NOT_SUBMITTED');
    given(...inMarch)
      .when(verify(3, transport), { by: commission })
      .thenRefused('REPORT_NOT_SUBMITTED');
    given(...inMarch)
      .when(giveBack(4))
      .thenRefused('REPORT_NOT_SUBMITTED');
  });
  it.each<[string, ReturnType<typeof reportLine>[], string]>([
    ['an indicator nobody promised', [reportLine('i9', '8')], 'INDICATOR_UNKNOWN'],
    ['a day instead of a figure', [reportLine('i1', undefined, { doneOn: '2019-03-01' })], 'FIGURE_EXPECTED'],
    ['a line twice', [reportLine('i1', '8'), reportLine('i1', '8')], 'DUPLICATE_LINE'],
    ['a district nobody named', [reportLine('i1', '8', { district: dongpo })], 'DISTRICT_UNKNOWN'],
  ])('is not verified with %s', (_, lines, code) =>
    given(...inMarch)
      .when(verify(3, housing, lines), { by: commission })
      .thenRefused(code),
  );
  it('is not verified below an earlier month without a reason', () => {
    const april = [...inMarch, verified(3, nine), submitted(4, [reportLine('i1', '12')])];
    given(...april)
      .when(verify(4, housing, [reportLine('i1', '8')]), { by: commission })
      .thenRefused('CUMULATIVE_FALLS');
    given(...april)
      .when(verify(4, housing, [reportLine('i1', '8', { reason: '实地核查少四座' })]), { by: commission })
      .thenMatches({ type: 'ReportVerified' });
  });
});

describe('a returned report', () => {
  it('is submitted again as version 2', () =>
    given(...inMarch, returned(3))
      .when(submit(3, reportLine('i1', '8')))
      .thenMatches({ type: 'ReportSubmitted', data: { version: 2, lines: [{ value: '8' }] } }));
  it('and again as version 3', () =>
    given(...inMarch, returned(3), submitted(3, nine, 2), returned(3, 2))
      .when(submit(3, reportLine('i1', '7')))
      .thenMatches({ type: 'ReportSubmitted', data: { version: 3 } }));
  it('keeps the place of version 1: one report for the month, the newest version in it', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, reportLine('i1', '9')));
    delivery.ask(submit(4, reportLine('i1', '12')));
    delivery.ask(giveBack(3), { by: commission });
    delivery.ask(submit(3, reportLine('i1', '8')));
    expect(
      Object.values(delivery.started().reports).map(({ period, version, status }) => [period, version, status]),
    ).toEqual([
      ['2019-03', 2, 'submitted'],
      ['2019-04', 1, 'submitted'],
    ]);
    expect(
      delivery.log
        .filter(({ type }) => type === 'ReportSubmitted' || type === 'ReportReturned')
        .map(({ type, data }) => [type, 'version' in data && data.version]),
    ).toEqual([
      ['ReportSubmitted', 1],
      ['ReportSubmitted', 1],
      ['ReportReturned', 1],
      ['ReportSubmitted', 2],
    ]);
  });
  it('counts for nothing', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, reportLine('i1', '9')));
    delivery.ask(giveBack(3), { by: commission });
    expect(figuresAt(delivery.started(), month(12))).toEqual({});
  });
});

describe('figures fold by month, not by arrival', () => {
  it('a correction of March verified in July does not hide June', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine('i1', '12'));
    delivery.ask(close(3));
    delivery.report(6, reportLine('i1', '30'));
    delivery.ask(close(6));
    delivery.ask(correct(3, reportLine('i1', '15')), { today: '2019-07-05' });
    delivery.ask(verify(3), { by: commission, today: '2019-07-09' });
    expect([3, 5, 6, 12].map((number) => figuresAt(delivery.started(), month(number))[i1][''].value)).toEqual([
      '15',
      '15',
      '30',
      '30',
    ]);
  });

  it('a district that March first told stays in the sum of June', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.report(6, reportLine('i1', '20', { district: dongpo }));
    delivery.ask(close(3));
    delivery.ask(correct(3, reportLine('i1', '4', { district: pengshan })));
    delivery.ask(verify(3), { by: commission });
    expect(figuresAt(delivery.started(), month(6))[i1]).toEqual({
      '': { value: '24' },
      [dongpo]: { value: '20' },
      [pengshan]: { value: '4' },
    });
    expect(figuresAt(delivery.started(), month(5))[i1]).toEqual({ '': { value: '4' }, [pengshan]: { value: '4' } });
  });

  it('two leads of one month stand side by side, whoever was verified first', () => {
    const two = [indicator(), indicator({ id: 'i2', lead: transport })];
    const report = (first: typeof housing, second: typeof housing) => {
      const delivery = startedDelivery(two);
      delivery.ask(submit(3, reportLine('i1', '9')));
      delivery.ask(submit(3, reportLine('i2', '5')), {
        by: { id: 'officer-52', role: 'department', organisation: transport },
      });
      delivery.ask(verify(3, first), { by: commission });
      delivery.ask(verify(3, second), { by: commission });
      return figuresAt(delivery.started(), month(3));
    };
    expect(report(housing, transport)).toEqual({ i1: { '': { value: '9' } }, i2: { '': { value: '5' } } });
    expect(report(transport, housing)).toEqual(report(housing, transport));
  });
});
