import {
  benches,
  clinics,
  closed,
  corrected,
  gardens,
  health,
  indicator,
  lamps,
  line,
  listId,
  proposed,
  received,
  recomputed,
  returned,
  selecting,
  stadium,
  started,
  submitted,
  suggesting,
  verified,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { auditor, citizen, commission, elsewhere, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const adopted = (projectId: string, no: number, over: object = {}): GivenEvent[] => {
  const start = started(projectId, over);
  const { commitment, rules, rulesVersion } = start.data as { commitment: object; rules: object; rulesVersion: number };
  return [
    proposed(projectId, over),
    { type: 'CandidateAdopted', data: { projectId, no, rulesVersion, rules, commitment } },
    start,
  ];
};
const ofClinics = {
  title: '改造卫生院',
  domain: '病有所医',
  indicators: [indicator({ lead: health })],
  coDepartments: [works],
};
const broken: GivenEvent = {
  type: 'TargetsBrokenDown',
  data: {
    projectId: gardens,
    indicators: [
      {
        indicatorId: 'i1',
        buffer: false,
        districts: [
          { district: '东坡区', target: '7' },
          { district: '彭山区', target: '5' },
        ],
      },
    ],
  },
};
const overdue: GivenEvent = {
  type: 'ReportOverdue',
  data: { projectId: clinics, period: '2019-02', department: health, dueOn: '2019-02-28' },
};
const aBoard = [
  ...adopted(clinics, 2, ofClinics),
  ...adopted(gardens, 1),
  proposed(stadium, { title: '体育馆' }),
  broken,
  overdue,
  submitted('2019-03', '3'),
  verified('2019-03', '3'),
  closed({ colour: 'yellow', why: 'behind the line' }),
];
const titles = async (query: string, person?: Person) =>
  (await api.get(`lists/${listId}/board${query}`, person)).body.projects.map(({ title }: { title: string }) => title);

describe('the board', () => {
  beforeEach(async () => {
    await api.given(...aBoard);
    await api.shown();
  });

  it('shows the projects in printed order, with lights and percentages', async () => {
    const { body } = await api.get(`lists/${listId}/board`, citizen);
    expect(body).toMatchObject({
      listId,
      asOf: null,
      lights: { blue: 0, green: 0, grey: 0, yellow: 1, orange: 0, red: 0 },
      projects: [
        { no: 1, title: '新建口袋公园', light: 'yellow', status: 'under way' },
        { no: 2, title: '改造卫生院', light: null },
      ],
    });
    expect(body.projects[0].indicators).toEqual([
      {
        id: 'i1',
        name: '新建口袋公园',
        unit: '个',
        comparator: '>=',
        target: '12',
        lead: works,
        targetThisYear: '12',
        actual: '3',
        doneOn: null,
        worksPercent: null,
        percent: '25',
        met: false,
        byDistrict: [
          { district: '东坡区', target: '7', actual: null, percent: null, met: false },
          { district: '彭山区', target: '5', actual: null, percent: null, met: false },
        ],
      },
    ]);
  });
  it('shows candidates to staff only', async () => {
    expect(await titles('')).toEqual(['新建口袋公园', '改造卫生院']);
    expect(await titles('', auditor)).toEqual(['新建口袋公园', '改造卫生院', '体育馆']);
  });
  it.each([
    ['?domain=病有所医', ['改造卫生院']],
    [`?department=${health}`, ['改造卫生院']],
    [`?department=${works}`, ['新建口袋公园', '改造卫生院']],
    ['?district=彭山区', ['新建口袋公园']],
    ['?light=yellow', ['新建口袋公园']],
    ['?overdue=true', ['改造卫生院']],
    ['?overdue=false', ['新建口袋公园']],
    ['?status=under way', ['新建口袋公园', '改造卫生院']],
    ['?light=yellow&domain=病有所医', []],
  ])('is filtered by %s', async (query, expected) => expect(await titles(query)).toEqual(expected));
  it('as of an earlier instant shows what was known then', async () => {
    expect(await titles('?asOf=2019-01-01')).toEqual([]);
    expect(await titles(`?asOf=${new Date().toISOString()}`)).toEqual(['新建口袋公园', '改造卫生院']);
  });
});

describe('the dossier', () => {
  it('tells the whole course, from the suggestion to the newest step, in the order of the log', async () => {
    await api.given(...suggesting, ...selecting, started(gardens));
    await api.shown();
    const { status, headers, body } = await api.get(`projects/${gardens}`, commission);
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: '"1"' });
    expect(body).toMatchObject({
      projectId: gardens,
      suggestions: [lamps],
      status: 'under way',
      candidateVersion: 2,
      deliveryVersion: 1,
    });
    const sentences = body.timeline.map(({ sentence }: { sentence: string }) => sentence);
    expect([sentences[0], sentences.at(-1)]).toEqual(['收到建议（渠道：网页）', '第 1 项开始实施']);
    const places = body.timeline.map(({ position }: { position: string }) => Number(position));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
  it('tells of a suggestion merged into its own, now and as of now; of others it tells nothing', async () => {
    await api.given(
      received(lamps),
      received(benches, { channel: 'letter' }),
      received('511400-2019-parking003', { channel: 'phone' }),
      { type: 'SuggestionMerged', data: { suggestionId: benches, into: lamps } },
      proposed(gardens, { suggestions: [lamps] }),
      ...adopted(gardens, 1).slice(1),
    );
    await api.shown();
    for (const query of ['', `?asOf=${new Date().toISOString()}`]) {
      const { timeline } = (await api.get(`projects/${gardens}${query}`, commission)).body;
      const sentences = timeline.map(({ sentence }: { sentence: string }) => sentence);
      expect(sentences).toEqual(
        expect.arrayContaining(['收到建议（渠道：网页）', '收到建议（渠道：来信）', `合并到 ${lamps}`]),
      );
      expect(sentences).not.toContain('收到建议（渠道：电话）');
    }
  });
  it('keeps the published light beside what a correction made of it, and keeps earlier answers', async () => {
    const red = { period: '2019-03', colour: 'red', why: 'no verified report', missing: [works] };
    await api.given(...adopted(gardens, 1), closed(red));
    const before = new Date();
    const asItWas = (await api.get(`projects/${gardens}?asOf=${before.toISOString()}`, commission)).body;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    await api.given(
      corrected('2019-03', '3', 1),
      verified('2019-03', '3', 1),
      recomputed('red', { ...red, colour: 'yellow', why: 'caught up later', missing: [] }),
    );
    await api.shown();
    expect((await api.get(`projects/${gardens}`, commission)).body).toMatchObject({
      light: 'yellow',
      lights: [{ published: { colour: 'red' }, now: { colour: 'yellow' } }],
      indicators: [{ actual: '3' }],
    });
    expect((await api.get(`projects/${gardens}?asOf=${before.toISOString()}`, commission)).body).toEqual(asItWas);
    expect(asItWas).toMatchObject({ light: 'red', indicators: [{ actual: null }] });
  });
  it("of a candidate is the staff's, and for everyone else does not exist", async () => {
    await api.given(proposed(gardens));
    await api.shown();
    expect(await api.get(`projects/${gardens}`, commission)).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await api.get(`projects/${gardens}`, citizen)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await api.get(`projects/${clinics}`, commission)).status).toBe(404);
  });
});

describe('the reports of a project', () => {
  it('show every version, to staff of the region', async () => {
    await api.given(started(gardens), submitted('2019-03', '3'), returned('2019-03'), submitted('2019-03', '2', 2));
    await api.shown();
    const { body } = await api.get(`projects/${gardens}/reports`, auditor);
    expect(body).toMatchObject({
      projectId: gardens,
      reports: [
        {
          period: '2019-03',
          department: works,
          status: 'submitted',
          versions: [
            { version: 1, returnedFor: '缺照片' },
            { version: 2, lines: [line('2')] },
          ],
        },
      ],
    });
    expect(body.reports[0]).not.toHaveProperty('reportId');
    expect(await api.get(`projects/${gardens}/reports`, elsewhere)).toMatchObject({
      status: 403,
      body: { code: 'OTHER_REGION' },
    });
  });
});
