import type { ListFile, ListIndicator, ListItem } from '../list/list-shape';
import { isAdditive } from '../list/units';
import { textOf, decimalsOf, scaled } from '../list/amount';

export const DEPARTMENT_NOT_NAMED = '牵头单位未列明';
const DOMAINS = new Set(['幼有所育', '学有所教', '劳有所得', '病有所医', '老有所养', '逝有所安', '住有所居', '弱有所扶', '行有所畅', '环境友好', '优军服务保障', '文体服务保障', '公共安全保障', '其他']);
const LEVELS: readonly (readonly [RegExp, 'province' | 'city' | 'county' | 'town'])[] = [[/省|province/i, 'province'], [/市|city/i, 'city'], [/县|区|旗|county/i, 'county'], [/乡|镇|街道|town/i, 'town']];

export interface Step { readonly due: string; readonly text: string; readonly quantity?: string }
/** What is promised, as the system takes it (contracts, Commitment). */
export interface Commitment {
  readonly title: string; readonly domain: string; readonly level?: string; readonly span?: { readonly from: number; readonly to: number };
  readonly indicators: readonly PromisedIndicator[]; readonly coDepartments: readonly string[];
}
export interface PromisedIndicator {
  readonly id: string; readonly name: string; readonly unit: string; readonly comparator: '>=' | '<=' | 'event'; readonly target: string | null; readonly targetText?: string;
  readonly baseline?: string; readonly additive: boolean; readonly applicable: boolean; readonly lead: string; readonly steps: readonly Step[];
}
/** Remarks of a run: what was assumed, made up or left out, and about what. */
export type Note = (text: string, about?: string) => void;

export const amountText = (amount: number): string => textOf(scaled(amount, decimalsOf(amount)), decimalsOf(amount));
const clipped = (text: string, most: number, what: string, note: Note): string => {
  if (text.length <= most) return text;
  note(`${what}过长，截为 ${most} 字 · cut to ${most} signs`, `${text.slice(0, 20)}…`);
  return `${text.slice(0, most - 1)}…`;
};

const comparatorOf = ({ comparator, target, actual }: ListIndicator): PromisedIndicator['comparator'] => {
  if (comparator == null) return target == null && actual == null ? 'event' : '>=';
  return comparator === 'event' ? 'event' : comparator === '<=' || comparator === '≤' || comparator === '<' ? '<=' : '>=';
};

/** `2022-09`, `2022-09-15`, `2022-Q3`, `2022`: the month by whose end a step is due. */
const dueMonth = (due: string): string | undefined => {
  const [, year, month, quarter] = /^(20\d\d)(?:-(0[1-9]|1[0-2])(?:-\d\d)?|-Q([1-4]))?$/.exec(due.trim()) ?? [];
  return year && `${year}-${month ?? String(quarter ? Number(quarter) * 3 : 12).padStart(2, '0')}`;
};

/** Own dated steps. Quantities are read as cumulative; where they fall they cannot be, and only the words stay. */
const stepsOf = ({ name, milestones }: ListIndicator, note: Note): Step[] => {
  const dated = (milestones ?? []).flatMap(({ due, text, qty }) => { const month = dueMonth(due); return month ? [{ due: month, text: (text?.trim() || '阶段目标').slice(0, 200), qty }] : []; }).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  if (dated.length < (milestones?.length ?? 0)) note('有的节点没有可识别的日期，未采用 · steps without a readable date are left out', name);
  if (dated.length > 24) note('节点多于 24 个，只取前 24 个 · only the first 24 steps are taken', name);
  const quantities = dated.flatMap(({ qty }) => (qty == null ? [] : [qty]));
  const cumulative = quantities.every((qty, index) => index === 0 || qty >= quantities[index - 1]);
  if (!cumulative) note('节点数量不是累计数，只保留文字 · the quantities of the steps are not cumulative, only their words are kept', name);
  return dated.slice(0, 24).map(({ due, text, qty }) => ({ due, text, ...(cumulative && qty != null && { quantity: amountText(qty) }) }));
};

const spanOf = (span: string | null | undefined, note: Note): Commitment['span'] => {
  if (!span) return undefined;
  const [, from, to] = /^\s*(20\d\d)(?:\s*[-–—~至]\s*(20\d\d))?\s*年?\s*$/.exec(span) ?? [];
  if (!from || (to && to < from)) { note('起止年限无法识别，未采用 · span not understood', span); return undefined; }
  return { from: Number(from), to: Number(to ?? from) };
};

const indicatorOf = (indicator: ListIndicator, index: number, lead: string, note: Note): PromisedIndicator => {
  const comparator = comparatorOf(indicator);
  const { name, unit, target, target_text: words, baseline, applicable } = indicator;
  if (indicator.comparator == null) note(`没有比较方式，按 ${comparator} 处理 · no comparator given`, name);
  if (comparator === 'event' && target != null) note('事项没有数值目标，数值记入目标文字 · an event has no figure as target', name);
  const targetText = words?.trim() || (comparator === 'event' && target != null ? String(target) : undefined);
  const additive = isAdditive({ ...indicator, comparator });
  if (indicator.additive == null && comparator !== 'event' && !additive) note('按单位视为比率或标准，各地不相加 · a rate or standard by its unit', name);
  return {
    id: `i${index + 1}`, name: clipped(name, 200, '指标名称', note), unit: clipped(unit?.trim() || '-', 20, '单位', note), comparator,
    target: comparator === 'event' || target == null ? null : amountText(target),
    ...(targetText && { targetText: clipped(targetText, 200, '目标文字', note) }),
    ...(baseline != null && comparator !== 'event' && { baseline: amountText(baseline) }),
    additive, applicable: applicable ?? true, lead, steps: stepsOf(indicator, note),
  };
};

/** One item of the list file as a promise: the first department named leads, the others take part. */
export const promiseOf = (item: ListItem, note: Note): Commitment => {
  const inItem: Note = (text, about = '') => note(text, `「${item.title}」${about}`);
  const ofItem = item.lead_departments ?? [];
  const leadOf = (indicator: ListIndicator) => indicator.lead_departments?.[0] ?? ofItem[0] ?? DEPARTMENT_NOT_NAMED;
  const indicators = item.indicators.map((indicator, index) => indicatorOf(indicator, index, leadOf(indicator), inItem));
  const leads = new Set(indicators.map(({ lead }) => lead));
  if (leads.has(DEPARTMENT_NOT_NAMED)) inItem(`没有牵头单位，以「${DEPARTMENT_NOT_NAMED}」代替 · no lead department in the file`);
  const co = [...new Set([...item.indicators.flatMap(({ lead_departments: more }) => more ?? []), ...ofItem, ...(item.co_departments ?? [])])].filter((one) => !leads.has(one));
  if (co.length > 40) inItem('配合单位多于 40 个，只取前 40 个 · only the first 40 co-departments are taken');
  const level = LEVELS.find(([words]) => words.test(item.level ?? ''))?.[1];
  if (item.level && !level) inItem('级别无法识别，未采用 · level not understood', item.level);
  const domain = DOMAINS.has(item.domain_guess ?? '') ? item.domain_guess! : '其他';
  const span = spanOf(item.span, inItem);
  return { title: clipped(item.title, 200, '项目名称', inItem), domain, ...(level && { level }), ...(span && { span }), indicators, coDepartments: co.slice(0, 40) };
};

/** How the list is decided, as the file says; silence means government. */
export const modeOf = ({ selection }: ListFile): 'deputies vote' | 'government' => (/vote|票决/.test(selection?.mode ?? '') ? 'deputies vote' : 'government');
