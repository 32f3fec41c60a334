import fc from 'fast-check';
import { commission, dongpo, housing, housingOfficer, indicator, month, pengshan, rules } from '../../testing/fixtures';
import {
  closeByForce,
  correct,
  giveBack,
  reportLine,
  startedDelivery,
  submit,
  toTwoDistricts,
  verify,
} from '../delivery.fixtures';
import { figuresAt } from '../reports/verified-figures';
import { plainColour } from '../lights/light.fixtures';

const HALF_A_YEAR = [1, 2, 3, 4, 5, 6];

/** Honest cumulative figures of two districts, told as a whole, by district, or both: the same truth in three forms. */
const reportLines = (first: number, second: number, form: 'whole' | 'districts' | 'both') => [
  ...(form === 'districts' ? [] : [reportLine('i1', String(first + second))]),
  ...(form === 'whole'
    ? []
    : [
        reportLine('i1', String(first), { district: dongpo }),
        reportLine('i1', String(second), { district: pengshan }),
      ]),
];
const form = fc.constantFrom('whole' as const, 'districts' as const, 'both' as const);
const way = fc.constantFrom(
  'in time',
  'in time, returned, again',
  'in time, verified, corrected',
  'late',
  'late, returned, again',
  'never',
);
const aMonth = fc.record({ first: fc.nat(8), second: fc.nat(8), form, way });
const halfAYear = fc.array(aMonth, { minLength: 6, maxLength: 6 }).map((months) => {
  let [first, second] = [0, 0];
  return months.map((month) => ({ ...month, first: (first += month.first), second: (second += month.second) }));
});
type Month = Parameters<Parameters<typeof halfAYear.map>[0]>[0][number];

/** Every month is reported and closed; the last version of each waits to be verified. */
const reported = (months: readonly Month[]) => {
  const delivery = startedDelivery();
  delivery.ask(toTwoDistricts('30', '30'));
  months.forEach(({ first, second, form, way }, index) => {
    const number = index + 1;
    const lines = reportLines(first, second, form);
    if (way.startsWith('in time'))
      delivery.ask(
        submit(
          number,
          ...(way === 'in time'
            ? lines
            : reportLines(0, 0, 'whole').map((district) => ({ ...district, reason: '草稿' }))),
        ),
      );
    if (way === 'in time, returned, again') {
      delivery.ask(giveBack(number));
      delivery.ask(submit(number, ...lines));
    }
    // Verified with the truth, then corrected to the same truth in another form.
    if (way === 'in time, verified, corrected')
      delivery.ask(verify(number, undefined, reportLines(first, second, 'both')), { by: commission });
    delivery.ask(closeByForce(number));
    if (way.startsWith('late') || way.endsWith('corrected')) delivery.ask(correct(number, ...lines));
    if (way === 'late, returned, again') {
      delivery.ask(giveBack(number));
      delivery.ask(correct(number, ...lines));
    }
  });
  return delivery;
};
const waiting = (months: readonly Month[]) => HALF_A_YEAR.filter((number) => months[number - 1].way !== 'never');
const figures = (delivery: ReturnType<typeof startedDelivery>) =>
  HALF_A_YEAR.map((number) => figuresAt(delivery.started(), month(number)));

describe('in whatever order reports of different months are verified', () => {
  const scene = halfAYear.chain((months) =>
    fc.record({
      months: fc.constant(months),
      order: fc.shuffledSubarray(waiting(months), { minLength: waiting(months).length }),
    }),
  );

  it('the figures at the end of each month are the same', () =>
    fc.assert(
      fc.property(scene, ({ months, order }) => {
        const [inOrder, inAnyOrder] = [reported(months), reported(months)];
        for (const number of waiting(months)) inOrder.ask(verify(number), { by: commission });
        for (const number of order) inAnyOrder.ask(verify(number), { by: commission });
        expect(figures(inAnyOrder)).toEqual(figures(inOrder));
        expect(inAnyOrder.started().reports).toEqual(inOrder.started().reports);
      }),
      { numRuns: 40 },
    ));

  it('the whole at the end of a month is what the last report up to it told', () =>
    fc.assert(
      fc.property(scene, ({ months, order }) => {
        const delivery = reported(months);
        for (const number of order) delivery.ask(verify(number), { by: commission });
        figures(delivery).forEach((known, index) => {
          const last = months
            .slice(0, index + 1)
            .filter(({ way }) => way !== 'never')
            .at(-1);
          expect(Object.values(known)[0]?.['']?.value).toBe(last && String(last.first + last.second));
        });
      }),
      { numRuns: 40 },
    ));
});

describe('in whatever order the acts of different months come', () => {
  /** What happens to one month, each act after the one before it; months overtake each other as they like. */
  const way = fc.constantFrom(
    'in time',
    'in time, returned, again',
    'in time, certified, corrected',
    'late',
    'late, returned, again',
    'missed, reopened, late',
    'in time, reopened, corrected',
    'never',
  );
  const draft = reportLines(0, 0, 'whole').map((district) => ({ ...district, reason: '草稿' }));
  const actsOf = (
    number: number,
    { first, second, form, way }: Omit<Month, 'way'> & { readonly way: string },
  ): (readonly [Parameters<ReturnType<typeof startedDelivery>['ask']>[0], typeof commission?])[] => {
    const lines = reportLines(first, second, form);
    const certify = {
      type: 'CertifyReport' as const,
      data: { period: month(number), department: housing, certificateNo: `${number}号` },
    };
    const reopen = { type: 'ReopenMonth' as const, data: { period: month(number), reason: '漏报。' } };
    const both = reportLines(first, second, 'both');
    switch (way) {
      case 'in time':
        return [[submit(number, ...lines)], [verify(number), commission], [closeByForce(number)]];
      case 'in time, returned, again':
        return [
          [submit(number, ...draft)],
          [giveBack(number), commission],
          [submit(number, ...lines)],
          [closeByForce(number)],
          [verify(number), commission],
        ];
      case 'in time, certified, corrected':
        return [
          [submit(number, ...both)],
          [verify(number), commission],
          [certify],
          [closeByForce(number)],
          [correct(number, ...lines)],
          [verify(number), commission],
          [certify],
        ];
      case 'late':
        return [[closeByForce(number)], [correct(number, ...lines)], [verify(number), commission]];
      case 'late, returned, again':
        return [
          [closeByForce(number)],
          [correct(number, ...draft)],
          [giveBack(number), commission],
          [correct(number, ...lines)],
          [verify(number), commission],
        ];
      case 'missed, reopened, late':
        return [
          [closeByForce(number)],
          [reopen],
          [submit(number, ...lines)],
          [verify(number), commission],
          [closeByForce(number)],
        ];
      case 'in time, reopened, corrected':
        return [
          [submit(number, ...both)],
          [verify(number), commission],
          [closeByForce(number)],
          [reopen],
          [correct(number, ...lines)],
          [closeByForce(number)],
          [verify(number), commission],
        ];
      default:
        return [[closeByForce(number)]];
    }
  };
  const year = fc
    .array(fc.record({ first: fc.nat(8), second: fc.nat(8), form, way }), { minLength: 6, maxLength: 6 })
    .map((months) => {
      let [first, second] = [0, 0];
      return months.map((month, index) =>
        actsOf(index + 1, { ...month, first: (first += month.first), second: (second += month.second) }),
      );
    });
  const turnsOf = (months: readonly (readonly unknown[])[]) => months.flatMap((acts, index) => acts.map(() => index));
  const scene = year.chain((months) =>
    fc.record({
      months: fc.constant(months),
      turns: fc.shuffledSubarray(turnsOf(months), { minLength: turnsOf(months).length }),
    }),
  );
  const played = (months: readonly ReturnType<typeof actsOf>[], turns: readonly number[]) => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('30', '30'));
    const next = months.map(() => 0);
    for (const index of turns) {
      const [command, by] = months[index][next[index]];
      next[index] += 1;
      delivery.ask(command, { by: by ?? housingOfficer });
    }
    return delivery;
  };

  it('the reports and the figures of every month are the same, and every month is closed', () =>
    fc.assert(
      fc.property(scene, ({ months, turns }) => {
        const [inOrder, inAnyOrder] = [played(months, turnsOf(months)), played(months, turns)];
        expect(inAnyOrder.started().reports).toEqual(inOrder.started().reports);
        expect(figures(inAnyOrder)).toEqual(figures(inOrder));
        for (const { lights, reopened } of [inOrder.started(), inAnyOrder.started()])
          expect([Object.keys(lights).sort(), reopened]).toEqual([HALF_A_YEAR.map((number) => month(number)), []]);
      }),
      { numRuns: 60 },
    ));

  it('would be seen to differ where one figure differs', () => {
    const district = (value: string) =>
      played([[[submit(1, reportLine('i1', value))], [verify(1), commission]]], [0, 0]);
    expect(figures(district('2'))).not.toEqual(figures(district('3')));
  });
});

describe('whatever is asked, in whatever order', () => {
  const anything = fc.array(
    fc.record({
      ask: fc.constantFrom('submit', 'correct', 'return', 'verify', 'verify', 'close'),
      number: fc.integer({ min: 5, max: 7 }),
      value: fc.nat(40),
    }),
    { minLength: 20, maxLength: 40 },
  );
  const scheme = fc.constantFrom('points behind' as const, 'month met or not' as const);

  it(
    'a month that was not green when a late report came in never becomes green, and every light agrees with plain ' +
      'numbers',
    () =>
      fc.assert(
        fc.property(scheme, anything, (scheme, attempt) => {
          const delivery = startedDelivery(
            [indicator({ target: '60' })],
            rules({ lights: scheme === 'points behind' ? { scheme, yellowFrom: 10, redOver: 30 } : { scheme } }),
          );
          const verified = new Map<number, number>();
          const claimed = new Map<number, number>();
          const spoiled = new Set<string>();
          for (const { ask, number, value } of attempt) {
            const lines = [reportLine('i1', String(value), { reason: '据实填报' })];
            const command = {
              submit: submit(number, ...lines),
              correct: correct(number, ...lines),
              return: giveBack(number),
              verify: verify(number),
              close: closeByForce(number),
            }[ask as 'submit'];
            const known = delivery.log.length;
            if (delivery.refusal(command, { by: ask === 'verify' ? commission : housingOfficer }) !== undefined)
              continue;
            if (ask === 'submit' || ask === 'correct') claimed.set(number, value);
            if (ask === 'verify') verified.set(number, claimed.get(number)!);

            for (const event of delivery.log.slice(known)) {
              if (event.type !== 'MonthClosed' && event.type !== 'LightRecomputed') continue;
              const { period, colour, why } = event.data.light;
              const at = Number(period.slice(5));
              const actual =
                [...verified]
                  .filter(([first]) => first <= at)
                  .sort(([a], [b]) => a - b)
                  .at(-1)?.[1] ?? null;
              const now = plainColour({
                month: at,
                scheme,
                someReportMissing: !verified.has(at),
                rows: [{ comparator: '>=', target: 6000, actual: actual === null ? null : actual * 100 }],
              });
              if (why === 'caught up later') expect([colour, now === 'red']).toEqual(['yellow', false]);
              else expect(colour).toBe(now);
            }
            const { lights, reports } = delivery.started();
            const late = Object.values(reports)
              .filter((report) => report.late)
              .map(({ period }) => period);
            for (const { period, colour } of Object.values(lights)) {
              if (spoiled.has(period)) expect(colour).not.toBe('green');
              if (colour !== 'green' && late.some((month) => month <= period)) spoiled.add(period);
            }
          }
        }),
        { numRuns: 100 },
      ),
  );
});
