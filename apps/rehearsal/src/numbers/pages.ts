import type { BoardProject } from '../stages/board';
import { idOf, type Year } from '../stages/year';

/** Every page that shows numbers of a list, as read at one instant; pages of projects are there once for each. */
export const pageNames = ['board', 'dossier', 'ledger', 'lights', 'ranking', 'bulletin', 'investment'] as const;
export type PageName = (typeof pageNames)[number];
export type Pages = Readonly<Record<PageName, readonly unknown[]>>;

/** The newest month that the board has a light for: a bulletin is about a closed month. */
const newestMonthOf = (projects: readonly BoardProject[]): string | undefined =>
  projects
    .flatMap(({ lights }) => lights.map(({ period }) => period))
    .sort()
    .at(-1);

/** Reads all of them, now or as of an instant. */
export const readPages = async (year: Year, asOf?: string): Promise<Pages> => {
  const { api, people, plan, projects } = year;
  const as = await people.commission();
  const list = `lists/${plan.listId}`;
  const read = (path: string) =>
    api.read<unknown>(asOf ? `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}` : path, as);
  const ofProjects = (page: string) =>
    Promise.all(plan.projects.map(({ key }) => read(`projects/${idOf(projects, key)}${page}`)));
  const board = (await read(`${list}/board`)) as { readonly projects: readonly BoardProject[] };
  const period = newestMonthOf(board.projects);
  return {
    board: [board],
    dossier: await ofProjects(''),
    ledger: [await read(`${list}/ledger`)],
    lights: await ofProjects('/lights'),
    ranking: [await read(`${list}/ranking`)],
    bulletin: period ? [await read(`${list}/bulletin?period=${period}`)] : [],
    investment: [await read(`${list}/investment`)],
  };
};
