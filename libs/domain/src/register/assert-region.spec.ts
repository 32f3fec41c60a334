import { NATION, RegionCode } from '@minsheng/contracts';
import { assertRegion } from './assert-region';

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
