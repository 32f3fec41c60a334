import { daysAfter } from '../plan/calendar';
import { voicesOf, type Voices } from '../plan/voices';
import type { PlannedProject } from '../plan/year-plan';
import { unmetKeys } from './acceptance';
import { readBoard } from './board';
import { idOf, keyFor, together, type Stage, type Year } from './year';

interface Evaluation {
  readonly rectifications: readonly { readonly ticket: number; readonly status: string }[];
}
const readEvaluation = async ({ api, people, projects }: Year, key: string): Promise<Evaluation> =>
  api.read<Evaluation>(`projects/${idOf(projects, key)}/evaluation`, await people.commission());

/** Citizens rate within the window; one of them thinks better of it. */
const rate = async (year: Year, { key }: PlannedProject, { levels, changed }: Voices): Promise<void> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const path = `projects/${idOf(year.projects, key)}/ratings`;
  await together(levels, async (level, citizen) => {
    const sent = {
      as: await people.citizen(citizen),
      on: daysAfter(calendar.rated, citizen % 8),
      key: keyFor(year, `${key}-rated-${citizen}`),
    };
    await api.command(path, { level, ...(level <= 2 && { comment: '效果不如预期，希望改进。' }) }, sent);
  });
  if (changed)
    await api.command(
      path,
      { level: changed.level },
      {
        as: await people.citizen(changed.citizen),
        on: daysAfter(calendar.rated, 9),
        key: keyFor(year, `${key}-rated-again-${changed.citizen}`),
      },
    );
};

/** Every bad rating is repaired, answered and called back (差评件件有整改、有反馈). */
const rectify = async (year: Year, { key, item, leads }: PlannedProject, { badRatings }: Voices): Promise<void> => {
  if (badRatings === 0) return;
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const path = `projects/${idOf(year.projects, key)}`;
  const opened = await api.until(`「${item.title}」差评后开整改单 a rectification upon a bad rating`, async () => {
    const { rectifications } = await readEvaluation(year, key);
    return rectifications.length >= badRatings ? rectifications : undefined;
  });
  const [department, commission] = await Promise.all([people.department(leads[0]), people.commission()]);
  for (const { ticket } of opened) {
    await api.command(
      `${path}/rectification-answers`,
      { ticket, answer: '已到现场查看并整改，增设了服务点。' },
      { as: department, on: calendar.rectified, key: keyFor(year, `${key}-rectified-${ticket}`) },
    );
    await api.command(
      `${path}/rectification-closings`,
      { ticket, calledBack: true, result: '回访满意。' },
      {
        as: commission,
        on: daysAfter(calendar.rectified, 3),
        key: keyFor(year, `${key}-rectification-closed-${ticket}`),
      },
    );
  }
};

const measure = async (
  year: Year,
  { key }: PlannedProject,
  { survey: { asked, counts }, thirdParty }: Voices,
): Promise<void> => {
  const {
    plan: { calendar, year: number, listId },
    api,
    people,
  } = year;
  const path = `projects/${idOf(year.projects, key)}`;
  const sent = async (step: string) => ({
    as: await people.evaluator(),
    on: calendar.surveyed,
    key: keyFor(year, `${key}-${step}`),
  });
  await api.command(
    `${path}/survey`,
    { surveyor: '统计局社情民意调查中心（演练）', method: '电话随机抽样', asked, counts },
    await sent('surveyed'),
  );
  await api.command(
    `${path}/third-party-evaluation`,
    { institute: '第三方评估机构（演练）', reportNo: `评〔${number + 1}〕${listId}-${key}`, dimensions: thirdParty },
    await sent('third-party'),
  );
};

const evaluate = async (year: Year): Promise<void> => {
  const unmet = await unmetKeys(year);
  await together(year.plan.projects, async (project) => {
    const voices = voicesOf(year.plan, project, !unmet.has(project.key));
    await rate(year, project, voices);
    await rectify(year, project, voices);
    await measure(year, project, voices);
  });
};

const score = async (year: Year): Promise<void> => {
  const {
    plan: { calendar, projects, year: number, regionCode },
    api,
    people,
  } = year;
  const as = await people.commission();
  const path = (key: string) => `projects/${idOf(year.projects, key)}`;
  await together(projects, async ({ key }) => {
    await api.command(
      `${path(key)}/evaluation-closing`,
      {},
      { as, on: calendar.evaluationClosed, key: keyFor(year, `${key}-evaluation-closed`) },
    );
  });
  await together(projects.slice(0, 1), async ({ key }) =>
    api.refusal(
      `${path(key)}/ratings`,
      { level: 5 },
      { as: await people.citizen(99), on: calendar.scored, key: keyFor(year, `${key}-rated-too-late`) },
      ['RATING_WINDOW_CLOSED'],
    ),
  );
  await readBoard(year); // the ratings are counted once the pages have come this far
  await together(projects, async ({ key }) => {
    await api.command(`${path(key)}/score`, {}, { as, on: calendar.scored, key: keyFor(year, `${key}-scored`) });
  });
  await together(projects, async ({ key, no, incidents: { shown } }) => {
    await api.command(
      `${path(key)}/closing`,
      { archiveNo: `${regionCode}-${number}-MS-${String(no).padStart(3, '0')}` },
      { as, on: calendar.closed, key: keyFor(year, `${key}-closed`) },
    );
    if (shown)
      await api.command(
        `${path(key)}/look-backs`,
        {
          inspector: '市人大代表检查组',
          holds: true,
          findings: '回访三处点位，均在正常使用。',
          evidence: [{ kind: 'photo', caption: '回头看现场（演练）' }],
        },
        { as, on: daysAfter(calendar.closed, 60), key: keyFor(year, `${key}-looked-back`) },
      );
  });
};

export const evaluationStages: readonly Stage[] = [
  {
    name: 'evaluation',
    says: '群众评价、整改、抽样调查、第三方 · ratings, rectification, survey, third party',
    run: evaluate,
  },
  { name: 'closing', says: '满意度计分与销号 · scoring and closing', run: score },
];
