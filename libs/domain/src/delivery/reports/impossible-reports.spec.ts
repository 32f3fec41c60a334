import { DistrictName, type CommandOf } from '@minsheng/contracts';
import { commission, indicator } from '../../testing/fixtures';
import {
  breakDown,
  brokenDown,
  given,
  reportLine,
  started,
  startedDelivery,
  submit,
  submitted,
  verify,
} from '../delivery.fixtures';

const [TODAY, TOMORROW] = ['2019-03-28', '2019-03-29'];
const event = { comparator: 'event', target: null, additive: false };

describe('a line that cannot be is refused', () => {
  it.each<[string, object, ReturnType<typeof reportLine>, string]>([
    ['a count below zero', {}, reportLine('i1', '-1'), 'NEGATIVE_COUNT'],
    ['a base below zero', {}, reportLine('i1', '9', { revisedBase: '-60' }), 'NEGATIVE_COUNT'],
    [
      'a share above the whole',
      { unit: '%', target: '95', additive: false },
      reportLine('i1', '120'),
      'SHARE_ABOVE_WHOLE',
    ],
    ['done tomorrow', event, reportLine('i1', undefined, { doneOn: TOMORROW }), 'DAY_TO_COME'],
    ['begun tomorrow', {}, reportLine('i1', '9', { startedOn: TOMORROW }), 'DAY_TO_COME'],
    ['entered tomorrow', {}, reportLine('i1', '9', { enteredOn: TOMORROW }), 'DAY_TO_COME'],
    [
      'done before the year of the list',
      event,
      reportLine('i1', undefined, { doneOn: '2018-12-31' }),
      'DONE_BEFORE_THE_YEAR',
    ],
    [
      'a promised start that lies before the year',
      { ...event, eventKind: 'started' },
      reportLine('i1', undefined, { startedOn: '2018-12-31' }),
      'DONE_BEFORE_THE_YEAR',
    ],
  ])('%s', (_, change, line, code) => {
    given(started([indicator(change)]))
      .when(submit(3, line), { today: TODAY })
      .thenRefused(code);
    given(started([indicator(change)]), submitted(3, [reportLine('i1', undefined, { worksPercent: '1' })]))
      .when(verify(3, undefined, [line]), { by: commission, today: TODAY })
      .thenRefused(code);
  });
  it.each<[string, object, ReturnType<typeof reportLine>]>([
    ['nothing yet', {}, reportLine('i1', '0')],
    ['a balance below zero', { net: true }, reportLine('i1', '-1', { reason: '多退少补' })],
    ['a share of everything', { unit: '%', target: '95', additive: false }, reportLine('i1', '100')],
    [
      'a completion rate over the whole',
      { unit: '%', target: '100', additive: false, kind: 'rate', rateOf: 'completion' },
      reportLine('i1', '119'),
    ],
    ['done today', event, reportLine('i1', undefined, { doneOn: TODAY })],
    ['done on the first day of the year', event, reportLine('i1', undefined, { doneOn: '2019-01-01' })],
    [
      'done before the year, with the reason',
      event,
      reportLine('i1', undefined, { doneOn: '2018-12-31', reason: '提前启用' }),
    ],
    ['works begun before the year', {}, reportLine('i1', '9', { startedOn: '2018-09-01' })],
  ])('but not %s', (_, change, line) =>
    given(started([indicator(change)]))
      .when(submit(3, line), { today: TODAY })
      .thenMatches({ type: 'ReportSubmitted' }),
  );
  it('a district written in another width than the table has it', () =>
    given(
      started(),
      brokenDown(
        breakDown([{ indicatorId: 'i1', districts: [{ district: DistrictName.parse('A区'), target: '60' }] }]),
      ),
    )
      .when(submit(3, reportLine('i1', '9', { district: 'Ａ区' })))
      .thenRefused('NAME_DIFFERS_BY_WIDTH'));
});

describe('sums of money fall only with a reason', () => {
  const money = (number: number, done: string, paid: string, reason?: string): CommandOf<'SubmitReport'> => ({
    type: 'SubmitReport',
    data: { ...submit(number, reportLine('i1', '9')).data, money: { done, paid, ...(reason && { reason }) } },
  });
  const paidEighty = () => {
    const delivery = startedDelivery();
    delivery.ask(money(3, '120', '80'));
    delivery.ask(verify(3), { by: commission });
    return delivery;
  };
  it.each([
    ['what was paid', '120', '79.99'],
    ['what the works came to', '119', '80'],
    ['money below nothing', '-1', '80'],
  ])('%s', (_, done, paid) => {
    expect(paidEighty().refusal(money(4, done, paid))).toBe('MONEY_FALLS');
    expect(paidEighty().refusal(money(4, done, paid, '退回多拨款'))).toBeUndefined();
  });
  it.each([
    ['what stays', '120', '80'],
    ['what rises', '121', '90'],
  ])('and %s needs none', (_, done, paid) => expect(paidEighty().refusal(money(4, done, paid))).toBeUndefined());
  it('a first sum is not below nothing', () =>
    expect(startedDelivery().refusal(money(1, '0', '-1'))).toBe('MONEY_FALLS'));
  it('sums above those of a later month make that month fall, whichever was verified first', () => {
    expect(paidEighty().refusal(money(2, '900', '80'))).toBe('MONEY_FALLS');
    expect(paidEighty().refusal(money(2, '80', '900'))).toBe('MONEY_FALLS');
    expect(paidEighty().refusal(money(2, '80', '80'))).toBeUndefined();
  });
  it('an earlier month is not held against a later one', () =>
    expect(paidEighty().refusal(money(2, '60', '40'))).toBeUndefined());
});
