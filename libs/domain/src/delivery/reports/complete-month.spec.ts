import type { CommandOf, ReportLine } from '@minsheng/contracts';
import * as fc from 'fast-check';
import { commission, dongpo, indicator, month, pengshan } from '../../testing/fixtures';
import {
  close,
  correct,
  giveBack,
  monthClosed,
  otherLines,
  reportLine,
  startedDelivery,
  started,
  submit,
  submitted,
  toTwoDistricts,
  verify,
  given,
} from '../delivery.fixtures';
import { figuresAt } from './verified-figures';

const [i1, i2, i3, i4] = ['i1', 'i2', 'i3', 'i4'];
const opening = indicator({ id: i3, unit: '项', comparator: 'event', target: null, additive: false });
const four = [indicator(), indicator({ id: i2, name: '公厕' }), opening, indicator({ id: i4, name: '路灯' })];
const unchanged = { unchanged: true };
const noFigure = { noFigure: '台账未到' };

type OtherLines = CommandOf<'SubmitReport'>['data']['otherLines'];
/** A report with exactly these lines, and what all others state. */
const sheet = (number: number, lines: ReportLine[], otherLines?: OtherLines): CommandOf<'SubmitReport'> => ({
  type: 'SubmitReport',
  data: { period: month(number), lines, evidence: [], ...(otherLines && { otherLines }) },
});
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a month is complete or says what is missing', () => {
  it('one of four lines is refused, naming the others', () => {
    const delivery = startedDelivery(four);
    expect(refusalOf(() => delivery.ask(sheet(3, [reportLine(i1, '9')])))).toMatchObject({
      code: 'LINES_MISSING',
      facts: { missing: 3, lines: expect.stringMatching(/^公厕、.*、路灯$/) },
    });
  });
  it('a line states a figure, that it is unchanged, or why there is no figure', () => {
    const delivery = startedDelivery(four);
    delivery.report(
      2,
      ...[i1, i2, i4].map((id) => reportLine(id, '5')),
      reportLine(i3, undefined, { worksPercent: '0' }),
    );
    const lines = [
      reportLine(i1, '9'),
      reportLine(i2, undefined, unchanged),
      reportLine(i3, undefined, { doneOn: '2019-03-20' }),
      reportLine(i4, undefined, noFigure),
    ];
    expect(delivery.ask(sheet(3, lines))).toMatchObject([{ data: { lines } }]);
  });
  it('a whole sheet is unchanged, and stored as such line by line', () => {
    const delivery = startedDelivery(four);
    delivery.report(
      2,
      ...[i1, i2, i4].map((id) => reportLine(id, '5')),
      reportLine(i3, undefined, { worksPercent: '0' }),
    );
    expect(delivery.ask(sheet(3, [], { unchanged: true }))).toMatchObject([
      {
        data: {
          otherLines: { unchanged: true },
          lines: [i1, i2, i3, i4].map((id) => reportLine(id, undefined, unchanged)),
        },
      },
    ]);
    delivery.ask(verify(3), { by: commission });
    expect(figuresAt(delivery.started(), month(3))).toEqual(figuresAt(delivery.started(), month(2)));
  });
  it('nothing is unchanged where nothing was known', () =>
    given(started(four))
      .when(sheet(3, [], { unchanged: true }))
      .thenRefused('UNCHANGED_WITHOUT_FIGURE'));
  it('a report that waits for its check is known to the department, and not yet to whoever checks', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(2, reportLine(i1, '5')));
    delivery.ask(sheet(3, [], { unchanged: true }));
    delivery.ask(giveBack(2), { by: commission });
    expect(delivery.refusal(verify(3), { by: commission })).toBe('UNCHANGED_WITHOUT_FIGURE');
  });
  it('works progress is no figure of a count, and goes with the reason why there is none', () => {
    const works = reportLine(i1, undefined, { worksPercent: '70' });
    given(started())
      .when(sheet(3, [works]))
      .thenRefused('LINES_MISSING');
    given(started())
      .when(sheet(3, [works], noFigure))
      .thenMatches({ data: { lines: [{ ...works, ...noFigure }] } });
  });
  it('a whole that becomes the sum of its districts needs no line of its own', () => {
    const delivery = startedDelivery();
    delivery.report(2, reportLine(i1, '3'));
    delivery.ask(toTwoDistricts('40', '20'));
    const [east, hill] = [dongpo, pengshan].map((district) => reportLine(i1, '3', { district }));
    expect(delivery.refusal(sheet(3, [east]))).toBe('LINES_MISSING');
    delivery.ask(sheet(3, [east, hill]));
  });
  it('a whole that is unchanged beside districts that are not is refused', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    const parts = (value: string) => [dongpo, pengshan].map((district) => reportLine(i1, value, { district }));
    delivery.report(2, reportLine(i1, '6'), ...parts('3'));
    expect(delivery.refusal(sheet(3, [reportLine(i1, undefined, unchanged), ...parts('4')]))).toBe(
      'REPORT_SUM_MISMATCH',
    );
  });
});

describe('a correction', () => {
  it('names the lines that it changes; of an indicator that nobody reported it states every line', () => {
    const delivery = startedDelivery(four);
    delivery.report(3, ...[i1, i2].map((id) => reportLine(id, '5')));
    delivery.ask(close(3));
    delivery.ask(correct(3, reportLine(i1, '6')));
    const silent = startedDelivery(four);
    silent.ask(close(3));
    const { otherLines: _, ...data } = correct(3, reportLine(i1, '6')).data;
    expect(silent.refusal({ type: 'CorrectReport', data })).toBe('LINES_MISSING');
  });
  it('that changes no line is refused', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine(i1, '5'));
    delivery.ask(close(3));
    expect(delivery.refusal(correct(3))).toBe('REPORT_EMPTY');
  });
  it('a check names the lines that it found otherwise, the others stand as claimed', () => {
    const delivery = startedDelivery(four);
    delivery.ask(submit(3, reportLine(i1, '9'), reportLine(i2, '5')));
    expect(delivery.ask(verify(3, undefined, [reportLine(i1, '8')]), { by: commission })).toMatchObject([
      { data: { lines: [reportLine(i1, '8'), reportLine(i2, '5'), otherLines, otherLines] } },
    ]);
  });
});

it('whatever lines are given, a report is taken exactly when the form is answered, and states every line of it', () =>
  fc.assert(
    fc.property(
      fc.subarray([i1, i2, i3, i4]),
      fc.constantFrom<OtherLines>(undefined, { unchanged: true }, { noFigure: '台账未到' }),
      (ids, otherLines) => {
        const delivery = startedDelivery(four);
        const valued = (id: string, value: string) =>
          id === i3 ? reportLine(id, undefined, { doneOn: '2019-03-01' }) : reportLine(id, value);
        delivery.ask(submit(2, ...[i1, i2, i3, i4].map((id) => valued(id, '5'))), { today: '2019-03-01' });
        delivery.ask(verify(2), { by: commission });
        const command = sheet(
          3,
          ids.map((id) => valued(id, '6')),
          otherLines,
        );
        const isComplete = ids.length === four.length || otherLines !== undefined;
        if (!isComplete) return expect(delivery.refusal(command)).toMatch(/LINES_MISSING|REPORT_EMPTY/);
        const [event] = delivery.ask(command);
        const { lines } = event.data as { readonly lines: readonly ReportLine[] };
        expect(lines.map(({ indicatorId }) => indicatorId).sort()).toEqual([i1, i2, i3, i4]);
        expect(lines.filter(({ unchanged, noFigure }) => unchanged ?? noFigure)).toHaveLength(
          otherLines ? four.length - ids.length : 0,
        );
      },
    ),
  ));
it('an old report that left lines out folds as before', () => {
  const past = [started(four), submitted(3, [reportLine(i1, '9')]), monthClosed(3)];
  given(...past)
    .when(verify(3), { by: commission })
    .thenMatches({ data: { lines: [{ value: '9' }] } }, {});
});
