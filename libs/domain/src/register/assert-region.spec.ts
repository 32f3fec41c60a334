import { ListId, NATION, RegionCode } from '@minsheng/contracts';
import { assertNamedRegion, assertRegion } from './assert-region';

const region = (code: string) => RegionCode.parse(code);
const zone = { regionCode: region('990001'), name: '示例新区', parent: NATION, reason: '演练' };
const noList = { status: 'unknown' };

describe('a region', () => {
  it.each(['330300', '321102', '330103'])('is %s of GB/T 2260', (code) =>
    expect(() => assertRegion(region(code), undefined, noList)).not.toThrow(),
  );
  it('is a functional zone that is registered', () =>
    expect(() => assertRegion(region('990001'), zone, noList)).not.toThrow());
  it('is what a list was opened for before zones were registered', () =>
    expect(() => assertRegion(region('990001'), undefined, { status: 'open' })).not.toThrow());
  it.each(['990001', '330399', NATION])('is not %s otherwise', (code) =>
    expect(() => assertRegion(region(code), undefined, noList)).toThrow(
      expect.objectContaining({ code: 'REGION_UNKNOWN' satisfies string, facts: { region: code } }),
    ),
  );
});

describe('a list is opened', () => {
  const open = (listId: string, name: string, of?: typeof zone) => () =>
    assertNamedRegion(ListId.parse(listId), name, of);
  it.each([
    ['321102-2025', '京口区'],
    ['321102-2025', '镇江市京口区'],
    ['321102-2025', '江苏省镇江市京口区'],
    ['321102-2025', '京口'],
    ['330103-2020', '杭州市下城区'],
    ['330103-2021', '下城区'],
    ['500105-2024', '重庆市江北区'],
  ])('for %s under a name of it: %s', (listId, name) => expect(open(listId, name)).not.toThrow());
  it.each([
    ['321102-2025', '丹徒区'],
    ['321102-2025', '镇江市'],
    ['321102-2025', '浙江省京口区'],
    ['511400-2025', '演示市'],
  ])('for %s under no other name: %s', (listId, name) => expect(open(listId, name)).toThrow('NAME_OF_ANOTHER_REGION'));
  it('for a code in a year in which it is in force', () =>
    expect(open('330103-2022', '下城区')).toThrow('REGION_WITHDRAWN'));
  it('for a functional zone under the name of that', () => {
    expect(open('990001-2025', '示例新区', zone)).not.toThrow();
    expect(open('990001-2025', '其他新区', zone)).toThrow('NAME_OF_ANOTHER_REGION');
    const inCity = { ...zone, name: '镇江新区', parent: region('321100') };
    for (const name of ['镇江新区', '镇江市镇江新区', '江苏省镇江新区'])
      expect(open('321171-2025', name, inCity)).not.toThrow();
  });
});
