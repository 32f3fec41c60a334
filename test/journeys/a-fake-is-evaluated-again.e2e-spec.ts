import { aListUnderWay, anOrdinaryMonth, EDUCATION, report } from '../support/a-list-under-way';
import { caughtUp } from '../support/projector';
import { openRehearsal, type Rehearsal } from '../support/rehearsal';

interface Evaluation {
  readonly round: number;
  readonly grade: string | null;
  readonly satisfaction: string | null;
  readonly ratings: { readonly answers: number };
  readonly rectifications: readonly { readonly ticket: number; readonly status: string; readonly level: number }[];
  readonly superseded?: { readonly because: string; readonly foundOn: string };
  readonly earlier?: readonly {
    readonly round: number;
    readonly ratings: { readonly answers: number };
    readonly score?: { readonly score: string; readonly grade: string };
  }[];
}

const evidence = [{ kind: 'document', caption: '竣工验收备案表' }];
const survey = (counts: readonly number[]) => ({ surveyor: '市统计局', method: '入户抽样', asked: 300, counts });

describe('a project that a look back finds to be a fake', () => {
  let rehearsal: Rehearsal;
  let schools: string;
  let commission: string;
  const evaluation = () => rehearsal.api.read<Evaluation>(`projects/${schools}/evaluation`, commission);
  const project = () => rehearsal.api.read<{ status: string; grade: string | null }>(`projects/${schools}`, commission);
  const send = (path: string, body: object, on: string, as = commission) =>
    rehearsal.api.command(`projects/${schools}/${path}`, body, { as, on, key: `${path}-${on}` });
  const rate = async (citizen: number, level: number, on: string) =>
    rehearsal.api.command(
      `projects/${schools}/ratings`,
      { level },
      { as: await rehearsal.people.citizen(citizen), on, key: `rating-${citizen}-${on}` },
    );
  const evaluationWith = (what: string, wanted: (found: Evaluation) => boolean) =>
    rehearsal.api.until(what, async () => {
      const found = await evaluation();
      return wanted(found) ? found : undefined;
    });
  const accept = async (claimedOn: string, acceptedOn: string) => {
    const education = await rehearsal.people.department(EDUCATION);
    await send('completion', { statement: '十二所学校全部建成', evidence }, claimedOn, education);
    const items = [{ item: '校舍', passed: true, note: '' }];
    await send('acceptance', { inspector: '市政府督查室', items, evidence }, acceptedOn);
    await rehearsal.api.until('the evaluation opens', async () =>
      (await project()).status === 'evaluating' ? true : undefined,
    );
  };
  const repair = async ({ ticket }: { readonly ticket: number }, answeredOn: string, closedOn: string) => {
    const education = await rehearsal.people.department(EDUCATION);
    await send('rectification-answers', { ticket, answer: '已整改' }, answeredOn, education);
    await send('rectification-closings', { ticket, calledBack: true, result: '回访认可' }, closedOn);
  };
  const scoreAndClose = async (closedOn: string, scoredOn: string, archivedOn: string, archiveNo: string) => {
    await send('evaluation-closing', {}, closedOn);
    await caughtUp(rehearsal);
    await send('score', {}, scoredOn);
    await send('closing', { archiveNo }, archivedOn);
    await caughtUp(rehearsal);
  };

  beforeAll(async () => {
    rehearsal = await openRehearsal('a-fake');
    commission = await rehearsal.people.commission();
    ({ schools } = await aListUnderWay(rehearsal));
    await anOrdinaryMonth(rehearsal, schools, EDUCATION, '2019-11', 8, 4);
    await accept('2019-12-02', '2019-12-20');
  }, 60_000);
  afterAll(() => rehearsal.end(), 30_000);

  it('has its ticket reopened by a rating that is bad again after the repair', async () => {
    await rate(1, 1, '2019-12-21');
    const [ticket] = (await evaluationWith('the ticket', ({ rectifications }) => rectifications.length === 1))
      .rectifications;
    await repair(ticket, '2019-12-22', '2019-12-23');
    await rate(1, 4, '2019-12-24');
    await rate(1, 2, '2019-12-25');
    const { rectifications } = await evaluationWith('the ticket is open again', (found) =>
      found.rectifications.some(({ status }) => status === 'opened'),
    );
    expect(rectifications).toEqual([expect.objectContaining({ ticket: ticket.ticket, level: 2, status: 'opened' })]);
    await repair(ticket, '2019-12-26', '2019-12-27');
  });

  it('loses the grade that it was given, which stays readable', async () => {
    const evaluator = await rehearsal.people.evaluator();
    await send('survey', survey([0, 0, 0, 0, 250]), '2020-01-15', evaluator);
    await scoreAndClose('2020-01-20', '2020-01-21', '2020-01-25', 'MS-2019-01');
    expect(await project()).toMatchObject({ status: 'closed', grade: '满意' });
    await send(
      'look-backs',
      { inspector: '市人大代表检查组', holds: false, findings: '两所学校未启用', evidence },
      '2020-03-10',
    );
    const found = await evaluationWith('the evaluation is superseded', ({ superseded }) => superseded !== undefined);
    expect(found).toMatchObject({
      grade: null,
      satisfaction: null,
      superseded: { because: '两所学校未启用', foundOn: '2020-03-10' },
      earlier: [{ round: 1, ratings: { answers: 1 }, score: { score: '100', grade: '满意' } }],
    });
    expect(await project()).toMatchObject({ status: 'under way', grade: null });
  });

  it('is rated again once it is repaired and accepted again, and nothing of the first round counts', async () => {
    const education = await rehearsal.people.department(EDUCATION);
    const period = '2019-11';
    const repaired = { ...report(period, 8, 4), reason: '两所学校已启用' };
    await send('report-corrections', repaired, '2020-03-28', education);
    await send('report-verifications', { period, department: EDUCATION, how: 'site visit' }, '2020-03-30');
    await accept('2020-04-02', '2020-04-10');
    await rate(1, 3, '2020-04-12');
    await send('survey', survey([0, 0, 250, 0, 0]), '2020-04-15', await rehearsal.people.evaluator());
    await scoreAndClose('2020-05-11', '2020-05-12', '2020-05-15', 'MS-2019-01-2');
    expect(await evaluation()).toMatchObject({
      round: 2,
      satisfaction: '60',
      grade: '基本满意',
      ratings: { answers: 1 },
      earlier: [{ round: 1, score: { score: '100' } }],
    });
    expect(await project()).toMatchObject({ status: 'closed', grade: '基本满意' });
  }, 30_000);
});
