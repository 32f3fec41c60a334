import { suggestionsOf, type PlannedSuggestion } from '../plan/suggestions';
import { daysAfter } from '../plan/calendar';
import { idOf, keyFor, together, type Stage, type Year } from './year';

const criteria = (all: boolean) => ({
  perceivable: { met: true, note: '受益面较广，群众有感' },
  doable: { met: all, note: all ? '当年可实施、可见效' : '选址和手续当年难以落实' },
  fundable: { met: all, note: all ? '资金来源明确' : '资金来源未落实' },
  checkable: { met: true, note: '目标可量化、可考核' },
});

const screen = async (year: Year, { key, fate, department }: PlannedSuggestion): Promise<void> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const [commission, handling] = await Promise.all([people.commission(), people.department(department)]);
  const path = `suggestions/${idOf(year.suggestions, key)}`;
  const adopted = fate === 'candidate';
  const reason = fate === 'reserve pool' ? '条件尚不成熟，列入储备库，明年再论证' : '与本地规划不符，投入大、受益面窄';
  await api.command(
    `${path}/assignment`,
    { department, dueOn: calendar.opinion },
    { as: commission, on: daysAfter(calendar.opinion, -15), key: keyFor(year, `${key}-assigned`) },
  );
  await api.command(
    `${path}/opinions`,
    {
      opinion: adopted ? '符合群众需求，建议列入候选，本单位可牵头实施。' : '目前条件不具备，建议暂缓。',
      supports: adopted,
    },
    { as: handling, on: calendar.opinion, key: keyFor(year, `${key}-opinion`) },
  );
  await api.command(
    `${path}/screening`,
    { criteria: criteria(adopted), outcome: fate, ...(!adopted && { reason }) },
    { as: commission, on: calendar.screened, key: keyFor(year, `${key}-screened`) },
  );
};

const propose = async (year: Year): Promise<void> => {
  const {
    plan: { listId, calendar, projects, surplus },
    api,
    people,
  } = year;
  const as = await people.commission();
  const sources = suggestionsOf(year.plan);
  const candidates = [...projects, ...surplus.map((commitment, index) => ({ key: `c${index + 1}`, commitment }))];
  await together(candidates, async ({ key, commitment }) => {
    const suggestions = sources
      .filter(({ fate, of }) => fate === 'candidate' && of === key)
      .map((source) => idOf(year.suggestions, source.key));
    const { id } = await api.command(
      `lists/${listId}/candidates`,
      { ...commitment, suggestions },
      { as, on: calendar.proposed, key: keyFor(year, `${key}-proposed`) },
    );
    year.projects.set(key, id);
  });
};

export const screeningStages: readonly Stage[] = [
  {
    name: 'screening',
    says: '部门意见与“四可”筛选 · opinions and screening',
    run: (year) =>
      together(
        suggestionsOf(year.plan).filter(({ fate }) => fate !== 'merged' && fate !== 'referred'),
        (suggestion) => screen(year, suggestion),
      ),
  },
  { name: 'candidates', says: '提出候选项目 · proposing candidates', run: propose },
];
