import {
  aListUnderWay,
  anOrdinaryMonth,
  closeMonth,
  EDUCATION,
  HEALTH,
  report,
  type UnderWay,
} from '../support/a-list-under-way';
import { LIST, openRehearsal, type Rehearsal } from '../support/rehearsal';

interface Dossier {
  readonly lights: readonly {
    readonly published: { readonly colour: string; readonly why: string };
    readonly now: { readonly period: string; readonly colour: string; readonly why: string };
  }[];
  readonly orders: readonly { readonly order: number; readonly department: string; readonly status: string }[];
  readonly timeline: readonly { readonly sentence: string }[];
}
const coloursOf = ({ lights }: Dossier) =>
  lights.map(({ published, now }) => `${now.period} ${published.colour}→${now.colour}`);

describe('a department misses a month', () => {
  let rehearsal: Rehearsal;
  let projects: UnderWay;
  let commission: string;
  beforeAll(async () => {
    rehearsal = await openRehearsal('misses-a-month');
    commission = await rehearsal.people.commission();
    projects = await aListUnderWay(rehearsal);
  }, 60_000);
  afterAll(() => rehearsal.end(), 30_000);

  const dossier = (asOf?: string) =>
    rehearsal.api.read<Dossier>(
      `projects/${projects.schools}${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`,
      commission,
    );
  let atMidYear: string;
  let midYear: string;

  it('the light turns red, and a supervision order goes out by itself', async () => {
    const { api } = rehearsal;
    await anOrdinaryMonth(rehearsal, projects.schools, EDUCATION, '2019-01', 1, 0);
    await closeMonth(rehearsal, projects.schools, '2019-02');
    const seen = await api.until('the order', async () => {
      const first = await dossier();
      return first.orders.length > 0 ? first : undefined;
    });
    // In January Pengshan was at 0 of 4, 8.3 points behind schedule: under ten, so green. February has no report at
    // all.
    expect(coloursOf(seen)).toEqual(['2019-01 green→green', '2019-02 red→red']);
    expect(seen.lights[1].now.why).toBe('no verified report');
    expect(seen.orders).toMatchObject([{ order: 1, department: EDUCATION, status: 'issued' }]);
  });

  it('as of then, the dossier and the board are what they were, before and after a later correction', async () => {
    const { api } = rehearsal;
    await anOrdinaryMonth(rehearsal, projects.clinics, HEALTH, '2019-01', 2, 1);
    const [{ at }] = await rehearsal.look<{ at: Date }>('select max(recorded_at) as at from es.events');
    midYear = at.toISOString();
    const board = () => api.read<object>(`lists/${LIST}/board?asOf=${encodeURIComponent(midYear)}`, commission);
    atMidYear = JSON.stringify([await dossier(midYear), await board()]);

    await api.command(
      `projects/${projects.schools}/report-corrections`,
      { ...report('2019-02', 2, 1), reason: '二月漏报，补报' },
      { as: await rehearsal.people.department(EDUCATION), on: '2019-03-05', key: 'late-report-of-february' },
    );
    await api.command(
      `projects/${projects.schools}/report-verifications`,
      { period: '2019-02', department: EDUCATION, how: 'site visit' },
      { as: commission, on: '2019-03-06', key: 'verify-late-report' },
    );

    expect(JSON.stringify([await dossier(midYear), await board()])).toBe(atMidYear);
    // control: now it differs
    expect(JSON.stringify([await dossier(), await api.read(`lists/${LIST}/board`, commission)])).not.toBe(atMidYear);
  });

  it('caught up later the month turns yellow, never green, and what was published stays', async () => {
    const seen = await dossier();
    expect(coloursOf(seen)).toEqual(['2019-01 green→green', '2019-02 red→yellow']);
    expect(seen.lights[1].now.why).toBe('caught up later');
    expect(seen.timeline.map(({ sentence }) => sentence)).toContain('2019-02 黄灯（事后补上），此前为红灯');
  });

  it('the order closes only after an answer', async () => {
    const { api, people } = rehearsal;
    const close = (key: string) =>
      [`projects/${projects.schools}/order-closings`, { order: 1 }, { as: commission, on: '2019-03-08', key }] as const;
    await api.refusal(...close('close-order-too-early'), ['ORDER_NOT_ANSWERED']);
    await api.command(
      `projects/${projects.schools}/order-answers`,
      { order: 1, answer: '已补报，并指定专人负责' },
      { as: await people.department(EDUCATION), on: '2019-03-07', key: 'answer-order' },
    );
    await api.command(...close('close-answered-order'));
    expect((await dossier()).orders).toMatchObject([{ status: 'closed' }]);
  });

  it('the department sees what it owes', async () => {
    const overdue = await rehearsal.api.read<{ reports: { period: string }[]; department: string }>(
      'my/reports',
      await rehearsal.people.department(HEALTH),
    );
    expect(overdue.department).toBe(HEALTH);
    expect(overdue.reports.map(({ period }) => period)).not.toContain('2019-01');
    expect(overdue.reports.map(({ period }) => period)).toContain('2019-02');
  });
});
