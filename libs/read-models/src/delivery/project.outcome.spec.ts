import {
  clinics,
  closed,
  delivering,
  evaluating,
  gardens,
  proposed,
  rater,
  rowAfter,
  stadium,
  started,
  streamOf,
  works,
  type GivenEvent,
} from '../testing';
import { deliveredUntil, evaluatedUntil, eventsUntil } from './project.fixtures';
import { projects } from './project.projection';

describe('the outcome of a project', () => {
  it('changes the promise when an adjustment is approved, and keeps the original readable', async () => {
    expect(await deliveredUntil('AdjustmentChecked')).toMatchObject({
      original: null,
      adjustments: [{ status: 'checked', before: ['12'], check: { supported: true } }],
    });
    expect(await deliveredUntil('AdjustmentApproved')).toMatchObject({
      original: { indicators: [{ target: '12' }] },
      commitment: { indicators: [{ target: '10' }] },
      adjustments: [{ status: 'approved', decision: { body: '市人民代表大会' } }],
    });
    expect((await deliveredUntil('AdjustmentPublished')).adjustments).toMatchObject([
      { status: 'published', noticeNo: '公告第8号' },
    ]);
    expect((await deliveredUntil('AdjustmentRejected')).adjustments).toMatchObject([
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
  it('keeps "not met" when an inspection of it fails, and takes completion back when that fails', async () => {
    expect(await deliveredUntil('AcceptanceFailed')).toMatchObject({
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
  it('is not known while completion is claimed, and known once it is accepted', async () => {
    const claimed = delivering.find(({ type }) => type === 'CompletionClaimed')!;
    const passed = delivering.find(({ type }) => type === 'AcceptancePassed')!;
    expect(await rowAfter(projects, proposed(gardens), started(gardens), claimed)).toMatchObject({
      status: 'completion claimed',
      outcome: null,
    });
    expect(await rowAfter(projects, proposed(gardens), started(gardens), claimed, passed)).toMatchObject({
      status: 'accepted',
      outcome: 'met',
    });
  });
  it('accepted as met shows no light of a month before its completion', async () => {
    const claimed = delivering.find(({ type }) => type === 'CompletionClaimed')!;
    const passed = delivering.find(({ type }) => type === 'AcceptancePassed')!;
    const red = closed({ period: '2019-01', colour: 'red', why: 'no verified report', missing: [works] });
    const green = closed({ period: '2019-12' });
    const after = (...events: readonly GivenEvent[]) =>
      rowAfter(projects, proposed(gardens), started(gardens), ...events);
    expect(await after(red, claimed)).toMatchObject({ light: 'red' });
    expect(await after(red, claimed, passed)).toMatchObject({ light: null, outcome: 'met' });
    expect(await after(red, claimed, passed, green)).toMatchObject({ light: 'green' });
    expect(await after(claimed, passed, red)).toMatchObject({ light: null });
  });
  it('is accepted with the inspection and without the rules that travelled along', async () => {
    expect((await deliveredUntil('AcceptancePassed')).acceptance).toEqual({
      passed: true,
      inspector: '市建设工程质量监督站',
      acceptedOn: '2019-11-20',
      items: [{ item: '绿化', passed: true, note: '' }],
      evidence: [{ kind: 'certificate', caption: '验收证书' }],
    });
  });
  it('keeps the channels of the evaluation apart', async () => {
    expect(await evaluatedUntil('SatisfactionBallotRecorded')).toMatchObject({
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
    expect((await evaluatedUntil('RectificationClosed')).evaluation!.rectifications).toEqual([
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
  it('follows a rectification that is reopened, and keeps how it was repaired before', async () => {
    expect((await evaluatedUntil('RectificationReopened')).evaluation!.rectifications).toMatchObject([
      { status: 'opened', level: 2, dueOn: '2020-01-10', earlier: [{ answer: '已补种', result: '满意' }] },
    ]);
    expect((await evaluatedUntil('SurveyRecorded')).evaluation!.rectifications).toMatchObject([
      { status: 'closed', answer: '又补种', result: '认可', earlier: [{ answer: '已补种' }] },
    ]);
  });
  it('shows no grade once a look back has superseded it, and keeps the round that ended', async () => {
    const ended = { round: 1, survey: { asked: 100 }, ballot: { valid: 30 }, score: { score: '88.4', grade: '满意' } };
    const row = await evaluatedUntil('EvaluationSuperseded');
    expect(row).toMatchObject({ satisfaction: null, grade: null, status: 'under way' });
    expect(row.evaluation).toMatchObject({
      round: 1,
      closed: true,
      superseded: { because: '一处废弃', foundOn: '2020-03-01' },
      earlier: [ended],
    });
    expect(Object.keys(row.evaluation!)).not.toEqual(expect.arrayContaining(['score']));
  });
  it('is evaluated again in a round of its own', async () => {
    const row = await evaluatedUntil('EvaluationOpenedAgain');
    expect(row).toMatchObject({ satisfaction: null, grade: null, status: 'evaluating' });
    expect(row.evaluation).toEqual({
      round: 2,
      opensOn: '2020-06-01',
      closesOn: '2020-07-01',
      closed: false,
      rectifications: [expect.objectContaining({ ticket: rater, status: 'closed' })],
      earlier: [expect.objectContaining({ round: 1, superseded: { because: '一处废弃', foundOn: '2020-03-01' } })],
    });
  });
  it('ends scored, graded and closed', async () => {
    expect(await evaluatedUntil('SatisfactionScored')).toMatchObject({
      status: 'scored',
      satisfaction: '88.4',
      grade: '满意',
      evaluation: { closed: true, score: { channels: { rating: { score: null } } } },
    });
    const countOf = (category: string) =>
      eventsUntil('ProjectClosed').filter((event) => streamOf(event).startsWith(`${category}-`)).length;
    expect(await evaluatedUntil('ProjectClosed')).toMatchObject({
      status: 'closed',
      outcome: 'met',
      archiveNo: '2019-实事-1',
      candidateVersion: 1,
      deliveryVersion: countOf('delivery'),
      evaluationVersion: countOf('evaluation'),
    });
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
