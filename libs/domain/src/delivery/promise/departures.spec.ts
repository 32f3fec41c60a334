import type { DeliveryCommands } from '@minsheng/contracts';
import * as fc from 'fast-check';
import { commission, dongpo, i1, indicator, month, pengshan } from '../../testing/fixtures';
import { figuresAt } from '../reports/verified-figures';
import {
  breakDown,
  brokenDown,
  given,
  reportLine,
  started,
  startedDelivery,
  submitted,
  toTwoDistricts,
  verified,
} from '../delivery.fixtures';

const tianfu = '天府新区';
const promised = [indicator({ target: '100' })];
const county = { district: pengshan, becomes: 'renamed', successor: tianfu };
type Departures = readonly object[];
const toDistricts = (targets: Readonly<Record<string, string | null>>, departures?: Departures, more: object = {}) =>
  breakDown([
    {
      indicatorId: 'i1',
      districts: Object.entries(targets).map(([district, target]) => ({ district, target })),
      ...(departures && { departures }),
      ...more,
    },
  ]);
const figures = (...values: (readonly [string, string])[]) =>
  values.map(([district, value]) => reportLine('i1', value, { district }));

/** Broken down 60 + 40, with 30 and 20 reported in March. */
const inMarch = () => {
  const delivery = startedDelivery(promised);
  delivery.ask(toTwoDistricts('60', '40'));
  delivery.report(3, ...figures([dongpo, '30'], [pengshan, '20']));
  return delivery;
};
const known = (delivery: ReturnType<typeof inMarch>, number = 3) => figuresAt(delivery.started(), month(number))[i1];

describe('sums follow the breakdown in force', () => {
  it('a county that was renamed is not counted beside its new name: 60 and 20 come to 80', () => {
    const delivery = inMarch();
    delivery.ask(toDistricts({ [dongpo]: '60', [tianfu]: '40' }, [county]));
    expect(known(delivery)).toEqual({ '': { value: '50' }, [dongpo]: { value: '30' }, [tianfu]: { value: '20' } });
    delivery.report(4, ...figures([dongpo, '60'], [tianfu, '20']));
    expect(known(delivery, 4)).toMatchObject({ '': { value: '80' } });
  });
  it.each<[string, object, object]>([
    ['merged', { becomes: 'merged', successor: dongpo }, { '': '50', [dongpo]: '50' }],
    ['withdrawn', { becomes: 'withdrawn', reason: '划出' }, { '': '30', [dongpo]: '30' }],
    [
      'split by shares, of which none is lost',
      {
        becomes: 'split',
        parts: [
          { successor: dongpo, share: 33 },
          { successor: tianfu, share: 67 },
        ],
      },
      { '': '50', [dongpo]: '36.6', [tianfu]: '13.4' },
    ],
  ])('figures of a district that is %s go where the table says', (_, becomes, expected) => {
    const delivery = inMarch();
    const targets = tianfu in expected ? { [dongpo]: '60', [tianfu]: '40' } : { [dongpo]: '100' };
    delivery.ask(toDistricts(targets, [{ district: pengshan, ...becomes }]));
    const values = Object.entries(known(delivery)).map(([district, { value }]) => [district, value]);
    expect(Object.fromEntries(values)).toEqual(expected);
  });
  it('whatever a district becomes but withdrawn, nothing of the sum is lost', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom<DeliveryCommands.Departure['becomes']>('renamed', 'merged', 'split'),
        (value, share, becomes) => {
          const delivery = startedDelivery(promised);
          delivery.ask(toTwoDistricts('60', '40'));
          delivery.report(3, ...figures([dongpo, '7'], [pengshan, `${value}.000001`]));
          const successor = becomes === 'merged' ? dongpo : tianfu;
          const parts = [
            { successor: dongpo, share },
            { successor: tianfu, share: 100 - share },
          ];
          const departure = { district: pengshan, becomes, ...(becomes === 'split' ? { parts } : { successor }) };
          delivery.ask(toDistricts({ [dongpo]: '60', [tianfu]: '40' }, [departure]));
          delivery.report(4, reportLine('i1', undefined, { district: tianfu, startedOn: '2019-03-01' }));
          expect(known(delivery, 4)).toMatchObject({ '': { value: `${value + 7}.000001` } });
        },
      ),
      { numRuns: 50 },
    ));
  it('a table of before that dropped a district keeps its figures, and a later one may account for them', () => {
    const past = [
      started(promised),
      brokenDown(toTwoDistricts('60', '40')),
      ...[submitted, verified].map((event) => event(3, figures([dongpo, '30'], [pengshan, '20']))),
      brokenDown(toDistricts({ [dongpo]: '60', [tianfu]: '40' })),
    ];
    given(...past)
      .when(
        toDistricts({ [dongpo]: '60', [tianfu]: '40' }, [{ district: pengshan, becomes: 'withdrawn', reason: '划出' }]),
      )
      .thenMatches({ type: 'TargetsBrokenDown' });
  });
});

describe('a new table', () => {
  const before = [started(promised), brokenDown(toTwoDistricts('60', '40'))];
  it('that leaves a district out without a word is refused', () =>
    given(...before)
      .when(toDistricts({ [dongpo]: '60', [tianfu]: '40' }))
      .thenRefused('DISTRICT_UNACCOUNTED_FOR'));
  it.each([
    ['of a district that stays', dongpo],
    ['of a district that nobody knows', '仁寿县'],
  ])('has no departure %s', (_, district) =>
    given(...before)
      .when(
        toDistricts({ [dongpo]: '60', [tianfu]: '40' }, [county, { district, becomes: 'withdrawn', reason: '划出' }]),
      )
      .thenRefused('DEPARTURE_DOES_NOT_FIT'),
  );
  it.each([
    ['a district that it does not name', { ...county, successor: '青神县' }],
    ['a new name that another district has', { ...county, successor: dongpo }],
  ])('gives no figures to %s', (_, departure) =>
    given(...before)
      .when(toDistricts({ [dongpo]: '60', [tianfu]: '40' }, [departure]))
      .thenRefused('SUCCESSOR_DOES_NOT_FIT'),
  );
  it('neither splits nor merges a rate', () =>
    given(started([indicator({ unit: '%', target: '95', additive: false })]), brokenDown(toTwoDistricts('95', '95')))
      .when(toDistricts({ [dongpo]: '95' }, [{ district: pengshan, becomes: 'merged', successor: dongpo }]))
      .thenRefused('SUCCESSOR_DOES_NOT_FIT'));
  it("keeps what it does not name: a group's members and the city's own level", () => {
    const group = { district: '海曙、江东', target: '50', members: ['海曙', '江东'] };
    const own = { district: '市本级', target: '10', ownLevel: true };
    given(
      started(promised),
      brokenDown(breakDown([{ indicatorId: 'i1', districts: [group, own, { district: dongpo, target: '40' }] }])),
    )
      .when(toDistricts({ [dongpo]: '30', '海曙、江东': '60' }), { by: commission })
      .thenMatches({
        data: { indicators: [{ districts: [{ district: dongpo, target: '30' }, { ...group, target: '60' }, own] }] },
      });
  });
});
