import type { ListFile, ListIndicator } from '../list/list-shape';
import type { IndicatorResult, ProjectResult } from './year-result';

/** Percentages are printed rounded, cut or not at all; within this many points ours is the same. */
const TOLERANCE = 0.6;

export interface Comparison {
  /** How many printed percentages the system has made again, and the largest difference in points. */
  readonly reproduced: number;
  readonly largestDifference: number;
  /** Those among them that are cut off where they should be rounded (119 for 119.97). */
  readonly cutOff: readonly string[];
  /** Printed percentages that differ, or are missing, for a known reason. */
  readonly reasons: readonly string[];
  /** Those for which no reason is known. */
  readonly unexplained: readonly string[];
}

interface Figures {
  readonly target: number | null;
  readonly actual: number | null;
  readonly percent: number | null;
}

/** The exact percentage; the system's own is printed with one decimal. */
const exactly = ({ target, actual, percent }: Figures, { comparator }: ListIndicator): number | null => {
  if (percent === null || actual === null || !target) return percent;
  if (comparator === '<=') return actual === 0 ? null : (target / actual) * 100;
  return (actual / target) * 100;
};

/** Whether a print is the exact percentage cut off at its last decimal, and not rounded. */
const isCutOff = (printed: number, exact: number | null): boolean => {
  if (exact === null) return false;
  const decimals = String(printed).split('.')[1]?.length ?? 0;
  const shifted = Number((exact * 10 ** decimals).toFixed(6));
  const last = Math.round(printed * 10 ** decimals);
  return Math.floor(shifted) === last && Math.round(shifted) !== last;
};

/** Why a print may differ from actual / target (handbook domain.md 5.1 and 8). */
const reasonFor = (
  printed: number,
  { target, actual, percent }: Figures,
  indicator: ListIndicator,
): string | undefined => {
  const is = (value: number | null | undefined) =>
    value != null && Number.isFinite(value) && Math.abs(value - printed) <= TOLERANCE;
  const of = (base: number | null | undefined) => (actual !== null && base ? (actual / base) * 100 : undefined);
  if (indicator.comparator === '<=' && is(of(target)))
    return '越低越好：公布的是实际/目标，本系统为目标/实际 · lower is better: the print divides the other way';
  if (is(of(indicator.revised_base))) return '公布数以调整后的基数计算 · the print uses the revised base';
  if (is(of(indicator.allocated_total))) return '公布数以分解合计为基数 · the print uses the allocated total';
  if (is(of(indicator.stretch_target))) return '公布数以自加压力的目标计算 · the print uses the stretch target';
  if (indicator.additive === false && printed === 100 && percent !== null && percent > 100)
    return '标准类指标达标即记 100 · a standard met is printed as 100';
  if (percent === null)
    return target === null || target === 0
      ? '没有非零目标，不产生百分比 · no target to divide by'
      : '没有完成数，不产生百分比 · no actual';
  if (
    indicator.actual != null &&
    target !== null &&
    actual !== null &&
    indicator.actual !== actual &&
    is((indicator.actual / target) * 100)
  )
    return '公布的合计不等于各地之和，系统以各地之和为准 · the printed total is not the sum of its districts';
  if (indicator.suspect || indicator['source_status'])
    return `文件注明来源数字存疑 · the file marks the figure as doubtful${indicator.note ? `: ${indicator.note}` : ''}`;
  return undefined;
};

/** Holds every percentage that the list prints against the one the system shows. */
export const comparePercentages = (
  list: ListFile,
  projects: readonly ProjectResult[],
  numbers: readonly number[],
): Comparison => {
  let reproduced = 0;
  let largestDifference = 0;
  const cutOff: string[] = [];
  const reasons: string[] = [];
  const unexplained: string[] = [];
  const compare = (what: string, printed: number | null | undefined, ours: Figures, indicator: ListIndicator) => {
    if (printed == null) return;
    const exact = exactly(ours, indicator);
    const isCut = isCutOff(printed, exact);
    if (isCut) cutOff.push(`${what}：公布 ${printed}，系统 ${ours.percent}，未取整为 ${Number(exact!.toFixed(4))}`);
    const difference = ours.percent === null ? Infinity : Math.abs(ours.percent - printed);
    if (isCut || difference <= TOLERANCE + 1e-9) {
      reproduced += 1;
      largestDifference = Math.max(largestDifference, difference);
      return;
    }
    const reason = reasonFor(printed, ours, indicator);
    const facts = `${what}：公布 ${printed}，系统 ${ours.percent ?? '—'}`;
    (reason ? reasons : unexplained).push(reason ? `${facts}。${reason}` : facts);
  };
  list.items.forEach((item, index) => {
    const project = projects.find(({ no }) => no === numbers[index]);
    if (item.reported_overall_pct != null)
      reasons.push(
        `「${item.title}」公布的整体完成率 ${item.reported_overall_pct} 没有公式，不仿造 · the overall percentage has no formula and ` +
          `is not imitated`,
      );
    item.indicators.forEach((indicator, at) => {
      const ours: IndicatorResult | undefined = project?.indicators[at];
      if (!ours) return;
      compare(`「${item.title}」${indicator.name}`, indicator.reported_pct, ours, indicator);
      if (indicator.comparator === '<=' && indicator.reported_pct == null && ours.percent !== null)
        reasons.push(
          `「${item.title}」${indicator.name}：越低越好，来源未列百分比，系统按目标/实际为 ${ours.percent} · lower is better, the source ` +
            `leaves it empty`,
        );
      for (const row of indicator.by_district ?? []) {
        const district = ours.byDistrict.find((districtResult) => districtResult.district === row.district);
        if (district)
          compare(`「${item.title}」${indicator.name}（${row.district}）`, row.reported_pct, district, indicator);
      }
    });
  });
  return { reproduced, largestDifference: Math.round(largestDifference * 100) / 100, cutOff, reasons, unexplained };
};
