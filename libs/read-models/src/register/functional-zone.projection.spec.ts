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
  it('is shown as it was put right last', async () => {
    const [registered] = aYear.filter(({ type }) => type === 'FunctionalZoneRegistered');
    const corrected = {
      ...registered.data,
      name: '成都高新技术产业开发区',
      corrects: '成都高新区',
      reason: '登记时用了简称',
    };
    const row = await rowAfter(functionalZones, registered, { ...registered, data: corrected, on: '2018-09-01' });
    expect(row).toMatchObject({ name: '成都高新技术产业开发区', reason: '登记时用了简称', version: 2 });
    expect(row).not.toHaveProperty('corrects');
  });
});
