import {
  aYear,
  delivering,
  gardens,
  health,
  indicator,
  opened,
  proposed,
  rowAfter,
  rowsAfter,
  started,
  works,
} from '../testing';
import { deliveredUntil } from './project.fixtures';
import { projects } from './project.projection';

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
  it('does not invent a project from events that come without its beginning', async () => {
    expect(await rowsAfter(projects, started(gardens), opened)).toEqual([]);
  });
  it('shows the breakdown: districts, their targets, own steps and the leader in charge', async () => {
    const row = await deliveredUntil('TargetsBrokenDown');
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
  it('owes a report no more once it was handed in, and still shows that it was overdue', async () => {
    expect((await deliveredUntil('ReportOverdue')).periods).toEqual([
      { period: '2019-03', dueOn: '2019-03-28', reminded: [works], overdue: [works], owed: [works] },
    ]);
    expect((await deliveredUntil('ReportSubmitted')).periods).toMatchObject([{ overdue: [works], owed: [] }]);
  });
  it('never changes the published light of a month', async () => {
    const row = await deliveredUntil('LightRecomputed');
    expect(row.lights).toEqual([
      { period: '2019-03', published: 'green', now: 'green', shown: 'green', why: 'on the line' },
      { period: '2019-06', published: 'red', now: 'yellow', shown: 'yellow', why: 'caught up later' },
    ]);
    expect(row.light).toBe('yellow');
  });
  it('shows a light set by hand while it is in force, next to the computed one', async () => {
    expect(await deliveredUntil('LightOverridden')).toMatchObject({
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
    const after = await deliveredUntil('OverrideEnded');
    expect(after.light).toBe('yellow');
    expect(after.lights[1]).not.toHaveProperty('override');
  });
});
