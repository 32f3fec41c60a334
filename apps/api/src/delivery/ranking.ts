import type { DepartmentName, Month } from '@minsheng/contracts';
import { indicatorsAt, isOnSchedule, leadsOf, ratio } from '@minsheng/domain';
import { isShown, type IndicatorStanding, type LedgerRow, type LightRow, type ProjectRow } from '@minsheng/read-models';

/** How a department's score is made: default (ours, configurable), told in every answer. */
export interface RankingFormula {
  readonly green: number;
  readonly completion: number;
  readonly perOverdue: number;
}
export const defaultFormula: RankingFormula = { green: 60, completion: 40, perOverdue: 1 };

/** What a ranking is made of. */
export interface Ranked {
  readonly projects: readonly Pick<ProjectRow, 'projectId' | 'leads' | 'periods'>[];
  readonly lights: readonly Pick<LightRow, 'projectId' | 'period' | 'shown' | 'now'>[];
  /** What was promised of each project, and what it was before adjustments. */
  readonly promises: ReadonlyMap<string, Pick<LedgerRow, 'indicators' | 'revisions'>>;
  readonly standings: ReadonlyMap<string, readonly IndicatorStanding[]>;
}
export interface Place {
  readonly rank: number;
  readonly department: string;
  readonly score: string;
  readonly projects: number;
  readonly monthsGreen: number;
  /** Months that were measured. */
  readonly months: number;
  /** Months with nothing to measure: neither green nor counted against anybody. */
  readonly monthsGrey: number;
  readonly greenShare: string | null;
  /** Mean of the completion percentages, each capped at 100 (invariant 13), and how many of them were capped. */
  readonly completion: string | null;
  readonly indicators: number;
  readonly capped: number;
  readonly overdueReports: number;
}

/** A department with its exact score: ranks compare these, and print them last. */
type Scored = Omit<Place, 'rank' | 'score'> & { readonly points: ratio.Ratio };
const nothing = ratio.exactly(0);
const everything = ratio.exactly(100);

/** Who led a project in a month: months belong to the lead then in force. */
const leadsIn = (
  { promises }: Ranked,
  { projectId, leads }: Ranked['projects'][number],
  period: Month,
): readonly DepartmentName[] => {
  const promise = promises.get(projectId);
  return promise ? leadsOf(indicatorsAt(promise.indicators, promise.revisions, period)) : leads;
};
/** Everybody who leads a project, or led it in a month before an adjustment. */
const leadsEver = ({ promises }: Ranked, { projectId, leads }: Ranked['projects'][number]) => [
  ...leads,
  ...(promises.get(projectId)?.revisions ?? []).flatMap(({ before }) => before.map(({ lead }) => lead)),
];

/**
 * Who answers for a light that is not green: whose report is missing, else the lead of the worst indicator, else every
 * lead.
 */
const answersFor = ({ now }: Ranked['lights'][number], department: string): boolean =>
  now.missing.length > 0
    ? (now.missing as readonly string[]).includes(department)
    : now.worst
      ? now.worst.lead === department
      : true;

/**
 * Completion as a mean can take it: capped; an event or a status word is all or nothing; what cannot be held against
 * anything does not count.
 */
const cappedPercent = ({
  percent,
  met,
  comparator,
  actual,
  targetThisYear,
}: IndicatorStanding): { readonly value: ratio.Ratio; readonly capped: boolean } | undefined => {
  if (met === null) return undefined;
  if (percent === null) return { value: met ? everything : nothing, capped: false };
  const [part, whole] = comparator === '<=' ? [targetThisYear!, actual!] : [actual!, targetThisYear!];
  const value = met ? everything : ratio.percentage(part, whole);
  // A text never stands on another side of 100 than its value.
  const capped = ratio.order(ratio.exactly(percent), everything) > 0;
  return capped ? { value: everything, capped } : { value, capped };
};

const mean = (values: readonly ratio.Ratio[]): ratio.Ratio | null =>
  values.length === 0 ? null : ratio.weightedMean(values.map((value) => ({ value, weight: 1 })));
const scoreOf = (
  { green, completion, perOverdue }: RankingFormula,
  greenShare: ratio.Ratio | null,
  average: ratio.Ratio | null,
  overdue: number,
): ratio.Ratio => {
  const parts = [
    { value: greenShare, weight: green },
    { value: average, weight: completion },
  ].flatMap(({ value, weight }) => (value === null || weight === 0 ? [] : [{ value, weight }]));
  const mean = parts.length === 0 ? nothing : ratio.weightedMean(parts);
  const score = ratio.less(mean, ratio.exactly(overdue * perOverdue));
  return ratio.order(score, nothing) < 0 ? nothing : score;
};

const placeOf = (department: DepartmentName, ranked: Ranked, formula: RankingFormula): Scored => {
  const { standings } = ranked;
  const led = ranked.projects.filter((project) => leadsEver(ranked, project).includes(department));
  const byId = new Map(led.map((project) => [project.projectId, project]));
  const all = ranked.lights.filter(isShown).filter(({ projectId, period }) => {
    const project = byId.get(projectId);
    return project !== undefined && leadsIn(ranked, project, period).includes(department);
  });
  // what another lead answers for is neither green nor held against this one
  const mine = all.filter(
    (light) => light.shown !== 'grey' && (isOnSchedule(light.shown) || answersFor(light, department)),
  );
  const monthsGreen = mine.filter(({ shown }) => isOnSchedule(shown)).length;
  const percents = led
    .flatMap(({ projectId }) => (standings.get(projectId) ?? []).filter(({ lead }) => lead === department))
    .flatMap((standing) => cappedPercent(standing) ?? []);
  const overdueReports = led.reduce(
    (count, { periods }) => count + periods.filter(({ overdue }) => overdue.includes(department)).length,
    0,
  );
  const greenShare = mine.length === 0 ? null : ratio.percentage(String(monthsGreen), String(mine.length));
  const completion = mean(percents.map(({ value }) => value));
  return {
    department,
    points: scoreOf(formula, greenShare, completion, overdueReports),
    projects: led.length,
    monthsGreen,
    months: mine.length,
    monthsGrey: all.filter(({ shown }) => shown === 'grey').length,
    greenShare: greenShare && ratio.printed(greenShare),
    completion: completion && ratio.printed(completion),
    indicators: percents.length,
    capped: percents.filter(({ capped }) => capped).length,
    overdueReports,
  };
};

/**
 * Departments by score, best first. Who ties shares a rank and the next is skipped: two seconds, then a fourth (椒江区
 * 2018).
 */
export const rankingOf = (ranked: Ranked, formula: RankingFormula = defaultFormula): Place[] => {
  const departments = [...new Set(ranked.projects.flatMap((project) => leadsEver(ranked, project)))];
  const places = departments
    .map((department) => placeOf(department, ranked, formula))
    .sort((a, b) => ratio.order(b.points, a.points) || (a.department < b.department ? -1 : 1));
  return places.map(({ department, points, ...place }) => ({
    rank: 1 + places.filter((other) => ratio.order(other.points, points) > 0).length,
    department,
    score: ratio.printed(points),
    ...place,
  }));
};

/** The formula in words, beside every ranking. */
export const formulaInWords = ({ green, completion, perOverdue }: RankingFormula) => ({
  zh:
    `得分 =（绿灯月份占比 × ${green} + 平均完成率 × ${completion}）÷ ${green + completion} − 逾期月报份数 × ${perOverdue}，最低 0 分。` +
    `单项完成率按 100% 封顶后再平均；无可对照（灰灯）的月份、由其他牵头单位负责的非绿灯月份不计入占比，月份归当时的牵头单位；同分同名次，其后名次顺延。`,
  en:
    `score = (share of months green × ${green} + average completion × ${completion}) / ${green + completion} − ` +
    `overdue reports × ${perOverdue}, not below 0. Completion is capped at 100 percent before it is averaged; grey ` +
    `months, with nothing to measure, and months for which another lead answers are left out of the share; a month ` +
    `belongs to who led in it; ties share a rank and the next is skipped.`,
});
