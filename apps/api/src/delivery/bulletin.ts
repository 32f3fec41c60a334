import { colours, yearOf, type Colour, type Month } from '@minsheng/contracts';
import { indicatorsAt, isWarning, monthNumber, WHOLE } from '@minsheng/domain';
import {
  figuresOf,
  isShown,
  standingsOf,
  type IndicatorStanding,
  type LedgerRow,
  type LightRow,
  type ProjectRow,
  type SiteRow,
} from '@minsheng/read-models';
import { sourceOf } from './ledger.view';
import { printedOrder } from './project.view';
import { defaultFormula, formulaInWords, rankingOf } from './ranking';

/** What a bulletin is made of. */
export interface BulletinRows {
  readonly projects: readonly Pick<ProjectRow, 'projectId' | 'no' | 'title' | 'status' | 'leads' | 'periods'>[];
  readonly ledgers: readonly LedgerRow[];
  readonly lights: readonly LightRow[];
  /** Sites of laggards that are not built yet. */
  readonly sites: readonly Pick<SiteRow, 'projectId' | 'indicatorId' | 'district' | 'no' | 'name' | 'state'>[];
}

/** By the promise then in force: a later adjustment rewrites no month that was published. */
const standingAt = (
  { projectId, indicators, targets, revisions, verified }: LedgerRow,
  period: Month,
): IndicatorStanding[] =>
  standingsOf(
    indicatorsAt(indicators, revisions, period),
    targets,
    figuresOf(verified, monthNumber(period)),
    yearOf(projectId),
  );

/**
 * Every figure of a project at the end of a month, each with the way back to its report; districts where they have
 * figures of their own.
 */
const figuresIn = (ledger: LedgerRow, period: Month) =>
  standingAt(ledger, period)
    .filter(({ met, actual, doneOn }) => met !== null || actual !== null || doneOn !== null)
    .map((standing) => ({
      indicatorId: standing.id,
      name: standing.name,
      unit: standing.unit,
      ...(standing.scale && { scale: standing.scale }),
      lead: standing.lead,
      target: standing.target,
      actual: standing.actual,
      doneOn: standing.doneOn,
      percent: standing.percent,
      met: standing.met,
      source:
        sourceOf(ledger, standing.id, WHOLE, period) ??
        sourceOf(
          ledger,
          standing.id,
          standing.byDistrict.find(({ actual }) => actual !== null)?.district ?? WHOLE,
          period,
        ) ??
        null,
      // 未达全年目标: held against the year; who is behind the line beyond the tolerance is a laggard.
      districtsBelowAnnualTarget: standing.byDistrict
        .filter(({ met }) => met === false)
        .map(({ district, target, actual, percent }) => ({
          district,
          target,
          actual,
          percent,
          source: sourceOf(ledger, standing.id, district, period) ?? null,
        })),
    }));

const unfinishedSites = (
  sites: BulletinRows['sites'],
  projectId: string,
  indicatorId: string | undefined,
  district: string | undefined,
) =>
  sites
    .filter(
      (site) =>
        site.projectId === projectId &&
        (indicatorId === undefined || site.indicatorId === null || site.indicatorId === indicatorId) &&
        (district === undefined || site.district === district),
    )
    .slice(0, 20)
    .map(({ no, name, district: where, state }) => ({ no, name, district: where, state }));

/**
 * Why a project is behind: the rule's words, who has not reported, the worst indicator and district, and the sites
 * still open there.
 */
const laggard = (
  { title, no }: BulletinRows['projects'][number],
  { projectId, published, now, shown, override }: LightRow & { shown: Colour },
  { sites }: BulletinRows,
) => ({
  projectId,
  no,
  title,
  colour: shown,
  why: now.why,
  published: published.colour,
  laterChanged: shown !== published.colour,
  ...(override && { override }),
  missing: now.missing,
  ...(now.worst && { worst: now.worst }),
  ...(now.turnsGreen && { turnsGreen: now.turnsGreen }),
  sites: unfinishedSites(sites, projectId, now.worst?.indicatorId, now.worst?.district),
});

/** The monthly bulletin (通报): no number in it but has its source. */
export const bulletinOf = (rows: BulletinRows, period: Month) => {
  const { projects, ledgers } = rows;
  const lights = rows.lights.filter(isShown);
  const inOrder = [...projects].sort(printedOrder);
  const month = new Map(lights.filter((light) => light.period === period).map((light) => [light.projectId, light]));
  const byLedger = new Map(ledgers.map((ledger) => [ledger.projectId, ledger]));
  const warned = inOrder.flatMap((project) => {
    const light = month.get(project.projectId);
    return light && isWarning(light.shown) ? [laggard(project, light, rows)] : [];
  });
  // A light stays yellow where its report came late: that is no word on the schedule.
  const isCaughtUp = ({ why, override }: (typeof warned)[number]) => why === 'caught up later' && !override;
  const overdue = inOrder.flatMap(({ projectId, no, title, periods }) =>
    periods
      .filter((view) => view.period <= period)
      .flatMap((period) =>
        period.owed.map((department) => ({
          projectId,
          no,
          title,
          department,
          period: period.period,
          dueOn: period.dueOn,
          ...(period.dueOnProvisional && { dueOnProvisional: period.dueOnProvisional }),
        })),
      ),
  );
  const until = {
    projects,
    lights: lights.filter((light) => light.period <= period),
    promises: new Map(ledgers.map((ledger) => [ledger.projectId as string, ledger])),
    standings: new Map(ledgers.map((ledger) => [ledger.projectId as string, standingAt(ledger, period)])),
  };
  return {
    period,
    colours: colours
      .map((colour) => ({
        colour,
        projects: inOrder
          .filter(({ projectId }) => month.get(projectId)?.shown === colour)
          .map(({ projectId }) => projectId),
      }))
      .map((colour) => ({ ...colour, count: colour.projects.length })),
    notClosed: inOrder.filter(({ projectId }) => !month.has(projectId)).map(({ projectId }) => projectId),
    laggards: warned.filter((project) => !isCaughtUp(project)),
    /** 迟报补齐: reported after the month was closed, on schedule by now. */
    caughtUpLater: warned.filter(isCaughtUp),
    overdue,
    ranking: { formula: formulaInWords(defaultFormula), places: rankingOf(until) },
    projects: inOrder.map(({ projectId, no, title, status }) => ({
      projectId,
      no,
      title,
      status,
      light: month.get(projectId)?.shown ?? null,
      figures: byLedger.has(projectId) ? figuresIn(byLedger.get(projectId)!, period) : [],
    })),
    notes: {
      zh:
        '“districtsBelowAnnualTarget”为未达全年目标的地区，不等于落后；' +
        '落后（laggards）指超出容差地低于序时进度，或无经核实的月报；迟报补齐（caughtUpLater）已不落后，黄灯保留。' +
        '完成率不封顶；排名和平均值按 100% 封顶。“provisional”为未经统计部门认定的数；' +
        '“laterCorrected”表示公布后经更正。position 为台账中核实该数的事件序号。',
      en:
        '"districtsBelowAnnualTarget": below the target of the year, which is not behind; laggards are behind the ' +
        'line beyond the tolerance of the rule, or without a verified report; caughtUpLater are on the line by now ' +
        'and keep their yellow light. Percentages have no cap; ranking and ' +
        'averages take them capped at 100. "provisional": without the statistics stamp; "laterCorrected": corrected ' +
        'after it was published; position: the event of the log that verified the figure.',
    },
  };
};
