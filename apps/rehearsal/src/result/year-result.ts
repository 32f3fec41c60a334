import {
  readBoard,
  readDossier,
  type BoardIndicator,
  type BoardProject,
  type Dossier,
  type Light,
} from '../stages/board';
import type { ListIndicator } from '../list/list-shape';
import { idOf, type Year } from '../stages/year';
import type { PlannedProject } from '../plan/year-plan';
import { isDistrictGenerated, isFigureGenerated } from './generated';

/** What `--json` writes: figures as numbers, null where there is none. */
export interface DistrictResult {
  readonly district: string;
  readonly target: number | null;
  readonly actual: number | null;
  readonly percent: number | null;
  /** The figure is the generator's, not the source's. */
  readonly generated: boolean;
}
export interface IndicatorResult {
  readonly name: string;
  readonly unit: string;
  readonly comparator: string;
  readonly target: number | null;
  readonly actual: number | null;
  /** The day of an event. */
  readonly doneOn?: string;
  readonly percent: number | null;
  readonly met: boolean | null;
  /** The figure is the generator's, not the source's. */
  readonly generated: boolean;
  readonly byDistrict: readonly DistrictResult[];
}
/** What is missing of a target at the end; `missing` is null for what has to be done or kept. */
export interface Gap {
  readonly indicator: string;
  readonly unit: string;
  readonly district?: string;
  readonly missing: number | null;
}
export interface ProjectResult {
  readonly no: number;
  readonly title: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly leads: readonly string[];
  readonly gaps: readonly Gap[];
  readonly indicators: readonly IndicatorResult[];
  readonly lights: readonly { readonly period: string; readonly colour: string; readonly reason: string }[];
  readonly satisfaction: number | null;
  readonly grade: string | null;
}
/** How often each step of the cycle came to pass, as the dossiers tell it. */
export interface Cycle {
  readonly reminded: number;
  readonly overdue: number;
  readonly reopened: number;
  readonly overridden: number;
  readonly laterChanged: number;
  readonly orders: number;
  readonly ordersEscalated: number;
  readonly escalations: number;
  readonly issues: number;
  readonly adjustments: number;
  readonly lookBacks: number;
}
export interface Counts {
  readonly events: number;
  readonly commands: number;
  readonly refusals: number;
  readonly refusalCodes: Readonly<Record<string, number>>;
  readonly retries: number;
  readonly seconds: number;
}
export interface YearResult {
  readonly list: {
    readonly listId: string;
    readonly regionCode: string;
    readonly city: string;
    readonly year: number;
    readonly mode: string;
    readonly seed: number;
    readonly source: string | null;
  };
  /** What no list prints: these fields of every project, and the figures of months before the last, are generated. */
  readonly generated: readonly (keyof ProjectResult)[];
  readonly projects: readonly ProjectResult[];
  readonly counts: Counts;
  readonly cycle: Cycle;
  readonly notes: readonly string[];
}

const number = (text: string | null): number | null => (text === null ? null : Number(text));

const indicatorResult = (
  { name, unit, scale, comparator, target, actual, doneOn, percent, met, byDistrict }: BoardIndicator,
  source: ListIndicator,
  year: number,
): IndicatorResult => ({
  name,
  unit: `${scale ?? ''}${unit}`,
  comparator,
  target: number(target),
  actual: number(actual),
  ...(doneOn && { doneOn }),
  percent: number(percent),
  met,
  generated: isFigureGenerated(source, year),
  byDistrict: byDistrict.map((boardDistrict) => ({
    district: boardDistrict.district,
    target: number(boardDistrict.target),
    actual: number(boardDistrict.actual),
    percent: number(boardDistrict.percent),
    generated: isDistrictGenerated(source, boardDistrict.district),
  })),
});

/** Figures have at most six decimals: sums of doubles are cut to them. */
const less = (target: number, actual: number | null): number => Number((target - (actual ?? 0)).toFixed(6));

/** What is missing of an indicator that is not met: in its districts where they fall short, else as a whole. */
const gapsOf = ({ name, unit, comparator, target, actual, met, byDistrict }: IndicatorResult): Gap[] => {
  if (met !== false) return [];
  const missing = (wanted: number | null, reached: number | null): number | null =>
    wanted === null || comparator === 'event' ? null : less(wanted, reached);
  const short = byDistrict
    .map((row) => ({ indicator: name, unit, district: row.district, missing: missing(row.target, row.actual) }))
    .filter((gap) => gap.missing !== null && (comparator === '<=' ? gap.missing < 0 : gap.missing > 0));
  return short.length > 0 ? short : [{ indicator: name, unit, missing: missing(target, actual) }];
};

/** Names the indicator and district that made a light what it is (invariant 21). */
const reasonOf = ({ why, missing, worst }: Light, indicators: readonly BoardIndicator[]): string => {
  const indicator = indicators.find(({ id }) => id === worst?.indicatorId)?.name ?? worst?.indicatorId;
  const where = worst ? `：${indicator}${worst.district ? `（${worst.district}）` : ''}` : '';
  const words: Readonly<Record<string, string>> = {
    'on the line': '符合序时进度',
    'behind the line': `落后序时进度 ${worst?.behind} 个百分点${where}`,
    'no verified report': `无经核实的月报：${missing.join('、')}`,
    'caught up later': '事后补齐',
    'nothing to measure': '无可对照：没有可衡量的指标',
    'finished and accepted': '已完成并通过验收',
  };
  return words[why] ?? why;
};

const projectResult = (
  year: Year,
  { key, no, item, leads }: PlannedProject,
  board: readonly BoardProject[],
  { lights }: Dossier,
): ProjectResult => {
  const row = board.find(({ projectId }) => projectId === idOf(year.projects, key))!;
  const indicators = row.indicators.map((indicator, at) =>
    indicatorResult(indicator, item.indicators[at], year.plan.year),
  );
  return {
    no,
    title: row.title,
    state: row.status,
    outcome: row.outcome,
    leads,
    gaps: indicators.flatMap(gapsOf),
    indicators,
    lights: lights.map(({ now }) => ({
      period: now.period,
      colour: now.colour,
      reason: reasonOf(now, row.indicators),
    })),
    satisfaction: number(row.satisfaction),
    grade: row.grade,
  };
};

const cycleOf = (dossiers: readonly Dossier[]): Cycle => {
  const sum = (count: (dossier: Dossier) => number) => dossiers.reduce((total, dossier) => total + count(dossier), 0);
  const countOf = (type: string) => sum(({ timeline }) => timeline.filter((step) => step.type === type).length);
  return {
    reminded: sum(({ periods }) => periods.reduce((total, { reminded }) => total + reminded.length, 0)),
    overdue: sum(({ periods }) => periods.reduce((total, { overdue }) => total + overdue.length, 0)),
    reopened: countOf('MonthReopened'),
    overridden: countOf('LightOverridden'),
    laterChanged: sum(({ lights }) => lights.filter(({ published, now }) => published.colour !== now.colour).length),
    orders: sum(({ orders }) => orders.length),
    ordersEscalated: sum(({ orders }) => orders.filter(({ escalations }) => escalations.length > 0).length),
    escalations: sum(({ escalations }) => escalations.length),
    issues: sum(({ issues }) => issues.length),
    adjustments: sum(({ adjustments }) => adjustments.length),
    lookBacks: sum(({ lookBacks }) => lookBacks.length),
  };
};

/** Items that have no year: shown as what they are. */
const notApplicable = ({ plan }: Year): ProjectResult[] =>
  plan.notApplicable.map(({ no, commitment }) => ({
    no,
    title: commitment.title,
    state: 'not applicable',
    outcome: null,
    leads: [],
    gaps: [],
    lights: [],
    satisfaction: null,
    grade: null,
    indicators: commitment.indicators.map(({ name, unit, scale, comparator, target }) => ({
      name,
      unit: `${scale ?? ''}${unit}`,
      comparator,
      target: number(target),
      actual: null,
      percent: null,
      met: null,
      generated: false,
      byDistrict: [],
    })),
  }));

/** What the system says of the year, read from its board and dossiers; nothing is reckoned here. */
export const readResult = async (
  year: Year,
  measured: { readonly events: number; readonly seconds: number },
): Promise<YearResult> => {
  const {
    plan: { list, listId, regionCode, mode, seed, notes, projects },
    api,
  } = year;
  const board = await readBoard(year);
  const dossiers = await Promise.all(projects.map(({ key }) => readDossier(year, key)));
  const run = projects.map((project, index) => projectResult(year, project, board, dossiers[index]));
  return {
    list: { listId, regionCode, city: list.city, year: list.year, mode, seed, source: list.source_title ?? null },
    generated: ['lights', 'satisfaction', 'grade'],
    projects: [...run, ...notApplicable(year)].sort((a, b) => a.no - b.no),
    counts: {
      events: measured.events,
      commands: api.commands,
      refusals: api.refusals,
      refusalCodes: Object.fromEntries(api.refusedWith),
      retries: api.retries,
      seconds: measured.seconds,
    },
    cycle: cycleOf(dossiers),
    notes: notes.map(({ text, about }) => (about.length === 0 ? text : `${text}：${about.join('、')}`)),
  };
};
