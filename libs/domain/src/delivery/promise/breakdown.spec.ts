import { commission, dongpo, indicator, pengshan, transportOfficer } from '../../testing/fixtures';
import {
  breakDown,
  brokenDown,
  given,
  reportLine,
  projectId,
  startedDelivery,
  startWith,
  started,
  submit,
  toTwoDistricts,
} from '../delivery.fixtures';

const rate = indicator({ unit: '%', target: '95', additive: false });
const words = indicator({ target: null, targetText: '应补尽补' });

const group = (...members: string[]) => ({ district: members.join('、'), target: '60', members });
const table = (...districts: object[]) => breakDown([{ indicatorId: 'i1', districts }]);

describe('a delivery begins', () => {
  it('with the commitment and the rules of its adoption', () => given().when(startWith()).then(started()));
  it('once', () => given(started()).when(startWith()).thenRefused('DELIVERY_ALREADY_STARTED'));
  it('before anything is asked of it', () =>
    given()
      .when(submit(1, reportLine('i1', '1')))
      .thenRefused('DELIVERY_NOT_STARTED'));
});

describe('the responsibility table', () => {
  it.each([
    ['sums exactly', toTwoDistricts('40', '20')],
    ['sums exactly in decimals', toTwoDistricts('20.1', '39.9')],
    ['leaves a district without a figure of its own', toTwoDistricts('60', null)],
    ['gives no district a figure', toTwoDistricts(null, null)],
    [
      'names no districts, only steps',
      breakDown([{ indicatorId: 'i1', districts: [], steps: [{ due: '2019-06', text: '完成一半', quantity: '30' }] }]),
    ],
    ['sums to more and says that it is a buffer', toTwoDistricts('40', '21', { buffer: true })],
    ['gives one district everything', toTwoDistricts('60', '0')],
  ])('is taken when it %s', (_, table) => given(started()).when(table).then(brokenDown(table)));

  it.each([
    ['sums to less', toTwoDistricts('40', '19')],
    ['sums to less by a millionth', toTwoDistricts('40', '19.999999')],
    ['sums to less and calls that a buffer', toTwoDistricts('40', '19', { buffer: true })],
    ['leaves a gap to a district without a figure', toTwoDistricts('40', null)],
  ])('is refused when it %s', (_, table) => given(started()).when(table).thenRefused('DISTRICT_SUM_BELOW_TOTAL'));

  it('is refused when it sums to more without saying so', () =>
    given(started()).when(toTwoDistricts('40', '21')).thenRefused('DISTRICT_SUM_ABOVE_TOTAL'));
  it('takes the buffer of Hunan 2019: 1,015,000 for a promise of 1,000,000', () => {
    const toilets = started([indicator({ target: '1000000' })]);
    given(toilets).when(toTwoDistricts('515000', '500000')).thenRefused('DISTRICT_SUM_ABOVE_TOTAL');
    given(toilets)
      .when(toTwoDistricts('515000', '500000', { buffer: true }))
      .thenMatches({ type: 'TargetsBrokenDown' });
  });
  it('never sums a rate: 95 percent in each district is 95 percent in all', () =>
    given(started([rate]))
      .when(toTwoDistricts('95', '95'))
      .thenMatches({ type: 'TargetsBrokenDown' }));
  it('has nothing to sum to where words are promised', () =>
    given(started([words]))
      .when(toTwoDistricts('10', '20'))
      .thenMatches({ type: 'TargetsBrokenDown' }));
  it('names the indicators that were promised', () =>
    given(started())
      .when(breakDown([{ indicatorId: 'i9', districts: [] }]))
      .thenRefused('INDICATOR_UNKNOWN'));
  it('checks each indicator on its own', () =>
    given(started([indicator(), indicator({ id: 'i2', target: '10' })]))
      .when(
        breakDown([
          { indicatorId: 'i1', districts: [{ district: dongpo, target: '60' }] },
          { indicatorId: 'i2', districts: [{ district: dongpo, target: '9' }] },
        ]),
      )
      .thenRefused('DISTRICT_SUM_BELOW_TOTAL'));

  it('may be drawn up again: the newest districts and steps count, what it does not name stays', () => {
    const delivery = startedDelivery([
      indicator({ steps: [{ due: '2019-12', text: '全部建成', quantity: '60' }] }),
      indicator({ id: 'i2' }),
    ]);
    delivery.ask(toTwoDistricts('40', '20'), { by: commission });
    delivery.ask(
      breakDown([
        {
          indicatorId: 'i2',
          districts: [{ district: dongpo, target: '60' }],
          steps: [{ due: '2019-06', text: '完成一半', quantity: '30' }],
        },
      ]),
      { by: commission },
    );
    expect(delivery.started().districts).toEqual({
      i1: [
        { district: dongpo, target: '40' },
        { district: pengshan, target: '20' },
      ],
      i2: [{ district: dongpo, target: '60' }],
    });
    expect(delivery.started().commitment.indicators.map(({ steps }) => steps.map(({ due }) => due))).toEqual([
      ['2019-12'],
      ['2019-06'],
    ]);
  });

  it('is closed once completion is claimed', () =>
    given(started(), {
      type: 'CompletionClaimed',
      data: { projectId, department: indicator().lead, statement: '已完成。', evidence: [], endedOn: '2019-12-02' },
    })
      .when(toTwoDistricts('40', '20'))
      .thenRefused('DELIVERY_NOT_UNDER_WAY'));
});

describe('a reporting group', () => {
  it('stands in the table as one district, and counts once (海曙、江东、江北)', () =>
    given(started())
      .when(table(group('海曙', '江东', '江北')))
      .thenMatches({ type: 'TargetsBrokenDown' }));
  it('may bear the name of one of its members', () =>
    given(started())
      .when(table({ district: '海曙', target: '60', members: ['海曙', '江东'] }))
      .thenMatches({ type: 'TargetsBrokenDown' }));
  it.each([
    ['beside one of its members', [group('海曙', '江东'), { district: '海曙', target: null }]],
    ['with a member of another group', [group('海曙', '江东'), { ...group('江东', '江北'), target: null }]],
    [
      'under the name of another’s member',
      [{ district: '江北', target: null, members: ['镇海', '北仑'] }, group('海曙', '江北')],
    ],
  ])('does not stand %s', (_, districts) =>
    given(started())
      .when(table(...districts))
      .thenRefused('DISTRICT_COUNTED_TWICE'),
  );
  it('of one indicator leaves another indicator alone', () =>
    given(started([indicator(), indicator({ id: 'i2' })]))
      .when(
        breakDown([
          { indicatorId: 'i1', districts: [group('海曙', '江东')] },
          { indicatorId: 'i2', districts: [{ district: '海曙', target: '60' }] },
        ]),
      )
      .thenMatches({ type: 'TargetsBrokenDown' }));
});

describe('the city’s own level (市本级)', () => {
  it('is one row beside the districts', () =>
    given(started())
      .when(table({ district: '市本级', target: '20', ownLevel: true }, { district: dongpo, target: '40' }))
      .thenMatches({ type: 'TargetsBrokenDown' }));
  it('is not two', () =>
    given(started())
      .when(
        table({ district: '市本级', target: '20', ownLevel: true }, { district: '市级', target: '40', ownLevel: true }),
      )
      .thenRefused('DISTRICT_COUNTED_TWICE'));
});

describe('a part (其中) in the table', () => {
  const both = started([indicator(), indicator({ id: 'i2', target: '30', partOf: 'i1' })]);
  const rows = (of: string, first: string, second: string) => ({
    indicatorId: of,
    districts: [
      { district: dongpo, target: first },
      { district: pengshan, target: second },
    ],
  });
  it('owes no more than its whole in any district', () => {
    given(both)
      .when(breakDown([rows('i1', '40', '20'), rows('i2', '10', '20')]))
      .thenMatches({ type: 'TargetsBrokenDown' });
    given(both)
      .when(breakDown([rows('i1', '40', '20'), rows('i2', '9', '21')]))
      .thenRefused('PART_ABOVE_WHOLE');
  });
  it('is held against the table of before, whichever of the two is drawn up anew', () => {
    given(both, brokenDown(breakDown([rows('i1', '40', '20')])))
      .when(breakDown([rows('i2', '9', '21')]))
      .thenRefused('PART_ABOVE_WHOLE');
    given(both, brokenDown(breakDown([rows('i2', '10', '20')])))
      .when(breakDown([rows('i1', '41', '19')]))
      .thenRefused('PART_ABOVE_WHOLE');
  });
  it('is held against nothing where the whole has no figure there', () =>
    given(both)
      .when(breakDown([rows('i2', '9', '21')]))
      .thenMatches({ type: 'TargetsBrokenDown' }));
});

describe('the table of a project over several years', () => {
  const years = started([
    indicator({ target: '100', dueOn: '2021-12-31', stageGoals: [{ year: 2019, goal: '建成 20', target: '20' }] }),
  ]);
  it('sums to what this year owes', () => {
    given(years).when(toTwoDistricts('12', '8')).thenMatches({ type: 'TargetsBrokenDown' });
    given(years).when(toTwoDistricts('12', '7')).thenRefused('DISTRICT_SUM_BELOW_TOTAL');
    given(years).when(toTwoDistricts('60', '40')).thenRefused('DISTRICT_SUM_ABOVE_TOTAL');
  });
});

describe('the investment of a project', () => {
  const plan = {
    type: 'PlanInvestment' as const,
    data: { year: '120', bySource: [{ source: 'own budget' as const, amount: '120' }], payments: [] },
  };
  it('is planned by the commission, or by a department that takes part', () => {
    given(started())
      .when(plan, { by: commission })
      .then({ type: 'InvestmentPlanned', data: { projectId, ...plan.data } });
    given(started()).when(plan).thenMatches({ type: 'InvestmentPlanned' });
  });
  it('is not planned by another department', () =>
    given(started()).when(plan, { by: transportOfficer }).thenRefused('DEPARTMENT_TAKES_NO_PART'));
  it('may be planned anew: the newest counts', () => {
    const delivery = startedDelivery();
    delivery.ask(plan);
    delivery.ask({ ...plan, data: { ...plan.data, year: '90', bySource: [] } });
    expect(delivery.started().investment?.year).toBe('90');
  });
});
