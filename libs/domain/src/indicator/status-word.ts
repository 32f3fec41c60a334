import type { Indicator, Quantity } from '@minsheng/contracts';
import { isReported, type Figure } from './figure';
import { kindOf } from './kinds';
import { isMet, occurredOn } from './met';

export interface StatusWord {
  readonly zh: string;
  readonly en: string;
}
const words = {
  none: { zh: '无可对照', en: 'nothing to hold it against' },
  silent: { zh: '未报告', en: 'not reported' },
  met: { zh: '达到目标', en: 'target reached' },
  unmet: { zh: '未达到目标', en: 'target not reached' },
  served: { zh: '已应享尽享', en: 'all who qualify served' },
  unserved: { zh: '尚未应享尽享', en: 'not all who qualify served' },
  started: { zh: '已开工', en: 'started' },
  'not started': { zh: '未开工', en: 'not started' },
  'put into use': { zh: '已投入使用', en: 'put into use' },
  'not put into use': { zh: '未投入使用', en: 'not put into use' },
  done: { zh: '已完成', en: 'done' },
  'not done': { zh: '未完成', en: 'not done' },
} satisfies Record<string, StatusWord>;

/** Where a promise stands, in a word: what is printed where no percentage is made (handbook domain.md 5.1). */
export const statusWord = (indicator: Indicator, target: Quantity | null, figure: Figure | undefined): StatusWord => {
  const met = isMet(indicator, target, figure);
  if (met === undefined) return words.none;
  if (indicator.comparator === 'event') {
    const what = indicator.eventKind ?? 'done';
    return occurredOn(indicator, figure) ? words[what] : words[`not ${what}` as const];
  }
  if (!met && !isReported(figure)) return words.silent;
  if (kindOf(indicator) === 'entitlement') return met ? words.served : words.unserved;
  return met ? words.met : words.unmet;
};
