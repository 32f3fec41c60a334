import {
  NATION,
  RegionCode,
  type Actor,
  type FunctionalZoneCommand,
  type FunctionalZoneEvent,
} from '@minsheng/contracts';
import { commission } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { functionalZoneDecider } from './functional-zone.decider';

const keeper: Actor = { id: 'keeper-1', role: 'commission', region: NATION };
const regionCode = RegionCode.parse('320571');
const { given } = specificationOf(functionalZoneDecider, { id: regionCode, by: keeper, today: '2026-11-30' });

const zone = { name: '苏州工业园区', parent: RegionCode.parse('320500'), reason: '国家级开发区，单独编制清单。' };
const register = (change: Partial<typeof zone> = {}): FunctionalZoneCommand => ({
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
