import type { Observed, Rehearsal } from './rehearsal';
import { LIST } from './rehearsal';

export const EDUCATION = '市教育局';
export const HEALTH = '市卫生健康委';

/** The rules of this list: the product's defaults, with three as the smallest sample. */
const rules = {
  lights: { scheme: 'points behind', yellowFrom: 10, redOver: 30 },
  line: { shape: 'linear' },
  satisfaction: {
    weights: { rating: 30, survey: 50, thirdParty: 20 },
    points: [0, 30, 60, 80, 100],
    smallestSample: 3,
    grades: [
      { grade: '满意', from: 80 },
      { grade: '基本满意', from: 60 },
      { grade: '不满意', from: 0 },
    ],
  },
  reportDueDay: 28,
  ratingDays: 30,
  badLevel: 2,
  answerDays: 15,
};

const indicator = (id: string, name: string, unit: string, target: string, lead: string) => ({
  id,
  name,
  unit,
  comparator: '>=',
  target,
  additive: true,
  applicable: true,
  lead,
  steps: [],
});

/** Two projects on an adopted list, broken down to two districts: schools (twelve, 市教育局) and clinics (24, 市卫生健康委). */
export interface UnderWay {
  readonly schools: string;
  readonly clinics: string;
}

export const aListUnderWay = async ({ api, people }: Pick<Observed, 'api' | 'people'>): Promise<UnderWay> => {
  const as = await people.commission();
  const send = (path: string, body: object, on: string) =>
    api.command(path, body, { as, on, key: `list ${path} ${JSON.stringify(body).length}`.replaceAll(' ', '-') });
  await send(
    `lists/${LIST}/opening`,
    { regionName: '眉山市', title: '2019年民生实事', mode: 'government', seats: 2 },
    '2018-10-08',
  );
  const collection = { from: '2018-09-01', to: '2019-12-31', contact: '市发展改革委' };
  await send(`lists/${LIST}/collection-period`, collection, '2018-10-08');
  await send(`lists/${LIST}/rules`, { rules }, '2018-10-09');
  const commitment = (title: string, domain: string, indicators: object[]) => ({
    title,
    domain,
    indicators,
    coDepartments: [],
    suggestions: [],
  });
  const { id: schools } = await send(
    `lists/${LIST}/candidates`,
    commitment('新建学校', '学有所教', [indicator('i1', '新建学校', '所', '12', EDUCATION)]),
    '2018-11-20',
  );
  const { id: clinics } = await send(
    `lists/${LIST}/candidates`,
    commitment('新建社区卫生服务站点', '病有所医', [indicator('i1', '新建站点', '个', '24', HEALTH)]),
    '2018-11-20',
  );
  const projectIds = [schools, clinics];
  await send(`lists/${LIST}/putting-to-decision`, { projectIds }, '2018-12-20');
  await send(
    `lists/${LIST}/government-decision`,
    { body: '市政府常务会议', heldOn: '2019-01-08', documentNo: '眉府发〔2019〕1号', projectIds },
    '2019-01-08',
  );
  await send(`lists/${LIST}/adoption`, { announcementNo: '2019年第1号' }, '2019-01-10');
  for (const [project, target] of [
    [schools, ['8', '4']],
    [clinics, ['16', '8']],
  ] as const) {
    await api.until('delivery starts', async () =>
      (await api.read<{ status: string }>(`projects/${project}`, as)).status === 'under way' ? true : undefined,
    );
    await send(
      `projects/${project}/breakdown`,
      {
        leaderInCharge: '分管副市长',
        indicators: [
          {
            indicatorId: 'i1',
            districts: [
              { district: '东坡区', target: target[0] },
              { district: '彭山区', target: target[1] },
            ],
          },
        ],
      },
      '2019-02-20',
    );
  }
  return { schools, clinics };
};

/** A project's monthly report: cumulative figures of the two districts. */
export const report = (period: string, dongpo: number, pengshan: number) => ({
  period,
  progress: '按计划推进',
  evidence: [{ kind: 'photo', caption: `${period} 现场照片` }],
  lines: [
    { indicatorId: 'i1', district: '东坡区', value: String(dongpo) },
    { indicatorId: 'i1', district: '彭山区', value: String(pengshan) },
  ],
});

/** Closes a month alone, on the day after its last: the months before it are named as left open where they are. */
export const closeMonth = async ({ api, people }: Rehearsal, project: string, period: string): Promise<void> => {
  const [year, month] = period.split('-').map(Number);
  const months = Array.from({ length: month - 1 }, (_, before) => `${year}-${String(before + 1).padStart(2, '0')}`);
  await api.command(
    `projects/${project}/month-closings`,
    { period, ...(months.length > 0 && { gap: { months, reason: '不在本例之内' } }) },
    {
      as: await people.commission(),
      on: new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10),
      key: `close-${project}-${period}`,
    },
  );
};

/** Reports, verifies and closes an ordinary month. */
export const anOrdinaryMonth = async (
  rehearsal: Rehearsal,
  project: string,
  department: string,
  period: string,
  dongpo: number,
  pengshan: number,
): Promise<void> => {
  const { api, people } = rehearsal;
  const commission = await people.commission();
  await api.command(`projects/${project}/reports`, report(period, dongpo, pengshan), {
    as: await people.department(department),
    on: `${period}-26`,
    key: `report-${project}-${period}`,
  });
  await api.command(
    `projects/${project}/report-verifications`,
    { period, department, how: 'documents' },
    { as: commission, on: `${period}-27`, key: `verify-${project}-${period}` },
  );
  await closeMonth(rehearsal, project, period);
};
