import { NATION, RegionCode } from '@minsheng/contracts';
import { assertNational } from './national';

describe('national scope', () => {
  it('is that of an actor for the whole country', () =>
    expect(() => assertNational({ id: 'keeper-1', role: 'commission', region: NATION })).not.toThrow());
  it.each([undefined, RegionCode.parse('510100')])('is not that of region %s', (region) =>
    expect(() => assertNational({ id: 'a', role: 'commission', ...(region && { region }) })).toThrow(
      expect.objectContaining({ code: 'NATIONAL_SCOPE_REQUIRED' }),
    ),
  );
});
