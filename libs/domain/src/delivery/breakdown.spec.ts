import { commission, dongpo, indicator, pengshan } from '../testing/fixtures';
import { breakDown, brokenDown, given, line, projectId, running, startWith, started, submit, toTwoDistricts } from './delivery.fixtures';

const rate = indicator({ unit: '%', target: '95', additive: false });
const words = indicator({ target: null, targetText: '应补尽补' });

describe('a delivery begins', () => {
  it('with the commitment and the rules of its adoption', () => given().when(startWith()).then(started()));
  it('once', () => given(started()).when(startWith()).thenRefused('DELIVERY_ALREADY_STARTED'));
  it('before anything is asked of it', () => given().when(submit(1, line('i1', '1'))).thenRefused('DELIVERY_NOT_STARTED'));
});

describe('the responsibility table', () => {
  it.each([
    ['sums exactly', toTwoDistricts('40', '20')],
    ['sums exactly in decimals', toTwoDistricts('20.1', '39.9')],
    ['leaves a district without a figure of its own', toTwoDistricts('60', null)],
    ['gives no district a figure', toTwoDistricts(null, null)],
    ['names no districts, only steps', breakDown([{ indicatorId: 'i1', districts: [], steps: [{ due: '2019-06', text: '完成一半', quantity: '30' }] }])],
    ['sums to more and says that it is a buffer', toTwoDistricts('40', '21', { buffer: true })],
    ['gives one district everything', toTwoDistricts('60', '0')],
  ])('is taken when it %s', (_, table) => given(started()).when(table).then(brokenDown(table)));

  it.each([
    ['sums to less', toTwoDistricts('40', '19')],
    ['sums to less by a millionth', toTwoDistricts('40', '19.999999')],
    ['sums to less and calls that a buffer', toTwoDistricts('40', '19', { buffer: true })],
    ['leaves a gap to a district without a figure', toTwoDistricts('40', null)],
  ])('is refused when it %s', (_, table) => given(started()).when(table).thenRefused('DISTRICT_SUM_BELOW_TOTAL'));

  it('is refused when it sums to more without saying so', () => given(started()).when(toTwoDistricts('40', '21')).thenRefused('DISTRICT_SUM_ABOVE_TOTAL'));
  it('takes the buffer of Hunan 2019: 1,015,000 for a promise of 1,000,000', () => {
    const toilets = started([indicator({ target: '1000000' })]);
    given(toilets).when(toTwoDistricts('515000', '500000')).thenRefused('DISTRICT_SUM_ABOVE_TOTAL');
    given(toilets).when(toTwoDistricts('515000', '500000', { buffer: true })).thenMatches({ type: 'TargetsBrokenDown' });
  });
  it('never sums a rate: 95 percent in each district is 95 percent in all', () => given(started([rate])).when(toTwoDistricts('95', '95')).thenMatches({ type: 'TargetsBrokenDown' }));
  it('has nothing to sum to where words are promised', () => given(started([words])).when(toTwoDistricts('10', '20')).thenMatches({ type: 'TargetsBrokenDown' }));
  it('names the indicators that were promised', () => given(started()).when(breakDown([{ indicatorId: 'i9', districts: [] }])).thenRefused('INDICATOR_UNKNOWN'));
  it('checks each indicator on its own', () =>
    given(started([indicator(), indicator({ id: 'i2', target: '10' })]))
      .when(breakDown([{ indicatorId: 'i1', districts: [{ district: dongpo, target: '60' }] }, { indicatorId: 'i2', districts: [{ district: dongpo, target: '9' }] }])).thenRefused('DISTRICT_SUM_BELOW_TOTAL'));

  it('may be drawn up again: the newest districts and steps count, what it does not name stays', () => {
    const delivery = running([indicator({ steps: [{ due: '2019-12', text: '全部建成', quantity: '60' }] }), indicator({ id: 'i2' })]);
    delivery.ask(toTwoDistricts('40', '20'), { by: commission });
    delivery.ask(breakDown([{ indicatorId: 'i2', districts: [{ district: dongpo, target: '60' }], steps: [{ due: '2019-06', text: '完成一半', quantity: '30' }] }]), { by: commission });
    expect(delivery.started().districts).toEqual({ i1: [{ district: dongpo, target: '40' }, { district: pengshan, target: '20' }], i2: [{ district: dongpo, target: '60' }] });
    expect(delivery.started().commitment.indicators.map(({ steps }) => steps.map(({ due }) => due))).toEqual([['2019-12'], ['2019-06']]);
  });

  it('is closed once completion is claimed', () =>
    given(started(), { type: 'CompletionClaimed', data: { projectId, department: indicator().lead, statement: '已完成。', evidence: [], endedOn: '2019-12-02' } }).when(toTwoDistricts('40', '20')).thenRefused('DELIVERY_NOT_UNDER_WAY'));
});
