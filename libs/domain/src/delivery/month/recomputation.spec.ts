import type { Light } from '@minsheng/contracts';
import { commission, housing, indicator, month, transport, transportOfficer, rules } from '../../testing/fixtures';
import {
  close,
  closeByForce,
  correct,
  reportLine,
  redLight,
  startedDelivery,
  submit,
  verify,
} from '../delivery.fixtures';
import { recomputeLight } from '../lights/light';

const light = (
  colour: Light['colour'],
  why: Light['why'] = colour === 'green' ? 'on the line' : 'behind the line',
): Light => ({ ...redLight(3), missing: [], colour, why });
const silent = redLight(3);

describe('a closed month seen again', () => {
  it.each<[string, Light, Light, Light['colour'], Light['why']]>([
    ['red for silence, now on the line', silent, light('green'), 'yellow', 'caught up later'],
    ['red for silence, now a little behind', silent, light('yellow'), 'yellow', 'caught up later'],
    ['red for silence, now told to be far behind', silent, light('red'), 'red', 'behind the line'],
    ['red, still silent in part', silent, silent, 'red', 'no verified report'],
    ['red for being behind, now on the line', light('red'), light('green'), 'yellow', 'caught up later'],
    ['yellow, now on the line', light('yellow'), light('green'), 'yellow', 'caught up later'],
    ['yellow, still behind', light('yellow'), light('yellow'), 'yellow', 'behind the line'],
    ['yellow, now far behind', light('yellow'), light('red'), 'red', 'behind the line'],
    [
      'yellow since it was caught up, seen once more',
      light('yellow', 'caught up later'),
      light('green'),
      'yellow',
      'caught up later',
    ],
    [
      'yellow since it was caught up, a little behind, seen once more',
      light('yellow', 'caught up later'),
      light('yellow'),
      'yellow',
      'caught up later',
    ],
    ['orange, now on the line', light('orange'), light('green'), 'yellow', 'caught up later'],
    ['orange, now a little behind', light('orange'), light('yellow'), 'yellow', 'caught up later'],
    ['orange, still so', light('orange'), light('orange'), 'orange', 'behind the line'],
    ['red for silence, now told to be orange', silent, light('orange'), 'orange', 'behind the line'],
    [
      'red for silence, now finished and accepted',
      silent,
      light('blue', 'finished and accepted'),
      'yellow',
      'caught up later',
    ],
    [
      'blue, still so',
      light('blue', 'finished and accepted'),
      light('blue', 'finished and accepted'),
      'blue',
      'finished and accepted',
    ],
    ['green, still on the line', light('green'), light('green'), 'green', 'on the line'],
    ['green, now a little behind', light('green'), light('yellow'), 'yellow', 'behind the line'],
    ['green, now far behind', light('green'), light('red'), 'red', 'behind the line'],
  ])('after a late report: %s', (_, before, now, colour, why) =>
    expect(recomputeLight(before, now, true)).toEqual({ ...now, colour, why }),
  );

  it.each<[string, Light, Light]>([
    ['red', silent, light('green')],
    ['yellow', light('yellow'), light('green')],
    ['green', light('green'), light('red')],
  ])('%s takes what is true now where all reports were in time', (_, before, now) =>
    expect(recomputeLight(before, now, false)).toEqual(now),
  );
});

describe('the lights beside it, seen again after a late report', () => {
  const withSides = (sides: Light['sides']): Light => ({ ...light('green'), sides });
  const [late, asPlanned, unpaid] = [
    { colour: 'yellow', why: 'not started', months: 1 },
    { colour: 'green', why: 'as planned' },
    { colour: 'red', why: 'paid below plan' },
  ] as const;
  it('keep what they showed where they would turn green', () =>
    expect(
      recomputeLight(withSides({ start: late, money: unpaid }), withSides({ start: asPlanned, money: asPlanned }), true)
        .sides,
    ).toEqual({ start: late, money: unpaid }));
  it('may get worse, and become what they were not', () =>
    expect(
      recomputeLight(withSides({ start: asPlanned }), withSides({ start: late, entry: asPlanned }), true).sides,
    ).toEqual({ start: late, entry: asPlanned }));
  it('are what is true now where all reports were in time', () =>
    expect(recomputeLight(withSides({ money: unpaid }), withSides({ money: asPlanned }), false).sides).toEqual({
      money: asPlanned,
    }));
});

describe('a month that was missed', () => {
  const missed = () => {
    const delivery = startedDelivery();
    delivery.ask(close(3));
    return delivery;
  };

  it('is red, and yellow once it is caught up, never green', () => {
    const delivery = missed();
    expect(delivery.light(3)).toMatchObject({ colour: 'red', why: 'no verified report', missing: [housing] });
    delivery.ask(correct(3, reportLine('i1', '60')));
    const [, recomputed] = delivery.ask(verify(3), { by: commission });
    expect(recomputed).toMatchObject({
      type: 'LightRecomputed',
      data: { before: 'red', light: { period: '2019-03', colour: 'yellow', why: 'caught up later', missing: [] } },
    });
    delivery.ask(correct(3, reportLine('i1', '61')));
    delivery.ask(verify(3), { by: commission });
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
  });

  it('stays red while the late report is not verified', () => {
    const delivery = missed();
    expect(delivery.ask(correct(3, reportLine('i1', '60')))).toHaveLength(1);
    expect(delivery.light(3)).toMatchObject({ colour: 'red' });
  });

  it('stays red where the late report is far behind, and keeps its reason once yellow', () => {
    const delivery = missed();
    delivery.ask(correct(3, reportLine('i1', '0')));
    delivery.ask(verify(3), { by: commission });
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
    const strict = startedDelivery([], rules({ lights: { scheme: 'month met or not' } }));
    strict.ask(close(3));
    strict.ask(correct(3, reportLine('i1', '14.9')));
    strict.ask(verify(3), { by: commission });
    expect(strict.light(3)).toMatchObject({ colour: 'red', why: 'behind the line' });
    strict.ask(correct(3, reportLine('i1', '15')));
    strict.ask(verify(3), { by: commission });
    expect(strict.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
  });
});

describe('a report in time that is verified late', () => {
  it('counts in full: the month turns green', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, reportLine('i1', '20')));
    delivery.ask(closeByForce(3));
    expect(delivery.light(3)).toMatchObject({ colour: 'red', missing: [housing] });
    const [, recomputed] = delivery.ask(verify(3), { by: commission });
    expect(recomputed).toMatchObject({
      type: 'LightRecomputed',
      data: { before: 'red', light: { colour: 'green', why: 'on the line' } },
    });
  });

  it('does not help the month where another department was late', () => {
    const delivery = startedDelivery([indicator(), indicator({ id: 'i2', lead: transport })]);
    delivery.ask(submit(3, reportLine('i1', '20')));
    delivery.ask(closeByForce(3));
    delivery.ask(correct(3, reportLine('i2', '20')), { by: transportOfficer });
    delivery.ask(verify(3), { by: commission });
    expect(delivery.light(3)).toMatchObject({ colour: 'red', missing: [transport] });
    delivery.ask(verify(3, transport), { by: commission });
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
  });
});

describe('what a verification touches', () => {
  it('is the month itself and the months after it that carry its figures', () => {
    const delivery = startedDelivery();
    for (const number of [1, 2, 3, 4]) {
      if (number !== 2) delivery.report(number, reportLine('i1', String(number * 5)));
      delivery.ask(close(number));
    }
    delivery.ask(correct(2, reportLine('i1', '9')));
    const events = delivery.ask(verify(2), { by: commission });
    expect(events.map(({ type, data }) => [type, 'light' in data && data.light.period])).toEqual([
      ['ReportVerified', false],
      ['LightRecomputed', '2019-02'],
    ]);
  });

  it('is a later month that had nothing newer to go by', () => {
    const two = startedDelivery([indicator(), indicator({ id: 'i2', target: '60' })]);
    two.report(2, reportLine('i1', '40'), reportLine('i2', '40'));
    two.ask(close(2));
    two.report(3, reportLine('i1', '41'));
    two.ask(close(3));
    two.ask(correct(2, reportLine('i1', '40'), reportLine('i2', '0', { reason: '审计核减' })));
    const events = two.ask(verify(2), { by: commission });
    expect(events.flatMap(({ data }) => ('light' in data ? [[data.light.period, data.light.colour]] : []))).toEqual([
      ['2019-02', 'yellow'],
      ['2019-03', 'yellow'],
    ]);
  });

  it('is nothing at all where no light changes, as the log gives it back', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine('i1', '20'));
    delivery.ask(close(3));
    delivery.report(4, reportLine('i1', '30'));
    delivery.ask(close(4));
    delivery.ask(correct(3, reportLine('i1', '20')));
    expect(delivery.ask(verify(3), { by: commission }).map(({ type }) => type)).toEqual(['ReportVerified']);
  });

  it('is never an earlier month', () => {
    const delivery = startedDelivery();
    delivery.ask(close(2));
    delivery.ask(close(3));
    delivery.ask(correct(3, reportLine('i1', '60')));
    delivery.ask(verify(3), { by: commission });
    expect([delivery.light(2)?.colour, delivery.light(3)?.colour]).toEqual(['red', 'yellow']);
    expect(delivery.started().lights[month(2)]).toMatchObject({ missing: [housing] });
  });
});
