import { scaled, scaleOf, textOf } from '../list/amount';
import type { ListIndicator, ListItem } from '../list/list-shape';
import { eventDayOf, monthOfRecord } from './event-day';
import { finalsOf, isKept, type Finals } from './finals';
import { approaching, growing, MONTHS, worksPath } from './paths';
import type { Note, PromisedIndicator } from './indicator';
import type { Random } from './random';

/** What one indicator's reports say through the year; index 0 is January. */
export interface Track {
  readonly indicator: PromisedIndicator;
  readonly doneOn?: string;
  readonly whole?: readonly string[];
  readonly districts: readonly { readonly district: string; readonly values: readonly string[] }[];
  readonly works?: readonly number[];
}

interface InProgress {
  readonly name?: string;
  readonly qty: number;
  readonly progress_pct?: number;
  readonly planned_done?: string;
}
const inProgressOf = ({ in_progress: parts }: ListIndicator): readonly InProgress[] =>
  (Array.isArray(parts) ? parts : []).filter(
    (part): part is InProgress => typeof part?.qty === 'number' && Number.isFinite(part.qty),
  );

/**
 * What is being built counts 0 until it is finished (handbook domain.md, edge case 10): the share that is planned for
 * each month.
 */
const finishedParts = (parts: readonly InProgress[], year: number, scale: number): number[] =>
  MONTHS.map((month) =>
    parts
      .filter(
        ({ planned_done: due }) => due !== undefined && due.startsWith(`${year}-`) && Number(due.slice(5, 7)) <= month,
      )
      .reduce((sum, { qty }) => sum + scaled(qty, scale), 0),
  );

const printedWorks = (indicator: ListIndicator, item: ListItem, month: number) => {
  const parts = inProgressOf(indicator).filter(({ progress_pct: percent }) => typeof percent === 'number');
  const quantity = parts.reduce((sum, { qty }) => sum + qty, 0);
  const ofParts =
    quantity > 0
      ? Math.round((parts.reduce((sum, { qty, progress_pct: percent }) => sum + qty * percent!, 0) / quantity) * 10) /
        10
      : undefined;
  const percent = indicator.reported_progress_pct ?? ofParts ?? item.reported_image_progress_pct;
  return percent == null ? undefined : { month, percent };
};

const pathOf = (
  final: number,
  scale: number,
  last: number,
  indicator: ListIndicator,
  promised: PromisedIndicator,
  tempo: number,
  random: Random,
  onSteps: boolean,
): string[] => {
  const steps = onSteps ? promised.steps.filter(({ quantity }) => quantity !== undefined) : [];
  const year = promised.steps[0]?.due.slice(0, 4) ?? '';
  const atLeast = (month: number) =>
    Math.max(
      0,
      ...steps
        .filter(({ due }) => due <= `${year}-${String(month).padStart(2, '0')}`)
        .map(({ quantity }) => scaled(Number(quantity), scale)),
    );
  const units = promised.additive
    ? growing(final, last, tempo, atLeast)
    : approaching(
        final,
        last,
        {
          unit: promised.unit,
          comparator: promised.comparator as '>=' | '<=',
          ...(indicator.baseline != null && { from: scaled(indicator.baseline, scale) }),
        },
        random,
      );
  return units.map((value) => textOf(value, scale));
};

const wholeOf = (
  { whole, districts, scale }: Finals,
  paths: readonly { readonly values: readonly string[] }[],
  own: () => string[],
): string[] | undefined => {
  if (whole !== undefined) return own();
  if (districts.length === 0) return undefined;
  return MONTHS.map((_, index) =>
    textOf(
      paths.reduce((sum, { values }) => sum + scaled(Number(values[index]), scale), 0),
      scale,
    ),
  );
};

/** Makes the year of one indicator; `undefined` where it does not concern this place. */
export const trackOf = (
  item: ListItem,
  indicator: ListIndicator,
  promised: PromisedIndicator,
  year: number,
  tempo: number,
  random: Random,
  note: Note,
): Track | undefined => {
  if (!promised.applicable) {
    note('不适用本地，不计入 · does not concern this place', promised.name);
    return undefined;
  }
  const seen = monthOfRecord(indicator.as_of, year);
  const works = printedWorks(indicator, item, seen);
  const kept = isKept(works && seen >= 9 ? works.percent : undefined, random);
  if (works)
    note(
      '形象进度只作展示，不计入完成数 · works progress is shown, never counted',
      `${promised.name}（${works.percent}%）`,
    );
  if (promised.comparator === 'event') {
    const doneOn = eventDayOf(indicator, year, kept, random, note);
    return {
      indicator: promised,
      ...(doneOn && { doneOn }),
      districts: [],
      works: worksPath(works, doneOn === undefined ? undefined : Number(doneOn.slice(5, 7))),
    };
  }
  const printed = indicator.actual != null || (indicator.by_district ?? []).some(({ actual }) => actual != null);
  const parts = inProgressOf(indicator);
  if (parts.length > 0 && !printed) {
    const scale = scaleOf([indicator.target, ...parts.map(({ qty }) => qty)]);
    const units = finishedParts(parts, year, scale);
    note(
      '在建部分完工前计 0，按计划完工月份计入（生成器） · what is being built counts 0 until its planned month (generator)',
      promised.name,
    );
    return {
      indicator: promised,
      whole: units.map((value) => textOf(value, scale)),
      districts: [],
      works: worksPath(works, units[11] > 0 ? units.findIndex((value) => value === units[11]) + 1 : undefined),
    };
  }
  const finals = finalsOf(indicator, promised, kept, random, note);
  if (!finals) {
    note(
      '既无目标也无完成数，只报形象进度 · neither target nor actual: only works progress is reported',
      promised.name,
    );
    return { indicator: promised, districts: [], works: worksPath(works, 12) };
  }
  const last = printed ? seen : 12;
  const districts = finals.districts.map(({ district, final }) => ({
    district,
    values: pathOf(final, finals.scale, last, indicator, promised, tempo, random, false),
  }));
  const whole =
    promised.additive || finals.whole !== undefined
      ? wholeOf(finals, districts, () =>
          pathOf(finals.whole!, finals.scale, last, indicator, promised, tempo, random, true),
        )
      : undefined;
  return {
    indicator: promised,
    ...(whole && { whole }),
    districts,
    ...(works && { works: worksPath(works, kept ? 12 : undefined) }),
  };
};
