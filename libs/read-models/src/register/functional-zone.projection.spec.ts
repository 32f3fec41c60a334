import { aYear, rowAfter } from '../testing';
import { functionalZones } from './functional-zone.projection';

describe('a functional zone', () => {
  it('is shown with its parent, why it is registered, and since when', async () => {
    const registered = aYear.filter(({ type }) => type === 'FunctionalZoneRegistered');
    expect(await rowAfter(functionalZones, ...registered)).toEqual({
      regionCode: '510171',
      name: '成都高新区',
      parent: '510100',
      reason: '国家级开发区，单独编制清单',
      registeredOn: '2018-08-01',
      version: 1,
    });
  });
});
