import { DeliveryCommands, type DeliveryCommand, type DeliveryEvent } from '@minsheng/contracts';
import { commission, housing, housingOfficer, indicator, rules, transport } from '../../testing/fixtures';
import {
  close,
  closeByForce,
  correct,
  given,
  projectId,
  reportLine,
  started,
  startedDelivery,
  submitted,
  verified,
  verify,
} from '../delivery.fixtures';

const levels = rules({ acceptanceLevels: ['县级自验', '市级复核', '省级验收'] });
const evidence = [{ kind: 'certificate' as const, caption: '竣工验收备案表' }];
const claim: DeliveryCommand = { type: 'ClaimCompletion', data: { statement: '全部建成。', evidence } };
const inspection = (inspector: string, passed: boolean, level?: string) =>
  DeliveryCommands.InspectProject.schema.parse({
    inspector,
    items: [{ item: '数量', passed, note: '' }],
    evidence,
    ...(level && { level }),
  });
const inspect = (inspector: string, level?: string, passed = true): DeliveryCommand => ({
  type: 'InspectProject',
  data: inspection(inspector, passed, level),
});
const claimed: DeliveryEvent = {
  type: 'CompletionClaimed',
  data: { projectId, department: housing, statement: '全部建成。', evidence, endedOn: '2019-12-02' },
};
const passedBy = (inspector: string, level: string): DeliveryEvent => ({
  type: 'AcceptanceLevelPassed',
  data: { projectId, ...inspection(inspector, true), level },
});
const failedBy = (inspector: string, level: string): DeliveryEvent => ({
  type: 'AcceptanceFailed',
  data: { projectId, ...inspection(inspector, false), level },
});

const [county, city, province] = ['彭山区住建局', '市政府督查室', '省住建厅'];
/** Every indicator met by verified figures. */
const met = [submitted, verified].map((event) => event(12, [reportLine('i1', '60'), reportLine('i2', '60')]));
const first = [started([], levels), ...met, claimed];
const second = [...first, passedBy(county, '县级自验')];
const third = [...second, passedBy(city, '市级复核')];

describe('acceptance on three levels (县级自验、市级复核、省级验收)', () => {
  it('goes up one by one, and only the last accepts the project', () => {
    given(...first)
      .when(inspect(county))
      .then(passedBy(county, '县级自验'));
    given(...second)
      .when(inspect(city))
      .then(passedBy(city, '市级复核'));
    given(...third)
      .when(inspect(province))
      .thenMatches({ type: 'AcceptancePassed', data: { level: '省级验收', inspector: province, leads: [housing] } });
  });
  it('takes a level by its name where that is the one due', () => {
    given(...second)
      .when(inspect(city, '市级复核'))
      .then(passedBy(city, '市级复核'));
    given(...second)
      .when(inspect(city, '省级验收'))
      .thenRefused('ACCEPTANCE_LEVEL_OUT_OF_TURN');
    given(...second)
      .when(inspect(city, '县级自验'))
      .thenRefused('ACCEPTANCE_LEVEL_OUT_OF_TURN');
    given(...second)
      .when(inspect(city, '部级验收'))
      .thenRefused('ACCEPTANCE_LEVEL_OUT_OF_TURN');
  });
  it('is by another unit than the leads', () => {
    given(...first)
      .when(inspect(housing))
      .thenRefused('INSPECTOR_IS_THE_LEAD');
    given(started([indicator(), indicator({ id: 'i2', lead: transport })], levels), claimed)
      .when(inspect(transport))
      .thenRefused('INSPECTOR_IS_THE_LEAD');
    given(started([indicator(), indicator({ id: 'i2', lead: transport, applicable: false })], levels), ...met, claimed)
      .when(inspect(transport))
      .thenMatches({ type: 'AcceptanceLevelPassed' });
  });
  it('is by another unit on each level', () =>
    given(...second)
      .when(inspect(county))
      .thenRefused('INSPECTOR_INSPECTED_BEFORE'));
  it('failed on any level, begins anew from the lowest, and the same unit may inspect again', () => {
    given(...third)
      .when(inspect(province, undefined, false))
      .then(failedBy(province, '省级验收'));
    given(...third, failedBy(province, '省级验收'))
      .when(inspect(county))
      .thenRefused('COMPLETION_NOT_CLAIMED');
    given(...third, failedBy(province, '省级验收'), claimed)
      .when(inspect(county))
      .then(passedBy(county, '县级自验'));
  });
  it('does not accept a project before the last level', () =>
    given(...third)
      .when({ type: 'CloseEvaluatedProject', data: { archiveNo: 'MS-2019-07', scored: true, openRectifications: 0 } })
      .thenRefused('NOT_ACCEPTED'));
});

describe('rules amended while a project is inspected', () => {
  const changed = (...names: string[]): DeliveryEvent => ({
    type: 'RulesChanged',
    data: { projectId, rulesVersion: 2, rules: rules({ acceptanceLevels: names }), from: '2019-12' as never },
  });
  it('ask for what is left of the new levels', () =>
    given(...second, changed('县级自验', '省级验收'))
      .when(inspect(province))
      .thenMatches({ type: 'AcceptancePassed', data: { level: '省级验收', rulesVersion: 2 } }));
  it('ask for one last word where nothing is left', () =>
    given(...second, changed('县级自验'))
      .when(inspect(city))
      .thenMatches({ type: 'AcceptancePassed', data: { level: '县级自验' } }));
});

describe('a look back (翌年回头看)', () => {
  const lookBack = (holds: boolean, inspector = '市人大代表检查组'): DeliveryCommand => ({
    type: 'LookBack',
    data: { inspector, holds, findings: '两座未通水。', evidence },
  });
  const accepted: DeliveryEvent = {
    type: 'AcceptancePassed',
    data: {
      projectId,
      ...inspection(city, true),
      acceptedOn: '2019-12-20',
      rulesVersion: 1,
      rules: rules(),
      leads: [housing],
    },
  };
  const closed: DeliveryEvent = { type: 'ProjectClosed', data: { projectId, archiveNo: 'MS-2019-07', outcome: 'met' } };
  const found = { projectId, inspector: '市人大代表检查组', findings: '两座未通水。', evidence };
  const ended = [started(), claimed, accepted];

  it.each([
    ['accepted', ended],
    ['closed', [...ended, closed]],
  ])('at a project that is %s confirms it, or opens it again', (_, past) => {
    given(...past)
      .when(lookBack(true))
      .then({ type: 'LookedBack', data: found });
    given(...past)
      .when(lookBack(false), { today: '2020-03-10' })
      .then({ type: 'ProjectReopened', data: { ...found, reopenedOn: '2020-03-10', evaluateAgain: true } });
  });
  it.each([
    ['under way', [started()]],
    ['claimed', [started(), claimed]],
  ])('has nothing to look at while the project is %s', (_, past) =>
    given(...past)
      .when(lookBack(false))
      .thenRefused('NOT_ACCEPTED'),
  );
  it('is by another unit than the leads', () =>
    given(...ended)
      .when(lookBack(false, housing))
      .thenRefused('INSPECTOR_IS_THE_LEAD'));

  it(
    'that fails sets the project under way: completion is claimed, accepted and filed anew, under another ' + 'number',
    () => {
      const delivery = startedDelivery();
      const closing = (archiveNo: string): DeliveryCommand => ({
        type: 'CloseEvaluatedProject',
        data: { archiveNo, scored: true, openRectifications: 0 },
      });
      delivery.report(12, reportLine('i1', '60'));
      const finished = (inspector: string, archiveNo: string) => {
        delivery.ask(claim);
        delivery.ask(inspect(inspector), { by: commission });
        delivery.ask(closing(archiveNo), { by: commission });
      };
      finished(city, 'MS-2019-07');
      delivery.ask(lookBack(false), { by: commission, today: '2020-03-10' });
      expect(delivery.refusal(inspect(city), { by: commission })).toBe('COMPLETION_NOT_CLAIMED');
      expect(delivery.started()).toMatchObject({
        status: 'under way',
        outcome: undefined,
        acceptedOn: undefined,
        levelsPassed: [],
      });
      expect(delivery.refusal(claim)).toBe('NOTHING_VERIFIED_SINCE');
      delivery.ask(closeByForce(12), { by: commission });
      delivery.ask(correct(12, reportLine('i1', '60')));
      delivery.ask(verify(12), { by: commission });
      finished(city, 'MS-2019-07-2');
      expect(delivery.log.filter(({ type }) => type === 'ProjectClosed')).toHaveLength(2);
    },
  );
  it('that fails in the year asks for reports from that month on, and for none of the months between', () => {
    const delivery = startedDelivery();
    delivery.report(6, reportLine('i1', '60'));
    delivery.ask(claim, { by: housingOfficer, today: '2019-07-02' });
    delivery.ask(inspect(city), { by: commission, today: '2019-07-20' });
    delivery.ask(lookBack(false), { by: commission, today: '2019-10-08' });
    for (const number of [6, 7, 9, 10]) delivery.ask(close(number), { by: commission });
    expect([6, 7, 9, 10].map((number) => delivery.light(number)?.missing)).toEqual([[], [], [], [housing]]);
  });
});
