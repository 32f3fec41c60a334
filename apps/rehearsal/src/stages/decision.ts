import { ballotOf } from '../plan/ballot';
import { siteAt } from '../plan/made-up-sites';
import { persons } from '../plan/persons';
import { suggestionsOf } from '../plan/suggestions';
import { readBoard } from './board';
import { idOf, keyFor, together, type Stage, type Year } from './year';

const decide = async (year: Year): Promise<void> => {
  const {
    plan: { listId, calendar, projects, surplus, mode, body, year: number },
    api,
    people,
  } = year;
  const as = await people.commission();
  const ids = [...projects.map(({ key }) => key), ...surplus.map((_, index) => `c${index + 1}`)].map((key) =>
    idOf(year.projects, key),
  );
  await api.command(
    `lists/${listId}/putting-to-decision`,
    { projectIds: ids },
    { as, on: calendar.putToDecision, key: keyFor(year, 'put-to-decision') },
  );
  const sent = { as, on: calendar.decided, key: keyFor(year, 'decision') };
  if (mode === 'government') {
    await api.command(
      `lists/${listId}/government-decision`,
      { body, heldOn: calendar.decided, documentNo: `演练〔${number}〕1号`, projectIds: ids.slice(0, projects.length) },
      sent,
    );
  } else {
    const { tallies, ...ballots } = ballotOf(ids.length);
    await api.command(
      `lists/${listId}/ballot`,
      {
        body,
        heldOn: calendar.decided,
        ...ballots,
        tallies: tallies.map((tally, index) => ({ projectId: ids[index], ...tally })),
      },
      sent,
    );
  }
  await api.command(
    `lists/${listId}/adoption`,
    { announcementNo: `${number}年第1号` },
    { as, on: calendar.adopted, key: keyFor(year, 'adopted') },
  );
};

/** Policies adopt the candidates and start their delivery; what is beyond that has started too. */
const awaitDeliveries = async (year: Year): Promise<void> => {
  const ours = new Set(year.plan.projects.map(({ key }) => idOf(year.projects, key)));
  await year.api.until('项目开始实施 delivery starts', async () => {
    const board = await readBoard(year);
    const started = board.filter(
      ({ projectId, status }) => ours.has(projectId) && status !== 'candidate' && status !== 'adopted',
    );
    return started.length === ours.size ? true : undefined;
  });
};

/**
 * Everybody hears what became of their suggestion. The policies have linked candidates by now: they work in the order
 * of the log.
 */
const answer = (year: Year): Promise<void> =>
  together(
    suggestionsOf(year.plan).filter(({ fate }) => fate !== 'merged' && fate !== 'referred'),
    async ({ key, fate }) => {
      const {
        plan: { calendar },
        api,
        people,
      } = year;
      const words = {
        candidate: '您的建议已列入年度民生实事项目，进展可凭查询码查看。',
        'reserve pool': '您的建议已列入储备库，将在明年论证。',
        'not adopted': '经研究，您的建议暂未采纳：与本地规划不符，投入大、受益面窄。感谢关心。',
      };
      await api.command(
        `suggestions/${idOf(year.suggestions, key)}/answer`,
        { answer: words[fate as keyof typeof words] },
        { as: await people.commission(), on: calendar.answered, key: keyFor(year, `${key}-answered`) },
      );
    },
  );

/** A reporting group (海曙、江东、江北) names its members; 市本级 is the city's own level. */
const placeOf = (district: string) => {
  const members = district
    .split(/[、，,]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return { district, ...(members.length > 1 && { members }), ...(/本级$/.test(district) && { ownLevel: true }) };
};

/**
 * The responsibility table (责任分解表): districts with their targets, dated steps. More than the total is said to be a
 * buffer.
 */
const breakDown = (year: Year): Promise<void> =>
  together(year.plan.projects, async ({ key, item, commitment, leads, incidents }) => {
    const {
      plan: { calendar },
      api,
      people,
    } = year;
    const indicators = commitment.indicators.flatMap(
      ({ id, steps, stepsAre, comparator, additive, target, applicable }, index) => {
        if (!applicable) return []; // its place among the file's indicators stays
        const rows = item.indicators[index].by_district ?? [];
        const sum = rows.reduce((total, row) => total + (row.target ?? 0), 0);
        return [
          {
            indicatorId: id,
            steps,
            ...(stepsAre && { stepsAre }),
            buffer: additive && target !== null && sum > Number(target),
            districts: rows.map((row) => ({
              ...placeOf(row.district),
              target: comparator === 'event' || row.target == null ? null : String(row.target),
            })),
          },
        ];
      },
    );
    await api.command(
      `projects/${idOf(year.projects, key)}/breakdown`,
      { leaderInCharge: '分管副职', indicators },
      { as: await people.commission(), on: calendar.brokenDown, key: keyFor(year, `${key}-broken-down`) },
    );
    if (incidents.shown)
      await showMoneyAndSites(year, key, leads[0], commitment.indicators.find(({ applicable }) => applicable)!.id);
  });

/** In one project: the year's money by source, the liaison officer (made up, in the vault), and three sites. */
const showMoneyAndSites = async (year: Year, key: string, department: string, indicatorId: string): Promise<void> => {
  const {
    plan: { calendar, regionCode },
    api,
    people,
  } = year;
  const path = `projects/${idOf(year.projects, key)}`;
  const sent = async (step: string, as: Promise<string>) => ({
    as: await as,
    on: calendar.brokenDown,
    key: keyFor(year, `${key}-${step}`),
  });
  await api.command(
    `${path}/investment`,
    {
      total: '1200',
      year: '1200',
      bySource: [
        { source: 'own budget', amount: '800' },
        { source: 'upper level', amount: '400' },
      ],
      payments: [],
    },
    await sent('invested', people.commission()),
  );
  await api.command(
    `${path}/liaisons`,
    { department, contact: { name: persons[0].name, phone: persons[0].phone } },
    await sent('liaison', people.commission()),
  );
  const sites = [1, 2, 3].map((no) => ({
    no,
    name: `点位${no}（演练）`,
    district: '城区',
    indicatorId,
    ...siteAt(regionCode, no),
  }));
  await api.command(`${path}/sites`, { sites }, await sent('sites', people.department(department)));
  await api.command(
    `${path}/site-states`,
    { sites: [{ no: 1, state: 'under construction', on: calendar.brokenDown }] },
    await sent('site-states', people.department(department)),
  );
};

export const decisionStages: readonly Stage[] = [
  {
    name: 'decision',
    says: '决定与公布 · deciding and adopting the list',
    run: async (year) => {
      await decide(year);
      await awaitDeliveries(year);
      await answer(year);
    },
  },
  { name: 'breakdown', says: '责任分解 · breaking down targets', run: breakDown },
];
