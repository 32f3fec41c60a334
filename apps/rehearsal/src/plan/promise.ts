import type { ListFile, ListIndicator, ListItem } from '../list/list-shape';
import { clipped, indicatorOf, type Note, type PromisedIndicator, type Span } from './indicator';

export const DEPARTMENT_NOT_NAMED = '牵头单位未列明';
const DOMAINS = new Set([
  '幼有所育',
  '学有所教',
  '劳有所得',
  '病有所医',
  '老有所养',
  '逝有所安',
  '住有所居',
  '弱有所扶',
  '行有所畅',
  '环境友好',
  '优军服务保障',
  '文体服务保障',
  '公共安全保障',
  '其他',
]);
const LEVELS: readonly (readonly [RegExp, 'province' | 'city' | 'county' | 'town'])[] = [
  [/省|province/i, 'province'],
  [/市|city/i, 'city'],
  [/县|区|旗|county/i, 'county'],
  [/乡|镇|街道|town/i, 'town'],
];

/** What is promised, as the system takes it (contracts, Commitment). */
export interface Commitment {
  readonly title: string;
  readonly domain: string;
  readonly level?: string;
  readonly span?: Span;
  readonly indicators: readonly PromisedIndicator[];
  readonly coDepartments: readonly string[];
}
const spanOf = (span: string | null | undefined, note: Note): Span | undefined => {
  if (!span) return undefined;
  const [, from, to] = /^\s*(20\d\d)(?:\s*[-–—~至]\s*(20\d\d))?\s*年?\s*$/.exec(span) ?? [];
  if (!from || (to && to < from)) {
    note('起止年限无法识别，未采用 · span not understood', span);
    return undefined;
  }
  return { from: Number(from), to: Number(to ?? from) };
};

/** One item of the list file as a promise: the first department named leads, the others take part. */
export const commitmentOf = (item: ListItem, year: number, note: Note): Commitment => {
  const inItem: Note = (text, about = '') => note(text, `「${item.title}」${about}`);
  const ofItem = item.lead_departments ?? [];
  const leadOf = (indicator: ListIndicator) => indicator.lead_departments?.[0] ?? ofItem[0] ?? DEPARTMENT_NOT_NAMED;
  const span = spanOf(item.span, inItem);
  const indicators = item.indicators.map((indicator, index) =>
    indicatorOf(indicator, index, leadOf(indicator), { year, span }, inItem),
  );
  const leads = new Set(indicators.map(({ lead }) => lead));
  if (leads.has(DEPARTMENT_NOT_NAMED))
    inItem(`没有牵头单位，以「${DEPARTMENT_NOT_NAMED}」代替 · no lead department in the file`);
  const co = [
    ...new Set([
      ...item.indicators.flatMap(({ lead_departments: more }) => more ?? []),
      ...ofItem,
      ...(item.co_departments ?? []),
    ]),
  ].filter((text) => !leads.has(text));
  if (co.length > 40) inItem('配合单位多于 40 个，只取前 40 个 · only the first 40 co-departments are taken');
  const level = LEVELS.find(([words]) => words.test(item.level ?? ''))?.[1];
  if (item.level && !level) inItem('级别无法识别，未采用 · level not understood', item.level);
  const domain = DOMAINS.has(item.domain_guess ?? '') ? item.domain_guess! : '其他';
  return {
    title: clipped(item.title, 200, '项目名称', inItem),
    domain,
    ...(level && { level }),
    ...(span && { span }),
    indicators,
    coDepartments: co.slice(0, 40),
  };
};

/** How the list is decided, as the file says; silence means government. */
export const modeOf = ({ selection }: ListFile): 'deputies vote' | 'government' =>
  /vote|票决/.test(selection?.mode ?? '') ? 'deputies vote' : 'government';
