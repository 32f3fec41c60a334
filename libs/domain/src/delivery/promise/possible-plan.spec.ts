import { DistrictName, type CommandOf } from '@minsheng/contracts';
import { commission, dongpo, indicator } from '../../testing/fixtures';
import { breakDown, brokenDown, given, started, toTwoDistricts } from '../delivery.fixtures';

const step = (due: string, quantity: string) => ({ due, text: '阶段', quantity });
const districts = [{ district: dongpo, target: '60' }];

describe('a responsibility table that cannot be is refused', () => {
  it.each<[string, CommandOf<'BreakDownTargets'>, string]>([
    ['a district that owes less than nothing', toTwoDistricts('70', '-10'), 'NEGATIVE_COUNT'],
    [
      'steps that fall',
      breakDown([
        {
          indicatorId: 'i1',
          districts,
          steps: [step('2019-03', '30'), step('2019-06', '20')],
          stepsAre: 'cumulative',
        },
      ]),
      'STEPS_FALL',
    ],
    [
      'districts whose names differ by width',
      breakDown([
        {
          indicatorId: 'i1',
          districts: [
            { district: 'A区', target: '40' },
            { district: 'Ａ区', target: '20' },
          ],
        },
      ]),
      'NAME_DIFFERS_BY_WIDTH',
    ],
  ])('%s', (_, command, code) => given(started()).when(command).thenRefused(code));
  it('a district whose name differs by width from that of another indicator', () => {
    const table = (indicatorId: string, name: string) =>
      breakDown([{ indicatorId, districts: [{ district: DistrictName.parse(name), target: '60' }] }]);
    const both = started([indicator(), indicator({ id: 'i2' })]);
    given(both, brokenDown(table('i1', 'A区')))
      .when(table('i2', 'Ａ区'))
      .thenRefused('NAME_DIFFERS_BY_WIDTH');
    given(both, brokenDown(table('i1', 'A区')))
      .when(table('i2', 'A区'))
      .thenMatches({ type: 'TargetsBrokenDown' });
  });
  it('a share of more than the whole', () =>
    given(started([indicator({ unit: '%', target: '95', additive: false })]))
      .when(toTwoDistricts('95', '105'))
      .thenRefused('SHARE_ABOVE_WHOLE'));
});

describe('an investment plan that cannot be is refused', () => {
  const plan = (change: object): CommandOf<'PlanInvestment'> => ({
    type: 'PlanInvestment',
    data: { year: '120', bySource: [], payments: [], ...change },
  });
  const [own, bonds] = ['own budget', 'bonds'];
  const payment = (due: string, amount: string) => ({ due, amount });
  it.each<[string, object, string]>([
    ['money below nothing', { year: '-1' }, 'NEGATIVE_AMOUNT'],
    ['a source below nothing', { bySource: [{ source: own, amount: '-5' }] }, 'NEGATIVE_AMOUNT'],
    [
      'sources that come to less than the year',
      {
        bySource: [
          { source: own, amount: '100' },
          { source: bonds, amount: '19.99' },
        ],
      },
      'SOURCES_DO_NOT_SUM',
    ],
    ['sources that come to more', { bySource: [{ source: own, amount: '121' }] }, 'SOURCES_DO_NOT_SUM'],
    ['payments that fall', { payments: [payment('2019-03', '60'), payment('2019-06', '50')] }, 'PAYMENTS_FALL'],
  ])('%s', (_, change, code) => given(started()).when(plan(change), { by: commission }).thenRefused(code));
  it.each<[string, object]>([
    ['no source named', {}],
    [
      'sources that come to the year',
      {
        bySource: [
          { source: own, amount: '100.01' },
          { source: bonds, amount: '19.99' },
        ],
      },
    ],
    ['payments told out of order', { payments: [payment('2019-06', '60'), payment('2019-03', '50')] }],
  ])('but not %s', (_, change) =>
    given(started()).when(plan(change), { by: commission }).thenMatches({ type: 'InvestmentPlanned' }),
  );
});
