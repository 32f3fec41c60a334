import {
  DeliveryCommands,
  type BodyKind,
  type Change,
  type DeliveryCommand,
  type DeliveryEvent,
} from '@minsheng/contracts';
import {
  commission,
  healthOfficer,
  housing,
  housingOfficer,
  indicator,
  month,
  project,
  rules,
  timer,
  transport,
  transportOfficer,
} from '../../testing/fixtures';
import {
  close,
  correct,
  given,
  reportLine,
  projectId,
  startedDelivery,
  started,
  submit,
  toTwoDistricts,
  verify,
} from '../delivery.fixtures';
import { commitmentAt } from '../promise/commitment-at';

const evidence = [{ kind: 'document' as const, caption: '考古勘探报告' }];
const target = (value: string | null, indicatorId = 'i1'): Change =>
  DeliveryCommands.Change.parse({ kind: 'target', indicatorId, target: value });
const dueOn = (day: string, indicatorId = 'i1'): Change =>
  DeliveryCommands.Change.parse({ kind: 'due date', indicatorId, dueOn: day });
const lead = (department: string, indicatorId = 'i1'): Change =>
  DeliveryCommands.Change.parse({ kind: 'lead', indicatorId, lead: department });
const title: Change = { kind: 'title', title: '新建公厕' };
const carryOver: Change = { kind: 'carry over', toYear: 2020, goal: '2020年6月建成' };

const apply = (...changes: Change[]): DeliveryCommand => ({
  type: 'ApplyForAdjustment',
  data: { changes, reason: '文物勘探，工期顺延。', evidence },
});
const check = (supported = true): DeliveryCommand => ({
  type: 'CheckAdjustment',
  data: { adjustment: 1, supported, opinion: '属实。' },
});
const decision = {
  adjustment: 1,
  bodyKind: 'congress standing committee' as const,
  body: '市人大常委会',
  heldOn: '2019-08-01',
  documentNo: '常发〔2019〕9号',
};
const decide = (approved = true, body = '市人大常委会', heldOn = decision.heldOn): DeliveryCommand => ({
  type: 'DecideAdjustment',
  data: { ...decision, approved, body, heldOn },
});
const publish: DeliveryCommand = { type: 'PublishAdjustment', data: { adjustment: 1, noticeNo: '公告3号' } };

const applied = (before: (string | null)[], ...changes: Change[]): DeliveryEvent => ({
  type: 'AdjustmentApplied',
  data: {
    projectId,
    adjustment: 1,
    department: housing,
    before,
    changes,
    reason: '文物勘探，工期顺延。',
    evidence,
    appliedOn: '2019-07-20',
  },
});
const checked: DeliveryEvent = {
  type: 'AdjustmentChecked',
  data: { projectId, adjustment: 1, supported: true, opinion: '属实。', checkedOn: '2019-07-25' },
};
const approved = (...changes: Change[]): DeliveryEvent => ({
  type: 'AdjustmentApproved',
  data: { projectId, ...decision, changes, decidedOn: '2019-08-02' },
});
const rejected: DeliveryEvent = { type: 'AdjustmentRejected', data: { projectId, ...decision } };
const published: DeliveryEvent = {
  type: 'AdjustmentPublished',
  data: { projectId, adjustment: 1, noticeNo: '公告3号' },
};
const claimed: DeliveryEvent = {
  type: 'CompletionClaimed',
  data: { projectId, department: housing, statement: '已建成。', evidence: [], endedOn: '2019-07-03' },
};
const voted = (body: string): DeliveryEvent => {
  const begun = started();
  return { ...begun, data: { ...begun.data, adoptedBy: body } };
};
const inJuly = { today: '2019-07-20' };
const inAugust = { by: commission, today: '2019-08-02' };

/** A running project in which an adjustment has gone all its way by a day. */
const adjusted = (
  changes: Change[],
  today = '2019-08-02',
  before: (delivery: ReturnType<typeof startedDelivery>) => void = () => undefined,
  indicators = [indicator()],
) => {
  const delivery = startedDelivery(indicators);
  before(delivery);
  delivery.ask(apply(...changes), { by: housingOfficer, today });
  delivery.ask(check(), { by: commission, today });
  delivery.ask(decide(true, '市人大常委会', today), { by: commission, today });
  return delivery;
};

describe('an adjustment', () => {
  it('is applied for with the old value beside the new, checked, decided and published', () => {
    given(started())
      .when(apply(target('50')), inJuly)
      .then(applied(['60'], target('50')));
    given(started(), applied(['60'], target('50')))
      .when(check(), { by: commission, today: '2019-07-25' })
      .then(checked);
    given(started(), applied(['60'], target('50')), checked)
      .when(decide(), inAugust)
      .then(approved(target('50')));
    given(started(), applied(['60'], target('50')), checked, approved(target('50')))
      .when(publish, inAugust)
      .then(published);
  });
  it('shows what stands today of everything it would change', () =>
    given(started([indicator(), indicator({ id: 'i2', target: null, dueOn: '2019-10-31' })]))
      .when(apply(dueOn('2019-12-20'), title, lead(transport), target('5', 'i2'), dueOn('2019-11-30', 'i2')), inJuly)
      .thenMatches({ data: { before: ['2019-12-31', '新建改建农村公厕', housing, null, '2019-10-31'] } }));
  it('of a project that ends shows where it stands', () =>
    given(started())
      .when(apply(carryOver), inJuly)
      .then(applied(['under way'], carryOver)));
  it('is numbered, and the next one waits for nothing else than what it is about', () => {
    given(started(), applied(['60'], target('50')))
      .when(apply(target('40')))
      .thenRefused('ADJUSTMENT_ALREADY_OPEN');
    given(started(), applied(['60'], target('50')), checked)
      .when(apply(target('40')))
      .thenRefused('ADJUSTMENT_ALREADY_OPEN');
    given(started(), applied(['60'], target('50')))
      .when(apply(dueOn('2019-10-31')), inJuly)
      .thenMatches({ data: { adjustment: 2 } });
    given(started(), applied(['60'], target('50')), checked, rejected)
      .when(apply(target('40')))
      .thenMatches({ data: { adjustment: 2 } });
    given(started(), applied(['under way'], carryOver))
      .when(apply({ kind: 'terminate' }))
      .thenRefused('ADJUSTMENT_ALREADY_OPEN');
  });
  it('is applied for by a lead, for the indicators it leads', () => {
    const two = started([indicator(), indicator({ id: 'i2', lead: transport })]);
    given(two)
      .when(apply(target('50')), { by: healthOfficer })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT');
    given(two)
      .when(apply(target('50')), { by: transportOfficer })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT');
    given(two)
      .when(apply(title), { by: transportOfficer })
      .thenMatches({ data: { department: transport } });
  });
  it('is applied for and approved while the delivery is under way; otherwise it can only be rejected', () => {
    const waiting = [started(), applied(['60'], target('50')), checked, claimed];
    given(started(), claimed)
      .when(apply(target('50')))
      .thenRefused('DELIVERY_NOT_UNDER_WAY');
    given(...waiting)
      .when(decide(), inAugust)
      .thenRefused('DELIVERY_NOT_UNDER_WAY');
    given(...waiting)
      .when(decide(false), inAugust)
      .then(rejected);
  });
  it.each([
    ['congress standing committee', 'government executive meeting'],
    ['government executive meeting', 'congress standing committee'],
    ["chairpersons' meeting", 'congress'],
  ] as const)('is decided by a kind of body that the rules name: %s, not %s', (bodyKind, other) => {
    const named: DeliveryEvent = {
      type: 'RulesChanged',
      data: { projectId, rulesVersion: 2, rules: rules({ adjustmentBodies: [bodyKind] }), from: month(1) },
    };
    const past = [started(), named, applied(['60'], target('50')), checked];
    const by = (kind: BodyKind): DeliveryCommand => ({
      type: 'DecideAdjustment',
      data: { ...decision, bodyKind: kind, approved: true },
    });
    given(...past)
      .when(by(other), inAugust)
      .thenRefused('BODY_MAY_NOT_DECIDE');
    given(...past)
      .when(by(bodyKind), inAugust)
      .thenMatches({ type: 'AdjustmentApproved', data: { bodyKind } });
  });
  it('is decided by the body that adopted the list, and by whichever is recorded where an old list names none', () => {
    const past = [applied(['60'], target('50')), checked];
    given(voted('市人大常委会'), ...past)
      .when(decide(), inAugust)
      .then(approved(target('50')));
    given(voted('市人大常委会'), ...past)
      .when(decide(true, '市政府常务会议'), inAugust)
      .thenRefused('NOT_THE_ADOPTING_BODY');
    given(voted('市人大常委会'), ...past)
      .when(decide(false, '市政府常务会议'), inAugust)
      .thenRefused('NOT_THE_ADOPTING_BODY');
    given(started(), ...past)
      .when(decide(true, '市政府常务会议'), inAugust)
      .thenMatches({ type: 'AdjustmentApproved', data: { body: '市政府常务会议' } });
  });
  it('goes one step after the other, each once', () => {
    const past = [started(), applied(['60'], target('50'))];
    given(started()).when(check(), inAugust).thenRefused('ADJUSTMENT_UNKNOWN');
    given(...past)
      .when(decide(), inAugust)
      .thenRefused('ADJUSTMENT_NOT_CHECKED');
    given(...past, checked)
      .when(check(), inAugust)
      .thenRefused('ADJUSTMENT_ALREADY_CHECKED');
    given(...past, checked, approved(target('50')))
      .when(decide(), inAugust)
      .thenRefused('ADJUSTMENT_ALREADY_DECIDED');
    given(...past, checked, rejected)
      .when(decide(), inAugust)
      .thenRefused('ADJUSTMENT_ALREADY_DECIDED');
    given(...past, checked, rejected)
      .when(publish, inAugust)
      .thenRefused('ADJUSTMENT_NOT_APPROVED');
    given(...past, checked, approved(target('50')), published)
      .when(publish, inAugust)
      .thenRefused('ADJUSTMENT_NOT_APPROVED');
  });
  it('that the check does not support still goes to the body', () =>
    given(started(), applied(['60'], target('50')), {
      type: 'AdjustmentChecked',
      data: { projectId, adjustment: 1, supported: false, opinion: '理由不足。' },
    })
      .when(decide(), inAugust)
      .then(approved(target('50'))));
});

describe('what may be asked', () => {
  const year = indicator({ id: 'i2', stageGoals: [{ year: 2019, goal: '主体封顶' }] });
  it.each<[string, Change[], string]>([
    ['an indicator nobody promised', [target('50', 'i9')], 'INDICATOR_UNKNOWN'],
    ['one that does not concern this place', [target('50', 'i3')], 'INDICATOR_UNKNOWN'],
    ['the same target', [target('60')], 'NOTHING_TO_CHANGE'],
    ['the same target in other digits', [target('60.0')], 'NOTHING_TO_CHANGE'],
    ['the same lead', [lead(housing)], 'NOTHING_TO_CHANGE'],
    ['the same title', [{ kind: 'title', title: '新建改建农村公厕' }], 'NOTHING_TO_CHANGE'],
    ['the end of the year, which is the due date', [dueOn('2019-12-31')], 'NOTHING_TO_CHANGE'],
    ['one thing twice', [target('50'), target('40')], 'CHANGE_GIVEN_TWICE'],
    ['two ends', [carryOver, { kind: 'terminate' }], 'CHANGE_GIVEN_TWICE'],
    ['an end and something else', [carryOver, title], 'ENDING_STANDS_ALONE'],
    ['a figure for an event', [target('1', 'i4')], 'CHANGE_DOES_NOT_FIT'],
    ['a part above its whole', [target('61', 'i5')], 'CHANGE_DOES_NOT_FIT'],
    ['a whole below its part', [target('20')], 'CHANGE_DOES_NOT_FIT'],
    ['a floor above the ceiling', [target('30', 'i6')], 'CHANGE_DOES_NOT_FIT'],
    ['a day after the year without a goal for this year', [dueOn('2020-06-30')], 'DUE_AFTER_THE_YEAR'],
    ['a year that is not later', [{ ...carryOver, toYear: 2019 }], 'NOT_TO_A_LATER_YEAR'],
    ['a merge into itself', [{ kind: 'merge', into: projectId }], 'INTO_ITSELF'],
    ['a split into itself', [{ kind: 'split', into: [projectId, project(8)] }], 'INTO_ITSELF'],
    ['a split into one project twice', [{ kind: 'split', into: [project(8), project(8)] }], 'INTO_ITSELF'],
  ])('is not %s', (_, changes, code) =>
    given(
      started([
        indicator(),
        year,
        indicator({ id: 'i3', applicable: false }),
        indicator({ id: 'i4', comparator: 'event', target: null, additive: false }),
        indicator({ id: 'i5', target: '30', partOf: 'i1' }),
        indicator({ id: 'i6', comparator: 'range', target: '10', ceiling: '20', additive: false }),
      ]),
    )
      .when(apply(...changes), inJuly)
      .thenRefused(code),
  );
  it('may be a day after the year where this year has a goal of its own', () =>
    given(started([indicator(), year]))
      .when(apply(dueOn('2020-06-30', 'i2')), inJuly)
      .thenMatches({ type: 'AdjustmentApplied' }));
});

describe('an approved adjustment takes effect', () => {
  const commitment = (delivery: ReturnType<typeof startedDelivery>) => delivery.started().commitment;
  it('on target, words, day, lead and title', () => {
    const changes: Change[] = [
      DeliveryCommands.Change.parse({ kind: 'target', indicatorId: 'i1', target: '50', targetText: '50座以上' }),
      dueOn('2019-12-20'),
      lead(transport),
      title,
    ];
    expect(commitment(adjusted(changes))).toMatchObject({
      title: '新建公厕',
      indicators: [{ target: '50', targetText: '50座以上', dueOn: '2019-12-20', lead: transport }],
    });
  });
  it('and the original stays readable, however often it changes', () => {
    const delivery = adjusted([target('50')]);
    delivery.ask(apply(target('40')), { by: housingOfficer, today: '2019-09-02' });
    delivery.ask(
      { type: 'CheckAdjustment', data: { adjustment: 2, supported: true, opinion: '属实。' } },
      { by: commission, today: '2019-09-03' },
    );
    delivery.ask(
      { type: 'DecideAdjustment', data: { ...decision, adjustment: 2, approved: true, heldOn: '2019-09-04' } },
      { by: commission, today: '2019-09-05' },
    );
    expect([delivery.started().original?.indicators[0].target, commitment(delivery).indicators[0].target]).toEqual([
      '60',
      '40',
    ]);
    expect([7, 8, 9].map((number) => commitmentAt(delivery.started(), month(number)).indicators[0].target)).toEqual([
      '60',
      '50',
      '40',
    ]);
  });
  it('not when it is rejected', () => {
    const delivery = startedDelivery();
    delivery.ask(apply(target('50')), inJuly);
    delivery.ask(check(), { by: commission, ...inJuly });
    delivery.ask(decide(false), { by: commission });
    expect([commitment(delivery).indicators[0].target, delivery.started().original]).toEqual(['60', undefined]);
  });
  it.each<[Change, string, string | undefined]>([
    [carryOver, 'carried over', 'not met'],
    [{ kind: 'terminate' }, 'terminated', 'not met'],
    [{ kind: 'split', into: [project(8), project(9)] }, 'split', undefined],
    [{ kind: 'merge', into: project(8) }, 'merged', undefined],
  ])('and ends the project: %j', (change, status, outcome) => {
    const delivery = adjusted([change]);
    expect([delivery.started().status, delivery.started().outcome, delivery.started().endedIn]).toEqual([
      status,
      outcome,
      '2019-08',
    ]);
    expect(delivery.refusal(submit(8, reportLine('i1', '9')))).toBe('DELIVERY_NOT_UNDER_WAY');
    expect(
      delivery.refusal(
        { type: 'IssueOrder', data: { period: month(8), department: housing, level: 'yellow', reason: '未报。' } },
        { by: commission },
      ),
    ).toBe('DELIVERY_NOT_UNDER_WAY');
    expect(delivery.refusal(publish, { by: commission })).toBeUndefined();
  });
  it('and after an end there is nothing to measure, and nobody to press', () => {
    const delivery = adjusted([carryOver]);
    expect(delivery.ask(close(7), { by: commission })).toMatchObject([
      { type: 'MonthClosed', data: { light: { colour: 'red', missing: [housing] } } },
    ]);
    expect(delivery.ask(close(8), { by: commission })).toMatchObject([
      { type: 'MonthClosed', data: { light: { colour: 'grey', why: 'nothing to measure', missing: [] } } },
    ]);
  });
  it("and keeps the districts' targets as a buffer where it says so: another breakdown may follow", () => {
    const kept = { ...target('50'), districts: { targets: 'kept as buffer' as const } };
    const delivery = adjusted([kept], '2019-08-02', (before) =>
      before.ask(toTwoDistricts('40', '20'), { by: commission }),
    );
    expect(delivery.started().districts).toMatchObject({ i1: [{ target: '40' }, { target: '20' }] });
    expect(delivery.refusal(toTwoDistricts('30', '20'), { by: commission })).toBeUndefined();
  });
});

describe('a reduction erases no earlier warning', () => {
  it('months before it are judged by what was promised then, also when they are seen again', () => {
    const inJune = (delivery: ReturnType<typeof startedDelivery>) => {
      delivery.report(6, reportLine('i1', '15'));
      delivery.ask(close(6), { by: commission });
    };
    const delivery = adjusted([target('30')], '2019-08-02', inJune);
    expect(delivery.light(6)).toMatchObject({ colour: 'yellow', worst: { percent: '25' } });
    delivery.ask(correct(6, reportLine('i1', '16')));
    delivery.ask(verify(6), { by: commission });
    // of 60; of 30 it would have been 53.3 and on the line
    expect(delivery.light(6)).toMatchObject({ colour: 'yellow', worst: { percent: '26.7' } });
    delivery.report(8, reportLine('i1', '20'));
    delivery.ask(close(8), { by: commission });
    expect(delivery.light(8)).toMatchObject({ colour: 'green', why: 'on the line' });
  });
});

describe('after a change of lead', () => {
  const reported = (delivery: ReturnType<typeof startedDelivery>) => {
    for (const number of [6, 7]) {
      delivery.report(number, reportLine('i1', String(number * 5)));
      delivery.ask(close(number), { by: commission });
    }
  };
  const handedOver = () => adjusted([lead(transport)], '2019-08-02', reported);

  it('months that the former lead reported are not missing, also when they are seen again', () => {
    const delivery = handedOver();
    delivery.ask(correct(6, reportLine('i1', '31')), { by: transportOfficer });
    delivery.ask(verify(6, transport), { by: commission });
    expect([6, 7].map((number) => delivery.light(number))).toMatchObject([
      { colour: 'green', missing: [] },
      { colour: 'green', missing: [] },
    ]);
  });
  it('the clock asks whoever led in a month for its report: the new lead for those after the change alone', () => {
    const events = handedOver().ask({ type: 'PassDay', data: {} }, { by: timer, today: '2019-09-03' });
    expect(
      events.flatMap(({ type, data }) => (type === 'ReportOverdue' ? [`${data.department} ${data.period}`] : [])),
    ).toEqual([...[1, 2, 3, 4, 5].map((number) => `${housing} ${month(number)}`), `${transport} ${month(8)}`]);
  });
  it('a month after the change that nobody reported is the new lead’s to report', () => {
    const delivery = handedOver();
    delivery.ask(close(8), { by: commission });
    expect(delivery.light(8)).toMatchObject({ colour: 'red', missing: [transport] });
  });
  it('a lead that takes over one indicator of two still owes what it led before', () => {
    const delivery = adjusted(
      [lead(transport)],
      '2019-08-02',
      (before) => {
        before.report(6, reportLine('i1', '30'));
      },
      [indicator(), indicator({ id: 'i2', lead: transport })],
    );
    delivery.ask(close(6), { by: commission });
    expect(delivery.light(6)).toMatchObject({ missing: [transport] });
  });
});
