import type { BoardProject } from '../stages/board';
import type { Shown } from './meanings';
import type { Pages } from './pages';

/** What is read of a ledger to find the figures of each month. */
interface LedgerProject {
  readonly projectId: string;
  readonly verified: {
    readonly values: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;
  };
  readonly closed: Readonly<Record<string, unknown>>;
  readonly reports: Readonly<
    Record<
      string,
      { readonly department: string; readonly period: string; readonly verified?: { readonly money?: Money } }
    >
  >;
}
interface Money {
  readonly done: string;
  readonly paid: string;
}

/** Cells of a month hold what that month reported; a page shows the newest by then. */
const figuresOf = ({ projectId: project, verified, closed }: LedgerProject): Shown[] =>
  Object.entries(verified.values).flatMap(([indicator, places]) =>
    Object.entries(places).flatMap(([district, cells]) => {
      const until = (month: number) => cells.slice(0, month).findLast((value) => value !== null);
      return [...Object.keys(closed).map((period) => [period, Number(period.slice(5))] as const), ['now', 12] as const]
        .map(([period, month]) => ({ period, value: until(month) }))
        .flatMap(({ period, value }) =>
          value === undefined || value === null
            ? []
            : [
                {
                  meaning: 'actual' as const,
                  about: { project, indicator, district, period },
                  value,
                  where: 'ledger verified.values, the newest by then',
                },
              ],
        );
    }),
  );

/** Money is reported as a running total by each department: the newest of each, summed. */
const moneyOf = ({ projectId: project, reports }: LedgerProject): Shown[] => {
  const newest = new Map<string, Money>();
  for (const { department, verified } of Object.values(reports).sort((a, b) => (a.period < b.period ? -1 : 1)))
    if (verified?.money) newest.set(department, verified.money);
  const sum = (field: keyof Money) =>
    String(Number([...newest.values()].reduce((total, money) => total + Number(money[field]), 0).toFixed(6)));
  const where = 'ledger reports, the newest money of each department summed';
  return newest.size === 0
    ? []
    : [
        { meaning: 'money done', about: { project }, value: sum('done'), where },
        { meaning: 'money paid', about: { project }, value: sum('paid'), where },
      ];
};

/** Lights of the board today, counted by colour. */
const todayOf = (projects: readonly BoardProject[]): Shown[] =>
  [...new Set(projects.map(({ light }) => light))].flatMap((colour) =>
    colour === null
      ? []
      : [
          {
            meaning: 'projects by colour' as const,
            about: { colour, period: 'now' },
            value: String(projects.filter(({ light }) => light === colour).length),
            where: 'board projects[].light, counted',
          },
        ],
  );

/** Lights of the board, counted by colour and month. */
const countsOf = (projects: readonly BoardProject[]): Shown[] => {
  const lights = projects.flatMap(({ lights }) => lights);
  const periods = [...new Set(lights.map(({ period }) => period))];
  const colours = [...new Set(lights.map(({ colour }) => colour))];
  return periods.flatMap((period) =>
    colours.map((colour) => ({
      meaning: 'projects by colour' as const,
      about: { colour, period },
      value: String(lights.filter((light) => light.period === period && light.colour === colour).length),
      where: 'board projects[].lights[], counted',
    })),
  );
};

/** Numbers that a page holds in parts and another one as a whole: counted or summed here, not by the product. */
export const derivedFrom = (pages: Pages): readonly Shown[] => {
  const ledgers = (pages.ledger as readonly { readonly projects: readonly LedgerProject[] }[]).flatMap(
    ({ projects }) => projects,
  );
  const boards = (pages.board as readonly { readonly projects: readonly BoardProject[] }[]).flatMap(
    ({ projects }) => projects,
  );
  return [
    ...ledgers.flatMap((project) => [...figuresOf(project), ...moneyOf(project)]),
    ...countsOf(boards),
    ...todayOf(boards),
  ];
};
