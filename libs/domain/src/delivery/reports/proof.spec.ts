import {
  commission,
  dongpo,
  housing,
  indicator,
  pengshan,
  rules,
  transport,
  transportOfficer,
} from '../../testing/fixtures';
import {
  breakDown,
  brokenDown,
  given,
  reportLine,
  startedDelivery,
  started,
  submit,
  submitted,
  toTwoDistricts,
  verify,
} from '../delivery.fixtures';
import { reportProblems } from './assert-report';
import { ReportRefused } from './report-problem';

const photo = [{ kind: 'photo' as const, caption: '东坡区某村公厕' }];
const withPhoto = (command: ReturnType<typeof submit>) => ({ ...command, data: { ...command.data, evidence: photo } });
const of = (district: string) => ({ district });

describe('on a strict list', () => {
  const strict = started([], rules({ evidence: 'strict' }));
  const inDistricts = [strict, brokenDown(toTwoDistricts('40', '20'))];
  it('a figure that reaches its target needs evidence beside it', () => {
    given(strict)
      .when(submit(3, reportLine('i1', '60')))
      .thenRefused('EVIDENCE_MISSING');
    given(strict)
      .when(withPhoto(submit(3, reportLine('i1', '60'))))
      .thenMatches({ type: 'ReportSubmitted', data: { evidence: photo } });
  });
  it('a figure below it does not', () =>
    given(strict)
      .when(submit(3, reportLine('i1', '59')))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('of a project over several years the goal of this year is what is reached', () => {
    const hospital = indicator({
      target: '500',
      dueOn: '2021-06-30',
      stageGoals: [{ year: 2019, goal: '床位120张', target: '120' }],
    });
    given(started([hospital], rules({ evidence: 'strict' })))
      .when(submit(3, reportLine('i1', '120')))
      .thenRefused('EVIDENCE_MISSING');
    given(started([hospital], rules({ evidence: 'strict' })))
      .when(submit(3, reportLine('i1', '119')))
      .thenMatches({ type: 'ReportSubmitted' });
  });
  it('a start that was promised needs it, a start on the way does not', () => {
    const school = indicator({ comparator: 'event', eventKind: 'started', target: null, additive: false });
    const startedOn = { startedOn: '2019-03-20' };
    given(started([school], rules({ evidence: 'strict' })))
      .when(submit(3, reportLine('i1', undefined, startedOn)))
      .thenRefused('EVIDENCE_MISSING');
    given(strict)
      .when(submit(3, reportLine('i1', undefined, startedOn)))
      .thenMatches({ type: 'ReportSubmitted' });
  });
  it('works progress of 100 percent is no figure', () =>
    given(strict)
      .when(submit(3, reportLine('i1', undefined, { worksPercent: '100' })))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('a district that reaches its own target needs it too', () =>
    given(...inDistricts)
      .when(submit(3, reportLine('i1', '20', of(pengshan))))
      .thenRefused('EVIDENCE_MISSING'));
  it('so does an event', () =>
    given(started([indicator({ comparator: 'event', target: null, additive: false })], rules({ evidence: 'strict' })))
      .when(submit(3, reportLine('i1', undefined, { doneOn: '2019-03-20' })))
      .thenRefused('EVIDENCE_MISSING'));
  it('a check that finds the target reached finds evidence with the version it checks', () => {
    const claimed = submitted(3, [reportLine('i1', '59')]);
    given(strict, claimed)
      .when(verify(3, housing, [reportLine('i1', '60')]), { by: commission })
      .thenRefused('EVIDENCE_MISSING');
    given(strict, { ...claimed, data: { ...claimed.data, evidence: photo } })
      .when(verify(3, housing, [reportLine('i1', '60')]), { by: commission })
      .thenMatches({ type: 'ReportVerified' });
  });
  it('elsewhere evidence is asked for, not enforced', () =>
    given(started())
      .when(submit(3, reportLine('i1', '60')))
      .thenMatches({ type: 'ReportSubmitted' }));
});

describe('a figure far over its target', () => {
  const own = [started(), submitted(3, [reportLine('i1', '577')])]; // 眉山市本级 2017: 577 of 60, 961.7 percent
  const confirmed = { ...verify(3), data: { ...verify(3).data, confirmed: true } };
  it('is taken from the department as it is: over 100 is legal', () =>
    given(started())
      .when(submit(3, reportLine('i1', '577')))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('is verified only by somebody who says it was looked at', () => {
    given(...own)
      .when(verify(3), { by: commission })
      .thenRefused('FIGURE_NEEDS_CONFIRMATION');
    given(...own)
      .when(confirmed, { by: commission })
      .thenMatches({ type: 'ReportVerified', data: { confirmed: true, lines: [{ value: '577' }] } });
  });
  it('is named with its percentage, uncapped', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, reportLine('i1', '577')));
    expect(() => delivery.ask(verify(3), { by: commission })).toThrow(
      expect.objectContaining({ facts: { indicatorId: 'i1', district: '', percent: '961.7', limit: '300' } }),
    );
  });
  it("begins beyond the list's limit", () => {
    given(started(), submitted(3, [reportLine('i1', '180')]))
      .when(verify(3), { by: commission })
      .thenMatches({ type: 'ReportVerified' });
    given(started([], rules({ confirmOver: 200 })), submitted(3, [reportLine('i1', '180')]))
      .when(verify(3), { by: commission })
      .thenRefused('FIGURE_NEEDS_CONFIRMATION');
  });
  it('is seen in a district, and in the sum of districts', () => {
    given(started(), brokenDown(toTwoDistricts('59', '1')), submitted(3, [reportLine('i1', '4', of(pengshan))]))
      .when(verify(3), { by: commission })
      .thenRefused('FIGURE_NEEDS_CONFIRMATION');
    given(started(), brokenDown(toTwoDistricts('59', '1')), submitted(3, [reportLine('i1', '3', of(pengshan))]))
      .when(verify(3), { by: commission })
      .thenMatches({ type: 'ReportVerified' });
  });
});

describe('a part (其中)', () => {
  // 托位 1,140, 其中普惠 685
  const places = [indicator({ target: '1140' }), indicator({ id: 'i2', target: '685', partOf: 'i1' })];
  const both = (whole: string, part: string) => submit(3, reportLine('i1', whole), reportLine('i2', part));
  it('is not told larger than its whole', () =>
    given(started(places)).when(both('1000', '1001')).thenRefused('PART_ABOVE_WHOLE'));
  it('may be all of it', () =>
    given(started(places)).when(both('1155', '1155')).thenMatches({ type: 'ReportSubmitted' }));
  it('is held against the whole verified before where this report does not tell it', () => {
    const before = [
      started(places),
      submitted(2, [reportLine('i1', '500')]),
      {
        type: 'ReportVerified' as const,
        data: {
          projectId: submitted(2, []).data.projectId,
          version: 1,
          ...verify(2).data,
          lines: [reportLine('i1', '500')],
        },
      },
    ];
    given(...before)
      .when(submit(3, reportLine('i2', '501')))
      .thenRefused('PART_ABOVE_WHOLE');
    given(...before)
      .when(submit(3, reportLine('i2', '500')))
      .thenMatches({ type: 'ReportSubmitted' });
  });
  it('is held against its whole district by district', () => {
    const table = brokenDown(
      breakDown(
        ['i1', 'i2'].map((indicatorId) => ({
          indicatorId,
          districts: [
            { district: dongpo, target: null },
            { district: pengshan, target: null },
          ],
        })),
      ),
    );
    given(started(places), table)
      .when(
        submit(
          3,
          reportLine('i1', '9', of(dongpo)),
          reportLine('i1', '1', of(pengshan)),
          reportLine('i2', '2', of(dongpo)),
          reportLine('i2', '2', of(pengshan)),
        ),
      )
      .thenRefused('PART_ABOVE_WHOLE');
  });
  it('of another unit or scale is not compared: 人 and 人次 are different', () => {
    given(started([places[0], { ...places[1], unit: '人次' }]))
      .when(both('1', '2'))
      .thenMatches({ type: 'ReportSubmitted' });
    given(started([places[0], { ...places[1], scale: '万' }]))
      .when(both('1', '2'))
      .thenMatches({ type: 'ReportSubmitted' });
  });
  it(
    'led by another department is held against what is verified of that month, not against what is still ' + 'unknown',
    () => {
      const delivery = startedDelivery([places[0], { ...places[1], lead: transport }]);
      delivery.ask(submit(3, reportLine('i1', '100')));
      const part = submit(3, reportLine('i2', '101'));
      delivery.ask(part, { by: transportOfficer });
      delivery.ask(
        { type: 'ReturnReport', data: { period: part.data.period, department: transport, reason: '再核。' } },
        { by: commission },
      );
      delivery.ask(verify(3), { by: commission });
      expect(delivery.refusal(part, { by: transportOfficer })).toBe('PART_ABOVE_WHOLE');
    },
  );
});

describe('a report with many faults', () => {
  const faulty = [
    reportLine('i9', '1'),
    reportLine('i1', '9'),
    reportLine('i1', '9'),
    reportLine('i1'),
    reportLine('i2', '3'),
  ];
  const delivery = startedDelivery(
    [indicator({ target: '5' }), indicator({ id: 'i2', target: '4', partOf: 'i1', lead: transport })],
    rules({ evidence: 'strict' }),
  );
  const problems = reportProblems(delivery.started(), {
    period: submit(3).data.period,
    department: housing,
    lines: faulty,
    proven: false,
    today: '2019-12-31',
    expected: [],
  });
  it('is told of all of them, line by line', () =>
    expect(problems.map(({ line: at, code }) => [at, code])).toEqual([
      [0, 'INDICATOR_UNKNOWN'],
      [1, 'EVIDENCE_MISSING'],
      [2, 'DUPLICATE_LINE'],
      [3, 'FIGURE_EXPECTED'],
      [4, 'NOT_THE_LEAD_DEPARTMENT'],
    ]));
  it('is refused by the first, which carries the others', () =>
    expect(() => delivery.ask(submit(3, ...faulty))).toThrow(
      expect.objectContaining({
        constructor: ReportRefused,
        code: 'INDICATOR_UNKNOWN',
        facts: { indicatorId: 'i9' },
        problems,
      }),
    ));
  it('has none when there is nothing wrong', () =>
    expect(
      reportProblems(delivery.started(), {
        period: submit(3).data.period,
        department: housing,
        lines: [reportLine('i1', '4')],
        proven: false,
        today: '2019-12-31',
        expected: [],
      }),
    ).toEqual([]));
});

describe('what all who qualify get', () => {
  const entitled = indicator({ kind: 'entitlement', target: null, additive: false });
  it('is told by saying so', () =>
    given(started([entitled]))
      .when(submit(3, reportLine('i1', undefined, { allServed: true })))
      .thenMatches({ type: 'ReportSubmitted' }));
  it('is not said of a count', () =>
    given(started())
      .when(submit(3, reportLine('i1', '9', { allServed: true })))
      .thenRefused('FIGURE_EXPECTED'));
});
