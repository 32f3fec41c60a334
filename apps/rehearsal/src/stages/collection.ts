import { persons } from '../plan/persons';
import { suggestionsOf, type PlannedSuggestion } from '../plan/suggestions';
import { daysAfter } from '../plan/calendar';
import { idOf, keyFor, together, type Stage, type Year } from './year';

const open = async (year: Year): Promise<void> => {
  const {
    plan: { list, listId, regionCode, regionName, zone, mode, projects, calendar },
    api,
    people,
  } = year;
  const as = await people.commission();
  const sent = (step: string) => ({ as, on: calendar.opened, key: keyFor(year, step) });
  if (zone) await api.command(`functional-zones/${regionCode}`, zone, { ...sent('zone'), as: await people.national() });
  await api.command(
    `lists/${listId}/opening`,
    { regionName, title: `${list.city.slice(0, 150)}${list.year}年民生实事项目`, mode, seats: projects.length },
    sent('opening'),
  );
  await api.command(`lists/${listId}/rules`, { defaults: true }, sent('rules'));
};

const contactOf = (person: number | undefined) => (person === undefined ? undefined : persons[person]);

const receive = async (
  year: Year,
  { key, citizen, channel, title, content, domain, district, person }: PlannedSuggestion,
  index: number,
): Promise<void> => {
  const {
    plan: { listId, calendar },
    api,
    people,
  } = year;
  const on = daysAfter(calendar.collected, index % 10);
  const contact = contactOf(person);
  const words = { title, content, domain, ...(district && { district }), ...(contact && { contact }) };
  const { id } =
    citizen !== undefined
      ? await api.command(`lists/${listId}/suggestions`, words, {
          as: await people.citizen(citizen),
          on,
          key: keyFor(year, `${key}-received`),
        })
      : await api.command(
          `lists/${listId}/offline-suggestions`,
          { ...words, channel, receivedOn: daysAfter(on, -1) },
          {
            as: await (channel === 'deputy' ? people.deputy() : people.commission()),
            on,
            key: keyFor(year, `${key}-received`),
          },
        );
  year.suggestions.set(key, id);
};

/** Public titles are written by staff and hold no personal data. */
const publicTitle = ({ title }: PlannedSuggestion): string =>
  title
    .replace(/^(希望办好|反映|同一事项)：/, '关于')
    .slice(0, 190)
    .replace(/$/, '的建议');

const triage = async (year: Year, suggestion: PlannedSuggestion): Promise<void> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const { key, domain, fate } = suggestion;
  const as = await people.commission();
  const path = `suggestions/${idOf(year.suggestions, key)}`;
  const sent = (step: string) => ({ as, on: calendar.triaged, key: keyFor(year, `${key}-${step}`) });
  await api.command(`${path}/registration`, { title: publicTitle(suggestion), domain }, sent('registered'));
  if (fate !== 'referred') return;
  await api.command(
    `${path}/referral`,
    {
      to: '劳动人事争议仲裁机构',
      reason: 'one person or unit only',
      text: '属个人争议，请向劳动人事争议仲裁机构申请。',
    },
    sent('referred'),
  );
  await api.command(
    `${path}/answer`,
    { answer: '您反映的是个人争议，已转劳动人事争议仲裁机构，并已电话告知办理途径。' },
    sent('answered'),
  );
};

/** Merged, taken apart because the place seemed another, merged again after asking. */
const merge = async (year: Year, { key, of }: PlannedSuggestion): Promise<void> => {
  const {
    plan: { calendar },
    api,
    people,
  } = year;
  const as = await people.commission();
  const path = `suggestions/${idOf(year.suggestions, key)}`;
  const into = idOf(year.suggestions, of!);
  const sent = (step: string, days: number) => ({
    as,
    on: daysAfter(calendar.triaged, days),
    key: keyFor(year, `${key}-${step}`),
  });
  await api.command(`${path}/merge`, { into }, sent('merged', 1));
  await api.command(`${path}/unmerge`, { reason: '地点疑有不同，先分开核实' }, sent('unmerged', 3));
  await api.command(`${path}/merge`, { into }, sent('merged-again', 6));
};

export const collectionStages: readonly Stage[] = [
  {
    name: 'collection',
    says: '征集建议 · collecting suggestions',
    run: async (year) => {
      await open(year);
      await together(suggestionsOf(year.plan), (suggestion, index) => receive(year, suggestion, index));
    },
  },
  {
    name: 'triage',
    says: '登记、转办、合并 · registering, referring, merging',
    run: async (year) => {
      const all = suggestionsOf(year.plan);
      await together(all, (suggestion) => triage(year, suggestion));
      await together(
        all.filter(({ fate }) => fate === 'merged'),
        (suggestion) => merge(year, suggestion),
      );
    },
  },
];
