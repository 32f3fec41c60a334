import { aListUnderWay, anOrdinaryMonth, EDUCATION, type UnderWay } from '../support/a-list-under-way';
import { caughtUp } from '../support/projector';
import { openRehearsal, type Rehearsal } from '../support/rehearsal';

interface Evaluation {
  readonly ratings: {
    readonly answers: number;
    readonly changes: number;
    readonly levels: readonly { readonly level: number; readonly count: number }[];
  };
  readonly rectifications: readonly { readonly ticket: number; readonly status: string }[];
  readonly satisfaction: string | null;
  readonly grade: string | null;
  readonly score?: {
    readonly channels: Record<
      'rating' | 'survey' | 'thirdParty',
      { readonly weight: number; readonly score: string | null }
    >;
  };
}

describe('one person, one rating', () => {
  let rehearsal: Rehearsal;
  let projects: UnderWay;
  let commission: string;
  const evaluation = () => rehearsal.api.read<Evaluation>(`projects/${projects.schools}/evaluation`, commission);
  const send = async (path: string, body: object, on: string, key: string, as = commission) =>
    rehearsal.api.command(`projects/${projects.schools}/${path}`, body, { as, on, key });

  beforeAll(async () => {
    rehearsal = await openRehearsal('rating');
    commission = await rehearsal.people.commission();
    projects = await aListUnderWay(rehearsal);
    await anOrdinaryMonth(rehearsal, projects.schools, EDUCATION, '2019-11', 8, 4);
    const education = await rehearsal.people.department(EDUCATION);
    const evidence = [{ kind: 'document', caption: '竣工验收备案表' }];
    await send(
      'completion',
      { statement: '十二所学校全部建成', evidence },
      '2019-12-02',
      'claim-completion',
      education,
    );
    await send(
      'acceptance',
      { inspector: '市政府督查室', items: [{ item: '校舍', passed: true, note: '' }], evidence },
      '2019-12-20',
      'acceptance',
    );
    await rehearsal.api.until('the evaluation opens', async () =>
      (await rehearsal.api.read<{ status: string }>(`projects/${projects.schools}`, commission)).status === 'evaluating'
        ? true
        : undefined,
    );
  }, 60_000);
  afterAll(() => rehearsal.end(), 30_000);

  it('fifty ratings at once by one person count once, and the last one holds', async () => {
    const citizen = await rehearsal.people.citizen(7);
    await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        send('ratings', { level: (number % 5) + 1 }, '2019-12-25', `rating-number-${number}`, citizen),
      ),
    );
    await send('ratings', { level: 4 }, '2019-12-26', 'rate-at-last', citizen);
    await caughtUp(rehearsal);
    const { ratings } = await evaluation();
    expect(ratings.answers).toBe(1);
    expect(ratings.levels[3].count).toBe(1);
    expect(ratings.changes).toBe(50);
  }, 30_000);

  it('a click repeated with the same key changes nothing at all', async () => {
    const citizen = await rehearsal.people.citizen(8);
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => send('ratings', { level: 5 }, '2019-12-25', 'double-click', citizen)),
    );
    expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
    expect((await evaluation()).ratings).toMatchObject({ answers: 2, changes: 50 });
  });

  it('a bad rating opens a rectification, and the project does not close before it is repaired', async () => {
    const citizen = await rehearsal.people.citizen(9);
    await send('ratings', { level: 1, comment: '操场没有修完' }, '2019-12-27', 'a-bad-rating', citizen);
    const tickets = await rehearsal.api.until('the rectifications', async () => {
      const { rectifications } = await evaluation();
      return rectifications.length >= 2 ? rectifications : undefined;
    });
    await send(
      'survey',
      { surveyor: '市统计局', method: '入户抽样', asked: 300, counts: [0, 0, 0, 100, 100] },
      '2020-01-15',
      'record-survey',
      await rehearsal.people.evaluator(),
    );
    await send(
      'third-party-evaluation',
      {
        institute: '某研究院',
        reportNo: '2020-1',
        dimensions: [
          { name: '目标实现', weight: 60, score: 90 },
          { name: '资金合规', weight: 40, score: 85 },
        ],
      },
      '2020-01-16',
      'third-party',
      await rehearsal.people.evaluator(),
    );
    await rehearsal.api.refusal(
      `projects/${projects.schools}/evaluation-closing`,
      {},
      { as: commission, on: '2020-01-19', key: 'close-too-early' },
      ['EVALUATION_STILL_OPEN'],
    );
    await send('evaluation-closing', {}, '2020-01-20', 'close-evaluation');
    await send('score', {}, '2020-01-21', 'score-satisfaction');
    await rehearsal.api.refusal(
      `projects/${projects.schools}/closing`,
      { archiveNo: 'MS-2019-01' },
      { as: commission, on: '2020-01-22', key: 'close-unrepaired' },
      ['RECTIFICATIONS_OPEN'],
    );
    for (const { ticket } of tickets) {
      await send(
        'rectification-answers',
        { ticket, answer: '已整改' },
        '2020-01-23',
        `answer-ticket-${ticket}`,
        await rehearsal.people.department(EDUCATION),
      );
      await send(
        'rectification-closings',
        { ticket, calledBack: true, result: '回访认可' },
        '2020-01-24',
        `close-ticket-${ticket}`,
      );
    }
    await send('closing', { archiveNo: 'MS-2019-01' }, '2020-01-25', 'close-project');
    expect(await rehearsal.api.read<object>(`projects/${projects.schools}`, commission)).toMatchObject({
      status: 'closed',
      outcome: 'met',
      archiveNo: 'MS-2019-01',
    });
  }, 30_000);

  it('the score is what anyone can recompute from what is published', async () => {
    const { ratings, score, satisfaction, grade } = await evaluation();
    const points = [0, 30, 60, 80, 100];
    const rating =
      // (80 + 100 + 0) / 3 = 60
      ratings.levels.reduce((sum, { level, count }) => sum + points[level - 1] * count, 0) / ratings.answers;
    expect(ratings.answers).toBe(3);
    expect(Number(score!.channels.rating.score)).toBeCloseTo(rating, 1);
    // survey (100 × 80 + 100 × 100) / 200 = 90 · third party 0.6 × 90 + 0.4 × 85 = 88 · composite 0.3 × 60 + 0.5 × 90 +
    // 0.2 × 88 = 80.6
    expect([satisfaction, grade]).toEqual(['80.6', '满意']);
  });
});
