import { decimalsOf, scaled, textOf } from '../list/amount';
import type { ListIndicator } from '../list/list-shape';
import { isAdditive, kindOf, scaledUnit, type Kind } from '../list/units';

export interface Span {
  readonly from: number;
  readonly to: number;
}
export interface Step {
  readonly due: string;
  readonly text: string;
  readonly quantity?: string;
}
/** One promise, as the system takes it (contracts, Indicator). */
export interface PromisedIndicator {
  readonly id: string;
  readonly name: string;
  readonly kind?: Kind;
  readonly unit: string;
  readonly scale?: '万' | '亿';
  readonly comparator: '>=' | '<=' | 'event';
  readonly target: string | null;
  readonly targetText?: string;
  readonly baseline?: string;
  readonly stretch?: string;
  readonly eventKind?: EventKind;
  readonly additive: boolean;
  readonly applicable: boolean;
  readonly lead: string;
  readonly dueOn?: string;
  readonly stageGoals?: readonly { readonly year: number; readonly goal: string }[];
  readonly steps: readonly Step[];
  readonly stepsAre?: 'cumulative' | 'increments';
}
export type EventKind = 'started' | 'put into use' | 'done';
/** Remarks of a run: what was assumed, made up or left out, and about what. */
export type Note = (text: string, about?: string) => void;

export const amountText = (amount: number): string => textOf(scaled(amount, decimalsOf(amount)), decimalsOf(amount));
export const clipped = (text: string, most: number, what: string, note: Note): string => {
  if (text.length <= most) return text;
  note(`${what}过长，截为 ${most} 字 · cut to ${most} signs`, `${text.slice(0, 20)}…`);
  return `${text.slice(0, most - 1)}…`;
};

/**
 * What has to happen, by its words: a start is promised where nothing is to be finished (handbook domain.md edge case
 * 18).
 */
const eventKindOf = (words: string): EventKind =>
  /投用|投入|试运营|启用|开园|通车|开放/.test(words)
    ? 'put into use'
    : /开工|启动|开建/.test(words) && !/完成|完工|竣工|建成/.test(words)
      ? 'started'
      : 'done';

const comparatorOf = ({ comparator, target, actual }: ListIndicator): PromisedIndicator['comparator'] => {
  if (comparator == null) return target == null && actual == null ? 'event' : '>=';
  return comparator === 'event'
    ? 'event'
    : comparator === '<=' || comparator === '≤' || comparator === '<'
      ? '<='
      : '>=';
};

/** `2022-09`, `2022-09-15`, `2022-Q3`, `2022`: the month by whose end a step is due. */
const dueMonth = (due: string): string | undefined => {
  const [, year, month, quarter] = /^(20\d\d)(?:-(0[1-9]|1[0-2])(?:-\d\d)?|-Q([1-4]))?$/.exec(due.trim()) ?? [];
  return year && `${year}-${month ?? String(quarter ? Number(quarter) * 3 : 12).padStart(2, '0')}`;
};

/**
 * Own dated steps. Quantities that never fall are cumulative; others are increments where they come to the target, else
 * only their words stay.
 */
const stepsOf = (
  { name, milestones, target }: ListIndicator,
  note: Note,
): Pick<PromisedIndicator, 'steps' | 'stepsAre'> => {
  const dated = (milestones ?? [])
    .flatMap(({ due, text, qty }) => {
      const month = dueMonth(due);
      return month ? [{ due: month, text: (text?.trim() || '阶段目标').slice(0, 200), qty }] : [];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  if (dated.length < (milestones?.length ?? 0))
    note('有的节点没有可识别的日期，未采用 · steps without a readable date are left out', name);
  if (dated.length > 24) note('节点多于 24 个，只取前 24 个 · only the first 24 steps are taken', name);
  const quantities = dated.flatMap(({ qty }) => (qty == null ? [] : [qty]));
  const cumulative = quantities.every((qty, index) => index === 0 || qty >= quantities[index - 1]);
  const increments = !cumulative && quantities.reduce((sum, quantity) => sum + quantity, 0) === target;
  if (increments)
    note('节点数量之和等于目标，按每次新增处理 · the quantities of the steps sum to the target: increments', name);
  if (!cumulative && !increments)
    note(
      '节点数量不是累计数，只保留文字 · the quantities of the steps are not cumulative, only their words are kept',
      name,
    );
  const keep = cumulative || increments;
  const steps = dated
    .slice(0, 24)
    .map(({ due, text, qty }) => ({ due, text, ...(keep && qty != null && { quantity: amountText(qty) }) }));
  return {
    steps,
    ...(keep && quantities.length > 0 && { stepsAre: increments ? ('increments' as const) : ('cumulative' as const) }),
  };
};

/** An indicator of the list file, read as the kind of promise it is. */
export const indicatorOf = (
  indicator: ListIndicator,
  index: number,
  lead: string,
  { year, span }: { readonly year: number; readonly span?: Span },
  note: Note,
): PromisedIndicator => {
  const comparator = comparatorOf(indicator);
  const { name, target, target_text: words, baseline, stretch_target: stretch, applicable } = indicator;
  const { unit, scale } = scaledUnit(indicator.unit?.trim() || '-');
  if (indicator.comparator == null) note(`没有比较方式，按 ${comparator} 处理 · no comparator given`, name);
  if (comparator === 'event' && target != null)
    note('事项没有数值目标，数值记入目标文字 · an event has no figure as target', name);
  const targetText = words?.trim() || (comparator === 'event' && target != null ? String(target) : undefined);
  const additive = isAdditive({ ...indicator, comparator });
  if (indicator.additive == null && comparator !== 'event' && !additive)
    note('按单位视为比率或标准，各地不相加 · a rate or standard by its unit', name);
  const kind = kindOf(unit, comparator, additive, target == null ? targetText : undefined);
  const { steps, stepsAre } = stepsOf(indicator, note);
  return {
    id: `i${index + 1}`,
    name: clipped(name, 200, '指标名称', note),
    kind,
    unit: clipped(unit, 20, '单位', note),
    ...(scale && { scale }),
    comparator,
    target: comparator === 'event' || target == null ? null : amountText(target),
    ...(targetText && { targetText: clipped(targetText, 200, '目标文字', note) }),
    ...(baseline != null && comparator !== 'event' && { baseline: amountText(baseline) }),
    ...(stretch != null && comparator !== 'event' && { stretch: amountText(stretch) }),
    ...(comparator === 'event' && { eventKind: eventKindOf(`${name}${words ?? ''}`) }),
    ...(span &&
      span.to > year && {
        dueOn: `${span.to}-12-31`,
        stageGoals: [{ year, goal: clipped(words?.trim() || name, 200, '阶段目标', note) }],
      }),
    additive,
    applicable: applicable ?? true,
    lead,
    steps,
    ...(stepsAre && { stepsAre }),
  };
};
