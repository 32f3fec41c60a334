import type { ListIndicator } from './list-shape';

/** Units of things that do not come in fractions. */
export const COUNTS_WHOLE_THINGS: ReadonlySet<string> = new Set('人 人次 户 个 家 所 例 名 张 台 套 座 处 间 辆 只 场 场次 批次 盏 栋 穴 位'.split(' '));

/** Rates, multiples and money per head: they never sum, whatever the file leaves unsaid. */
const NEVER_SUMS = /^(%|‰|倍|百分点|分)$|^元\/|元.*\/.*人/;

/** Whether districts sum to the whole: as the file says, else by the unit. */
export const isAdditive = ({ additive, unit, comparator }: Pick<ListIndicator, 'additive' | 'unit' | 'comparator'>): boolean => additive ?? (comparator !== 'event' && !NEVER_SUMS.test(unit ?? ''));
