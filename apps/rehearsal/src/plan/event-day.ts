import type { ListIndicator } from '../list/list-shape';
import { daysAfter, lastDayOf } from './calendar';
import type { Note } from './indicator';
import { between, type Random } from './random';

/** Words that say an event has happened. What is being prepared, tendered or planned has not. */
const DONE =
  /(?:^|[，,；;。、\s\d日])(?:已|均已|全部|已全部|全面)?(?:完成|建成|建成投用|投入使用|投用|投入试运营|竣工|开通|通车|通车试运营|对外开放|上线|开工|达标)(?:[。；;，,]|$)/;
const NOT_YET = /正在|尚未|未|招标|预计|预定|计划|准备|施工|推进|拟/;

/** The month of `as_of` where it lies in the list's year; else December. */
export const monthOfRecord = (asOf: string | null | undefined, year: number): number =>
  asOf?.startsWith(`${year}-`) ? Number(asOf.slice(5, 7)) : 12;

/** The day an event took place by the list's own words; undefined where it has none. */
export const knownDayOf = (
  { name, as_of: asOf, actual_text: words, ...indicator }: ListIndicator,
  year: number,
  note: Note = () => undefined,
): string | undefined => {
  const seen = monthOfRecord(asOf, year);
  const dayOfRecord = asOf?.startsWith(`${year}-`) && asOf.length === 10 ? asOf : lastDayOf(year, seen);
  if (indicator.event_date?.startsWith(`${year}-`) && indicator.event_done !== false) return indicator.event_date;
  if (indicator.event_done || (indicator.actual != null && indicator.actual > 0)) {
    note('已完成，日期取记录日 · done; the day is that of the record', name);
    return dayOfRecord;
  }
  if (words && DONE.test(words) && !NOT_YET.test(words)) {
    note(
      '按进展文字视为已完成，日期取记录日 · done by its words; the day is that of the record',
      `${name}（${words}）`,
    );
    return dayOfRecord;
  }
  return undefined;
};

/** The day an event took place: as known, or made by the generator after what was last seen, or never in the year. */
export const eventDayOf = (
  indicator: ListIndicator,
  year: number,
  kept: boolean,
  random: Random,
  note: Note,
): string | undefined => {
  const known = knownDayOf(indicator, year, note);
  if (known !== undefined) return known;
  const { name, as_of: asOf } = indicator;
  const seen = monthOfRecord(asOf, year);
  const draw = between(random, 0, 1);
  const first = asOf?.startsWith(`${year}-`) ? Math.min(seen + 1, 12) : 9;
  if (indicator.event_done === false || !kept) {
    note(
      '没有完成依据，生成器定为年内未完成 · no evidence of completion; not done within the year, says the generator',
      name,
    );
    return undefined;
  }
  const month = first + Math.floor(draw * (13 - first));
  note(
    '没有完成依据，完成月份由生成器给出 · no evidence of completion; the month is made by the generator',
    `${name}（${month} 月）`,
  );
  return daysAfter(`${year}-${String(month).padStart(2, '0')}-10`, Math.floor(draw * 12));
};
