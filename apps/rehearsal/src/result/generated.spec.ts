import type { ListIndicator } from '../list/list-shape';
import { isDistrictGenerated, isFigureGenerated } from './generated';

const indicator = (over: object) => ({ name: '学位', comparator: '>=', ...over }) as ListIndicator;

describe('a figure is generated where the list prints none', () => {
  it.each([
    ['of the whole', { actual: 5 }, false],
    ['at all', {}, true],
    ['of every district', { by_district: [{ district: '甲区', actual: 5 }] }, false],
    ['of one of two districts', { by_district: [{ district: '甲区', actual: 5 }, { district: '乙县' }] }, true],
    ['but says that it is done', { comparator: 'event', event_done: true }, false],
    ['and nothing of an event', { comparator: 'event' }, true],
    ['but the day of an event', { comparator: 'event', event_date: '2021-05-01' }, false],
  ])('%s: %j', (_, over, generated) => expect(isFigureGenerated(indicator(over), 2021)).toBe(generated));
  it('of a district', () => {
    const ofTwo = indicator({ by_district: [{ district: '甲区', actual: 5 }, { district: '乙县' }] });
    expect([isDistrictGenerated(ofTwo, '甲区'), isDistrictGenerated(ofTwo, '乙县')]).toEqual([false, true]);
  });
});
