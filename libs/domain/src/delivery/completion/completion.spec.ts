import { DeliveryCommands, type DeliveryCommand, type DeliveryEvent } from '@minsheng/contracts';
import { dongpo, healthOfficer, housing, indicator, month, pengshan, rules, transport } from '../../testing/fixtures';
import {
  brokenDown,
  close,
  given,
  reportLine,
  projectId,
  startedDelivery,
  started,
  submitted,
  toTwoDistricts,
  verified,
} from '../delivery.fixtures';

const evidence = [{ kind: 'certificate' as const, caption: '竣工验收备案表' }];
const claim: DeliveryCommand = { type: 'ClaimCompletion', data: { statement: '全部建成并投入使用。', evidence } };
const notMet: DeliveryCommand = { type: 'RecordNotMet', data: { body: '市人民政府', reason: '文物勘探，工期顺延。' } };
const inspect = (passed: boolean): DeliveryCommand => ({
  type: 'InspectProject',
  data: DeliveryCommands.InspectProject.schema.parse({
    inspector: '市政府督查室',
    items: [
      { item: '数量', passed: true, note: '' },
      { item: '质量', passed, note: '' },
    ],
    evidence,
  }),
});
const closing = (change: Partial<{ scored: boolean; openRectifications: number }> = {}): DeliveryCommand => ({
  type: 'CloseEvaluatedProject',
  data: { archiveNo: 'MS-2019-07', scored: true, openRectifications: 0, ...change },
});

const reported = (value: string): DeliveryEvent[] => [
  started(),
  submitted(12, [reportLine('i1', value)]),
  verified(12, [reportLine('i1', value)]),
];
const claimed: DeliveryEvent = {
  type: 'CompletionClaimed',
  data: { projectId, department: housing, statement: '全部建成并投入使用。', evidence, endedOn: '2019-12-31' },
};
const recordedNotMet: DeliveryEvent = {
  type: 'NotMetRecorded',
  data: { projectId, body: '市人民政府', reason: '文物勘探，工期顺延。', endedOn: '2019-12-31' },
};
const passed: DeliveryEvent = {
  type: 'AcceptancePassed',
  data: {
    projectId,
    level: '验收',
    acceptedOn: '2019-12-31',
    rulesVersion: 1,
    rules: rules(),
    leads: [housing],
    ...(inspect(true).data as Extract<DeliveryCommand, { type: 'InspectProject' }>['data']),
  },
};
const failed: DeliveryEvent = {
  type: 'AcceptanceFailed',
  data: {
    projectId,
    level: '验收',
    ...(inspect(false).data as Extract<DeliveryCommand, { type: 'InspectProject' }>['data']),
  },
};
const projectClosed: DeliveryEvent = {
  type: 'ProjectClosed',
  data: { projectId, archiveNo: 'MS-2019-07', outcome: 'met' },
};

describe('completion', () => {
  it('is claimed once every indicator is met by verified figures', () =>
    given(...reported('60'))
      .when(claim)
      .then(claimed));
  it.each([
    ['a unit is missing', reported('59')],
    ['nothing was reported', [started()]],
    ['the figure is only claimed', [started(), submitted(12, [reportLine('i1', '60')])]],
    [
      'only the works are at 100 percent',
      [
        started(),
        submitted(12, [reportLine('i1', undefined, { worksPercent: '100' })]),
        verified(12, [reportLine('i1', undefined, { worksPercent: '100' })]),
      ],
    ],
    [
      'one of two indicators is not met',
      [
        started([indicator(), indicator({ id: 'i2' })]),
        submitted(12, [reportLine('i1', '60')]),
        verified(12, [reportLine('i1', '60')]),
      ],
    ],
    ['an event did not happen', [started([indicator({ comparator: 'event', target: null, additive: false })])]],
  ])('is refused while %s', (_, past) =>
    given(...past)
      .when(claim)
      .thenRefused('INDICATORS_NOT_MET'),
  );
  it('does not wait for what does not concern this place', () =>
    given(
      started([indicator(), indicator({ id: 'i2', applicable: false })]),
      submitted(12, [reportLine('i1', '60')]),
      verified(12, [reportLine('i1', '60')]),
    )
      .when(claim)
      .then(claimed));
  it('looks no further than the month that runs', () =>
    given(started(), submitted(12, [reportLine('i1', '60')]), verified(12, [reportLine('i1', '60')]))
      .when(claim, { today: '2019-11-30' })
      .thenRefused('INDICATORS_NOT_MET'));
  it('is claimed by a lead', () =>
    given(...reported('60'))
      .when(claim, { by: healthOfficer })
      .thenRefused('NOT_THE_LEAD_DEPARTMENT'));
  it('is claimed once', () =>
    given(...reported('60'), claimed)
      .when(claim)
      .thenRefused('DELIVERY_NOT_UNDER_WAY'));

  const rate = indicator({ unit: '%', target: '95', additive: false });
  const districts = (first: string, second: string) => [
    reportLine('i1', first, { district: dongpo }),
    reportLine('i1', second, { district: pengshan }),
  ];
  const rated = (first: string, second: string): DeliveryEvent[] => [
    started([rate]),
    brokenDown(toTwoDistricts('95', '95')),
    submitted(12, districts(first, second)),
    verified(12, districts(first, second)),
  ];
  it('of a rate told by districts needs each of them', () => {
    given(...rated('96', '95'))
      .when(claim)
      .then(claimed);
    given(...rated('99', '94'))
      .when(claim)
      .thenRefused('INDICATORS_NOT_MET');
  });
});

describe('“not met”', () => {
  it('is recorded as a decision with its body and reason', () =>
    given(...reported('59'))
      .when(notMet)
      .then(recordedNotMet));
  it('is refused where all indicators are met', () =>
    given(...reported('60'))
      .when(notMet)
      .thenRefused('ALL_INDICATORS_MET'));
  it('is not recorded over a claim of completion', () =>
    given(...reported('60'), claimed)
      .when(notMet)
      .thenRefused('DELIVERY_NOT_UNDER_WAY'));
});

describe('acceptance', () => {
  it('passes where every item passed, and hands on the rules and leads', () =>
    given(...reported('60'), claimed)
      .when(inspect(true))
      .then(passed));
  it('names all leads of what concerns this place', () =>
    given(
      started([
        indicator(),
        indicator({ id: 'i2', lead: transport }),
        indicator({ id: 'i3', lead: '市教育局', applicable: false }),
        indicator({ id: 'i4' }),
      ]),
      ...[submitted, verified].map((event) =>
        event(
          12,
          ['i1', 'i2', 'i4'].map((id) => reportLine(id, '60')),
        ),
      ),
      claimed,
    )
      .when(inspect(true))
      .thenMatches({ data: { leads: [housing, transport] } }));
  it('fails where one item failed', () =>
    given(...reported('60'), claimed)
      .when(inspect(false))
      .then(failed));
  it('failed, sends the project back: completion must be claimed again', () => {
    given(...reported('60'), claimed, failed)
      .when(inspect(true))
      .thenRefused('COMPLETION_NOT_CLAIMED');
    given(...reported('60'), claimed, failed)
      .when(claim)
      .then(claimed);
    given(...reported('60'), claimed, failed, claimed)
      .when(inspect(true))
      .then(passed);
  });
  it('failed after “not met”, is simply repeated', () =>
    given(...reported('59'), recordedNotMet, failed)
      .when(inspect(true))
      .then(passed));
  it('waits for a claim', () =>
    given(...reported('60'))
      .when(inspect(true))
      .thenRefused('COMPLETION_NOT_CLAIMED'));
  it('happens once', () =>
    given(...reported('60'), claimed, passed)
      .when(inspect(true))
      .thenRefused('COMPLETION_NOT_CLAIMED'));
});

describe('closing', () => {
  const accepted = [...reported('60'), claimed, passed];
  it('files the project under its number, as met', () =>
    given(...accepted)
      .when(closing())
      .then(projectClosed));
  it('files it as not met where that was recorded', () =>
    given(...reported('59'), recordedNotMet, passed)
      .when(closing())
      .then({ type: 'ProjectClosed', data: { projectId, archiveNo: 'MS-2019-07', outcome: 'not met' } }));
  it.each([
    ['under way', reported('60')],
    ['claimed', [...reported('60'), claimed]],
    ['sent back', [...reported('60'), claimed, failed]],
    ['closed already', [...accepted, projectClosed]],
  ])('needs acceptance: it is %s', (_, past) =>
    given(...past)
      .when(closing())
      .thenRefused('NOT_ACCEPTED'),
  );
  it('needs a score', () =>
    given(...accepted)
      .when(closing({ scored: false }))
      .thenRefused('NOT_SCORED'));
  it('needs every rectification closed', () =>
    given(...accepted)
      .when(closing({ openRectifications: 1 }))
      .thenRefused('RECTIFICATIONS_OPEN'));

  const issued: DeliveryEvent = {
    type: 'OrderIssued',
    data: {
      projectId,
      order: 1,
      period: month(3),
      department: housing,
      level: 'yellow',
      reason: '三月未报。',
      dueOn: '2019-04-20',
    },
  };
  it('needs every order closed', () => {
    given(...reported('60'), issued, claimed, passed)
      .when(closing())
      .thenRefused('ORDERS_OPEN');
    given(
      ...reported('60'),
      issued,
      { type: 'OrderAnswered', data: { projectId, order: 1, department: housing, answer: '已整改。' } },
      claimed,
      passed,
    )
      .when(closing())
      .thenRefused('ORDERS_OPEN');
    given(
      ...reported('60'),
      issued,
      { type: 'OrderClosed', data: { projectId, order: 1, waiver: '免于答复。' } },
      claimed,
      passed,
    )
      .when(closing())
      .then(projectClosed);
  });
});

describe('what is still open', () => {
  const accepted = [claimed, passed];
  const raised: DeliveryEvent = {
    type: 'IssueRaised',
    data: { projectId, issue: 1, department: housing, title: '用地指标不足', detail: '三个点位无用地指标。' },
  };
  const decided: DeliveryEvent = {
    type: 'IssueDecided',
    data: {
      projectId,
      issue: 1,
      meeting: '第二次联席会议',
      decision: '由市自然资源局调剂。',
      owner: transport,
      dueOn: '2019-05-31',
    },
  };
  const resolved: DeliveryEvent = { type: 'IssueResolved', data: { projectId, issue: 1, result: '用地已调剂。' } };
  const applied: DeliveryEvent = {
    type: 'AdjustmentApplied',
    data: {
      projectId,
      adjustment: 1,
      department: housing,
      changes: [{ kind: 'title', title: '新建公厕' }],
      before: ['新建改建农村公厕'],
      reason: '名称更准确。',
      evidence,
    },
  };
  const checked: DeliveryEvent = {
    type: 'AdjustmentChecked',
    data: { projectId, adjustment: 1, supported: true, opinion: '属实。' },
  };
  const rejected: DeliveryEvent = {
    type: 'AdjustmentRejected',
    data: { projectId, adjustment: 1, body: '市人大常委会', heldOn: '2019-08-01', documentNo: '1号' },
  };
  const listed: DeliveryEvent = {
    type: 'MeasureTaken',
    data: {
      projectId,
      period: month(3),
      department: housing,
      measure: 'listed supervision',
      record: '挂牌督办。',
      on: '2019-04-02',
    },
  };
  const delisted: DeliveryEvent = {
    type: 'Delisted',
    data: { projectId, department: housing, reason: '已追平序时。' },
  };

  it.each<[string, string, DeliveryEvent[]]>([
    ['ISSUES_OPEN', 'an issue is only raised', [raised]],
    ['ISSUES_OPEN', 'an issue is only decided', [raised, decided]],
    ['ADJUSTMENTS_UNDECIDED', 'an adjustment is only applied for', [applied]],
    ['ADJUSTMENTS_UNDECIDED', 'an adjustment is only checked', [applied, checked]],
    ['STILL_LISTED', 'a department is under listed supervision', [listed]],
  ])('keeps a project from being filed: %s while %s', (code, _, open) =>
    given(...reported('60'), ...open, ...accepted)
      .when(closing())
      .thenRefused(code),
  );
  it('lets it go once all of it is settled', () =>
    given(...reported('60'), raised, decided, resolved, applied, checked, rejected, listed, delisted, ...accepted)
      .when(closing())
      .then(projectClosed));
});

describe('once a delivery has ended', () => {
  const finishedInOctober = () => {
    const delivery = startedDelivery([indicator({ target: '60' })]);
    delivery.report(10, reportLine('i1', '60'));
    delivery.ask(close(10));
    delivery.ask(claim, { today: '2019-11-03' });
    return delivery;
  };

  it('nobody expects a report any more: its later months are judged by what was verified', () => {
    const delivery = finishedInOctober();
    for (const number of [11, 12]) delivery.ask(close(number));
    expect([10, 11, 12].map((number) => delivery.light(number))).toMatchObject(
      Array(3).fill({ colour: 'green', why: 'on the line', missing: [] }),
    );
  });

  it('but a month before it is missed where it was missed', () => {
    const delivery = finishedInOctober();
    delivery.ask(close(9));
    expect(delivery.light(9)).toMatchObject({ colour: 'red', why: 'no verified report', missing: [housing] });
  });
});
