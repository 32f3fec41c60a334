import { projects } from './project.projection';
import {
  aYear,
  clinics,
  delivering,
  evaluating,
  gardens,
  health,
  indicator,
  opened,
  proposed,
  rater,
  stadium,
  started,
  works,
} from '../testing/a-year';
import { rowAfter, rowsAfter, type GivenEvent } from '../testing/given-events';

const through = (type: GivenEvent['type'], all: readonly GivenEvent[]) =>
  all.slice(0, all.findIndex((event) => event.type === type) + 1);
const delivered = (type: GivenEvent['type']) => rowAfter(projects, proposed(gardens), ...through(type, delivering));
const evaluatedTo = (type: GivenEvent['type']) =>
  rowAfter(
    projects,
    proposed(gardens),
    ...delivering,
    ...through(type, evaluating).filter((event) => event.type !== 'ProjectRated' && event.type !== 'RatingChanged'),
  );

describe('the projects that people read', () => {
  it('shows a candidate with what it promises and nothing more', async () => {
    const indicators = [
      indicator(),
      indicator({ id: 'i2', lead: health }),
      indicator({ id: 'i3', lead: '市教育局', applicable: false }),
    ];
    expect(
      await rowAfter(projects, proposed(gardens, { indicators, suggestions: ['511400-2019-lamps00001'] })),
    ).toMatchObject({
      projectId: gardens,
      listId: '511400-2019',
      regionCode: '511400',
      no: null,
      title: '新建口袋公园',
      domain: '环境友好',
      status: 'candidate',
      leads: [works, health],
      suggestions: ['511400-2019-lamps00001'],
      light: null,
      periods: [],
      adjustments: [],
      original: null,
      lights: [],
      orders: [],
      issues: [],
      evaluation: null,
      outcome: null,
      candidateVersion: 1,
      deliveryVersion: 0,
      evaluationVersion: 0,
    });
  });
  it.each([
    ['CandidateShelved', 'shelved', { reason: '用地未落实' }],
    ['CandidatePassedOver', 'passed over', {}],
  ] as const)('says after %s that it is %s', async (type, status, data) => {
    expect(await rowAfter(projects, proposed(gardens), { type, data: { projectId: gardens, ...data } })).toMatchObject({
      status,
      candidateVersion: 2,
    });
  });
  it('takes its number from the adopted list', async () => {
    const adopted = aYear.find(({ type }) => type === 'CandidateAdopted')!;
    expect(await rowAfter(projects, proposed(gardens), adopted, started(gardens))).toMatchObject({
      no: 1,
      status: 'under way',
      candidateVersion: 2,
      deliveryVersion: 1,
    });
  });
  it('shows the breakdown: districts, their targets, own steps and the leader in charge', async () => {
    const row = await delivered('TargetsBrokenDown');
    expect(row).toMatchObject({
      leaderInCharge: '副市长',
      districts: ['东坡区', '彭山区'],
      targets: {
        i1: [
          { district: '东坡区', target: '7' },
          { district: '彭山区', target: '5' },
        ],
      },
    });
    expect(row.commitment.indicators[0].steps).toEqual([{ due: '2019-06', text: '过半', quantity: '6' }]);
  });
  it('forgets the sense of the promised steps with them: what the breakdown names has its own', async () => {
    const [
      {
        commitment: {
          indicators: [{ steps, ...rest }],
        },
      },
    ] = await rowsAfter(
      projects,
      proposed(gardens, {
        indicators: [indicator({ steps: [{ due: '2019-06', text: '过半', quantity: '6' }], stepsAre: 'increments' })],
      }),
      started(gardens),
      delivering.find(({ type }) => type === 'TargetsBrokenDown')!,
    );
    expect(steps).toHaveLength(1);
    expect(rest.stepsAre).toBeUndefined();
  });
  it('joins an issue with its decision and result', async () => {
    expect((await delivered('IssueResolved')).issues).toEqual([
      {
        issue: 1,
        department: works,
        title: '用地',
        detail: '两处用地未批',
        meeting: '第三次联席会议',
        decision: '先行用地',
        owner: '市自然资源局',
        dueOn: '2019-08-30',
        result: '已批',
        status: 'resolved',
        overdue: false,
        reopenedFor: '又停了',
      },
    ]);
  });
  it('follows a supervision order to its closing', async () => {
    expect((await delivered('OrderIssued')).orders).toMatchObject([
      { order: 1, department: works, dueOn: '2019-07-15', status: 'issued' },
    ]);
    expect((await delivered('OrderAnswered')).orders).toMatchObject([{ status: 'answered', answer: '已整改' }]);
    expect((await delivered('OrderClosed')).orders).toMatchObject([{ status: 'closed', answer: '已整改' }]);
  });
  it('keeps "not met" when an inspection of it fails, and takes completion back when that fails', async () => {
    expect(await delivered('AcceptanceFailed')).toMatchObject({
      status: 'not met',
      outcome: 'not met',
      acceptance: { passed: false },
    });
    const claimed = delivering.find(({ type }) => type === 'CompletionClaimed')!;
    const failed = delivering.find(({ type }) => type === 'AcceptanceFailed')!;
    expect(await rowAfter(projects, proposed(gardens), started(gardens), claimed, failed)).toMatchObject({
      status: 'under way',
      outcome: null,
      completion: { department: works },
    });
  });
  it('is accepted with the inspection and without the rules that travelled along', async () => {
    expect((await delivered('AcceptancePassed')).acceptance).toEqual({
      passed: true,
      inspector: '市建设工程质量监督站',
      acceptedOn: '2019-11-20',
      items: [{ item: '绿化', passed: true, note: '' }],
      evidence: [{ kind: 'certificate', caption: '验收证书' }],
    });
  });
  it('keeps the channels of the evaluation apart', async () => {
    expect(await evaluatedTo('SatisfactionBallotRecorded')).toMatchObject({
      status: 'evaluating',
      evaluation: {
        opensOn: '2019-11-20',
        closesOn: '2019-12-20',
        closed: false,
        survey: { surveyor: '市统计局', asked: 100 },
        thirdParty: { institute: '省社科院' },
        ballot: { valid: 30 },
      },
    });
  });
  it('follows a rectification to its closing', async () => {
    expect((await evaluatedTo('RectificationClosed')).evaluation!.rectifications).toEqual([
      {
        ticket: rater,
        level: 1,
        dueOn: '2019-12-10',
        departments: [works],
        status: 'closed',
        answer: '已补种',
        result: '满意',
      },
    ]);
  });
  it('ends scored, graded and closed', async () => {
    expect(await evaluatedTo('SatisfactionScored')).toMatchObject({
      status: 'scored',
      satisfaction: '88.4',
      grade: '满意',
      evaluation: { closed: true, score: { channels: { rating: { score: null } } } },
    });
    expect(await evaluatedTo('ProjectClosed')).toMatchObject({
      status: 'closed',
      outcome: 'met',
      archiveNo: '2019-实事-1',
      candidateVersion: 1,
      deliveryVersion: 51,
      evaluationVersion: 9,
    });
  });
  it('does not invent a project from events that come without its beginning', async () => {
    expect(await rowsAfter(projects, started(gardens), opened)).toEqual([]);
  });
  it('never changes the published light of a month', async () => {
    const row = await delivered('LightRecomputed');
    expect(row.lights).toEqual([
      { period: '2019-03', published: 'green', now: 'green', shown: 'green', why: 'on the line' },
      { period: '2019-06', published: 'red', now: 'yellow', shown: 'yellow', why: 'caught up later' },
    ]);
    expect(row.light).toBe('yellow');
  });
  it('shows a light set by hand while it is in force, beside the computed one', async () => {
    expect(await delivered('LightOverridden')).toMatchObject({
      light: 'green',
      lights: [
        {},
        {
          published: 'red',
          now: 'yellow',
          shown: 'green',
          override: { colour: 'green', decidedBy: '市长', until: '2019-07-31' },
        },
      ],
    });
    const after = await delivered('OverrideEnded');
    expect(after.light).toBe('yellow');
    expect(after.lights[1]).not.toHaveProperty('override');
  });
  it(
    'remembers what the clock told of a month: a report handed in is owed no more, and was overdue all the ' + 'same',
    async () => {
      expect((await delivered('ReportOverdue')).periods).toEqual([
        { period: '2019-03', dueOn: '2019-03-28', reminded: [works], overdue: [works], owed: [works] },
      ]);
      expect((await delivered('ReportSubmitted')).periods).toMatchObject([{ overdue: [works], owed: [] }]);
    },
  );
  it('follows an order through its receipt and its escalation', async () => {
    expect((await delivered('OrderReceived')).orders).toMatchObject([
      { level: 'yellow', status: 'received', receivedOn: '2019-07-03' },
    ]);
    expect((await delivered('OrderOverdue')).orders).toMatchObject([{ overdue: true }]);
    expect((await delivered('OrderEscalated')).orders).toMatchObject([
      {
        level: 'red',
        dueOn: '2019-07-22',
        status: 'issued',
        overdue: false,
        escalations: [{ level: 'red', reason: '逾期未答复' }],
      },
    ]);
  });
  it('lists who is under listed supervision until it is lifted', async () => {
    expect(await delivered('MeasureTaken')).toMatchObject({
      listed: [works],
      escalations: [{ step: { measure: 'written reasons' } }],
      measures: [{ measure: 'listed supervision' }],
    });
    expect(await delivered('Delisted')).toMatchObject({ listed: [], measures: [{}] });
  });
  it('changes the promise when an adjustment is approved, and keeps the original readable', async () => {
    expect(await delivered('AdjustmentChecked')).toMatchObject({
      original: null,
      adjustments: [{ status: 'checked', before: ['12'], check: { supported: true } }],
    });
    expect(await delivered('AdjustmentApproved')).toMatchObject({
      original: { indicators: [{ target: '12' }] },
      commitment: { indicators: [{ target: '10' }] },
      adjustments: [{ status: 'approved', decision: { body: '市人民代表大会' } }],
    });
    expect((await delivered('AdjustmentPublished')).adjustments).toMatchObject([
      { status: 'published', noticeNo: '公告第8号' },
    ]);
    expect((await delivered('AdjustmentRejected')).adjustments).toMatchObject([
      { status: 'published' },
      { status: 'rejected' },
    ]);
  });
  it.each([
    ['carry over', { toYear: 2020, goal: '建成' }, 'carried over', 'not met'],
    ['split', { into: [clinics, stadium] }, 'split', null],
    ['merge', { into: clinics }, 'merged', null],
    ['terminate', {}, 'terminated', 'not met'],
  ])('ends by %s', async (kind, data, status, outcome) => {
    const approved: GivenEvent = {
      type: 'AdjustmentApproved',
      data: {
        projectId: gardens,
        adjustment: 1,
        changes: [{ kind, ...data }],
        body: '市人大',
        heldOn: '2019-08-01',
        documentNo: '8号',
        decidedOn: '2019-08-01',
      },
    };
    expect(await rowAfter(projects, proposed(gardens), started(gardens), approved)).toMatchObject({ status, outcome });
  });
  it('is opened again when a look back finds that it does not hold', async () => {
    const events = evaluating.filter(({ type }) => type === 'LookedBack' || type === 'ProjectReopened');
    expect(await rowAfter(projects, proposed(gardens), started(gardens), ...events)).toMatchObject({
      status: 'under way',
      outcome: null,
      lookBacks: [
        { holds: true, findings: '完好' },
        { holds: false, findings: '一处废弃' },
      ],
    });
  });
});
