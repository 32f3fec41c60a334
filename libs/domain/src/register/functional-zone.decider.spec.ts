import {
  NATION,
  RegionCode,
  type Actor,
  type FunctionalZoneCommand,
  type FunctionalZoneEvent,
} from '@minsheng/contracts';
import { commission } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { assertOtherNames, functionalZoneDecider } from './functional-zone.decider';

const keeper: Actor = { id: 'keeper-1', role: 'commission', region: NATION };
const regionCode = RegionCode.parse('320571');
const { given } = specificationOf(functionalZoneDecider, { id: regionCode, by: keeper, today: '2026-11-30' });

const zone = { name: '苏州工业园区', parent: RegionCode.parse('320500'), reason: '国家级开发区，单独编制清单。' };
const register = (change: Partial<typeof zone> & { readonly corrects?: string } = {}): FunctionalZoneCommand => ({
  type: 'RegisterFunctionalZone',
  data: { ...zone, ...change },
});
const registered: FunctionalZoneEvent = { type: 'FunctionalZoneRegistered', data: { regionCode, ...zone } };

describe('a functional zone', () => {
  it('is registered with its name, what it lies in and why', () => given().when(register()).then(registered));
  it('may lie in no single place', () =>
    given()
      .when(register({ parent: NATION }))
      .thenMatches({ type: 'FunctionalZoneRegistered' }));
  it('is registered once, and a second time changes nothing', () => given(registered).when(register()).then());
  it.each([{ name: '苏州高新区' }, { parent: RegionCode.parse('320000') }])(
    'is not registered otherwise: %j',
    (change) => given(registered).when(register(change)).thenRefused('FUNCTIONAL_ZONE_ALREADY_REGISTERED'),
  );
  it('is put right by naming what it was registered as, and by nothing else', () => {
    const corrected = register({ name: '苏州高新区', corrects: zone.name });
    given(registered)
      .when(corrected)
      .then({ type: 'FunctionalZoneRegistered', data: { regionCode, ...corrected.data } });
    given(registered)
      .when(register({ name: '苏州高新区', corrects: '苏州高新区' }))
      .thenRefused('FUNCTIONAL_ZONE_ALREADY_REGISTERED');
  });
  it('does not lie in a place that was withdrawn', () =>
    given()
      .when(register({ parent: RegionCode.parse('330103') }), { id: RegionCode.parse('330171') })
      .thenRefused('PARENT_WITHDRAWN'));
  it.each([
    ['320571', '330000'],
    ['320571', '321100'],
    ['320571', '321102'],
  ])('with the code %s does not lie in %s, whose code begins otherwise', (code, parent) =>
    given()
      .when(register({ parent: RegionCode.parse(parent) }), { id: RegionCode.parse(code) })
      .thenRefused('PARENT_OF_ANOTHER_PREFIX'),
  );
  it.each([
    ['320571', '320000', '镇江市京口区'],
    ['321171', '321100', '京口区'],
    ['310171', '310000', '浦东新区'],
    ['320571', '320500', '江苏省镇江市京口区'],
  ])('%s in %s is not called %s, which is a place', (code, parent, name) =>
    given()
      .when(register({ parent: RegionCode.parse(parent), name }), { id: RegionCode.parse(code) })
      .thenRefused('NAME_OF_A_PLACE'),
  );
  it.each(['苏州工业园区', '苏州ＡＢ园区', '苏州\u200BAB园区'])(
    'is not called as another of its parent reads: %s',
    (name) => {
      const others = ['苏州工业园区', '苏州AB园区'].map((known, index) => ({
        regionCode: RegionCode.parse(`32058${index}`),
        name: known,
        parent: zone.parent,
      }));
      expect(() => assertOtherNames(regionCode, { name, parent: zone.parent }, others)).toThrow('ZONE_NAMED_TWICE');
      assertOtherNames(regionCode, { name, parent: RegionCode.parse('320000') }, others);
      assertOtherNames(others[0].regionCode, { name: others[0].name, parent: zone.parent }, others);
    },
  );
  it.each(['330300', '330103', NATION])('does not take the code %s, which stands for a place', (code) =>
    given()
      .when(register(), { id: RegionCode.parse(code) })
      .thenRefused('CODE_OF_A_PLACE'),
  );
  it.each(['990001', '320571'])('does not lie in %s, which is no place', (parent) =>
    given()
      .when(register({ parent: RegionCode.parse(parent) }))
      .thenRefused('PARENT_UNKNOWN'),
  );
  it.each([commission, { ...commission, region: RegionCode.parse('320500') }])(
    'is registered by nobody of less than national scope: %j',
    (by) => given().when(register(), { by }).thenRefused('NATIONAL_SCOPE_REQUIRED'),
  );
});
