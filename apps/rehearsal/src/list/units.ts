import type { ListIndicator } from './list-shape';

/** Units of things that do not come in fractions. */
export const COUNTS_WHOLE_THINGS: ReadonlySet<string> = new Set(
  '人 人次 户 个 家 所 例 名 张 台 套 座 处 间 辆 只 场 场次 批次 盏 栋 穴 位'.split(' '),
);

/** Rates, multiples and money per head: they never sum, whatever the file leaves unsaid. */
const NEVER_SUMS = /^(%|‰|倍|百分点|分)$|^元\/|元.*\/.*人/;

/** Whether districts sum to the whole: as the file says, else by the unit. */
export const isAdditive = ({
  additive,
  unit,
  comparator,
}: Pick<ListIndicator, 'additive' | 'unit' | 'comparator'>): boolean =>
  additive ?? (comparator !== 'event' && !NEVER_SUMS.test(unit ?? ''));

/** 万 and 亿 stand apart from the unit: 万人 and 人 are one unit in two scales, and are still never summed. */
export const scaledUnit = (unit: string): { readonly unit: string; readonly scale?: '万' | '亿' } => {
  const [, scale, rest] = /^([万亿])(.+)$/.exec(unit) ?? [];
  return rest === undefined ? { unit } : { unit: rest, scale: scale as '万' | '亿' };
};

export type Kind = 'count' | 'measure' | 'rate' | 'standard' | 'event' | 'entitlement';
const MEASURES = /公里|米|平方|亩|公顷|吨|元/;
const RATES = /^(%|‰|倍|百分点|分)$/;

/**
 * Which kind of promise a figure is, by its comparator, its unit and, where no figure is promised, its words (应补尽补).
 */
export const kindOf = (
  unit: string,
  comparator: '>=' | '<=' | 'event',
  additive: boolean,
  wordsAlone: string | undefined,
): Kind => {
  if (comparator === 'event') return 'event';
  if (wordsAlone && /应.尽.|愿.尽.|能.尽./.test(wordsAlone)) return 'entitlement';
  if (!additive) return RATES.test(unit) ? 'rate' : 'standard';
  return MEASURES.test(unit) ? 'measure' : 'count';
};
