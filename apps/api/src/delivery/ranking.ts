import type { Colour, DepartmentName } from '@minsheng/contracts';
import { decimal } from '@minsheng/domain';
import type { IndicatorStanding, LightRow, ProjectRow } from '@minsheng/read-models';

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
  readonly standings: ReadonlyMap<string, readonly IndicatorStanding[]>;
}
export interface Place {
  readonly rank: number;
  readonly department: string;
  readonly score: string;
  readonly projects: number;
  readonly monthsGreen: number;
  readonly months: number;
  readonly greenShare: string | null;
  /** Mean of the completion percentages, each capped at 100 (invariant 13), and how many of them were capped. */
  readonly completion: string | null;
  readonly indicators: number;
  readonly capped: number;
  readonly overdueReports: number;
}

const good: ReadonlySet<Colour> = new Set(['green', 'blue']);
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
}: IndicatorStanding): { readonly value: string; readonly capped: boolean } | undefined => {
  if (met === null) return undefined;
  if (percent === null) return { value: met ? '100' : '0', capped: false };
  return decimal.compare(percent, '100') > 0 ? { value: '100', capped: true } : { value: percent, capped: false };
};

const mean = (values: readonly string[]): string | null =>
  values.length === 0 ? null : decimal.weightedMean(values.map((value) => ({ value, weight: 1 })));
const scoreOf = (
  { green, completion, perOverdue }: RankingFormula,
  greenShare: string | null,
  average: string | null,
  overdue: number,
): string => {
  const parts = [
    { value: greenShare, weight: green },
    { value: average, weight: completion },
  ].flatMap(({ value, weight }) => (value === null || weight === 0 ? [] : [{ value, weight }]));
  const score = decimal.minus(parts.length === 0 ? '0' : decimal.weightedMean(parts), String(overdue * perOverdue));
  return decimal.compare(score, '0') < 0 ? '0' : score;
};

const placeOf = (
  department: DepartmentName,
  { projects, lights, standings }: Ranked,
  formula: RankingFormula,
): Omit<Place, 'rank'> => {
  const led = projects.filter(({ leads }) => leads.includes(department));
  const ids = new Set(led.map(({ projectId }) => projectId));
  const mine = lights.filter(({ projectId }) => ids.has(projectId));
  const monthsGreen = mine.filter((light) => good.has(light.shown) || !answersFor(light, department)).length;
  const percents = led
    .flatMap(({ projectId }) => (standings.get(projectId) ?? []).filter(({ lead }) => lead === department))
    .flatMap((standing) => cappedPercent(standing) ?? []);
  const overdueReports = led.reduce(
    (count, { periods }) => count + periods.filter(({ overdue }) => overdue.includes(department)).length,
    0,
  );
  const greenShare = mine.length === 0 ? null : decimal.percentOf(String(monthsGreen), String(mine.length));
  const completion = mean(percents.map(({ value }) => value));
  return {
    department,
    score: scoreOf(formula, greenShare, completion, overdueReports),
    projects: led.length,
    monthsGreen,
    months: mine.length,
    greenShare,
    completion,
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
  const departments = [...new Set(ranked.projects.flatMap(({ leads }) => leads))];
  const places = departments
    .map((department) => placeOf(department, ranked, formula))
    .sort((a, b) => decimal.compare(b.score, a.score) || (a.department < b.department ? -1 : 1));
  return places.map((place) => ({
    rank: 1 + places.filter(({ score }) => decimal.compare(score, place.score) > 0).length,
    ...place,
  }));
};

/** The formula in words, beside every ranking. */
export const formulaInWords = ({ green, completion, perOverdue }: RankingFormula) => ({
  zh:
    `得分 =（绿灯月份占比 × ${green} + 平均完成率 × ${completion}）÷ ${green + completion} − 逾期月报份数 × ${perOverdue}，最低 0 分。` +
    `单项完成率按 100% 封顶后再平均；同分同名次，其后名次顺延。`,
  en:
    `score = (share of months green × ${green} + average completion × ${completion}) / ${green + completion} − ` +
    `overdue reports × ${perOverdue}, not below 0. Completion is capped at 100 percent before it is averaged; ties ` +
    `share a rank and the next is skipped.`,
});
