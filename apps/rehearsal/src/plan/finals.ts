import { scaled, scaleOf } from '../list/amount';
import type { ListIndicator } from '../list/list-shape';
import type { Note, PromisedIndicator } from './indicator';
import { between, type Random } from './random';

/** Where an indicator stands when the year ends, in whole units of 10^-scale. */
export interface Finals {
  readonly scale: number;
  /** Absent: nobody reports the whole, or it is the sum of the districts. */
  readonly whole?: number;
  readonly districts: readonly { readonly district: string; readonly final: number }[];
}

interface Row {
  readonly district: string;
  readonly target?: number | null;
  readonly actual?: number | null;
}
const has = (amount: number | null | undefined): amount is number => amount !== null && amount !== undefined;

/**
 * Money per head is in force or not: a standard that nobody printed is kept to the letter (handbook domain.md, edge
 * case 22).
 */
const isStandard = (unit: string): boolean => /^元\//.test(unit);

/** By this a figure that nobody printed ends above or below what was promised. */
const madeUp = (
  target: number,
  scale: number,
  { comparator, additive, unit }: PromisedIndicator,
  meets: boolean,
  random: Random,
): number => {
  const draw = random();
  const promised = scaled(target, scale);
  if (isStandard(unit)) return promised;
  if (comparator === '<=')
    return meets ? Math.floor(promised * (0.8 + 0.2 * draw)) : Math.ceil(promised * (1 + 0.1 * draw));
  if (!meets) return Math.floor(promised * (additive ? 0.75 + 0.2 * draw : 0.9 + 0.09 * draw));
  const most = unit === '%' ? scaled(100, scale) : Infinity;
  return Math.min(
    Math.max(promised, most),
    Math.max(promised, Math.round(promised * (1 + (additive ? 0.15 : 0.03) * draw))),
  );
};

/**
 * Shares out what is left of a printed total among districts without a printed figure, by their targets; the last units
 * go to the first.
 */
const sharedOut = (rest: number, rows: readonly Row[], scale: number): Finals['districts'] => {
  const weights = rows.map(({ target }) => scaled(target ?? 0, scale));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor(total === 0 ? rest / rows.length : (rest * weight) / total));
  let left = rest - shares.reduce((sum, share) => sum + share, 0);
  return rows.map(({ district }, index) => ({ district, final: shares[index] + (left-- > 0 ? 1 : 0) }));
};

const nothingPrinted = (
  rows: readonly Row[],
  promised: PromisedIndicator,
  { target }: ListIndicator,
  scale: number,
  meets: boolean,
  random: Random,
): Finals => {
  const districts = rows
    .filter((row) => has(row.target))
    .map((row) => ({ district: row.district, final: madeUp(row.target!, scale, promised, meets, random) }));
  if (promised.additive && districts.length > 0) return { scale, districts };
  return { scale, districts, ...(has(target) && { whole: madeUp(target, scale, promised, meets, random) }) };
};

/**
 * What ends up verified: printed figures exactly; what was not printed is made, and said so. `undefined`: there is no
 * figure to report at all.
 */
export const finalsOf = (
  indicator: ListIndicator,
  promised: PromisedIndicator,
  meets: boolean,
  random: Random,
  note: Note,
): Finals | undefined => {
  const rows: readonly Row[] = indicator.by_district ?? [];
  const { actual, name } = indicator;
  const printedScale = scaleOf([indicator.target, actual, ...rows.flatMap((row) => [row.target, row.actual])]);
  const scale = /[%‰]/.test(promised.unit) ? Math.max(printedScale, 2) : printedScale;
  const printed = rows
    .filter((row) => has(row.actual))
    .map((row) => ({ district: row.district, final: scaled(row.actual!, scale) }));
  const missing = rows.filter((row) => has(row.target) && !has(row.actual));
  const made = () =>
    missing.map((row) => ({ district: row.district, final: madeUp(row.target!, scale, promised, meets, random) }));

  if (!has(actual) && printed.length === 0) {
    if (!has(indicator.target) && missing.length === 0) return undefined;
    note('清单没有完成数，由生成器补足 · no actual in the list, made by the generator', name);
    return nothingPrinted(rows, promised, indicator, scale, meets, random);
  }
  if (printed.length === 0) {
    if (missing.length > 0)
      note('各地完成数未公布，只报合计 · actuals of the districts are not printed, only the whole is reported', name);
    return { scale, districts: [], whole: scaled(actual!, scale) };
  }
  if (!promised.additive || !has(actual)) {
    if (missing.length > 0)
      note(
        '有的地方没有完成数，由生成器补足 · actuals of some districts are made by the generator',
        `${name}（${missing.map(({ district }) => district).join('、')}）`,
      );
    return { scale, districts: [...printed, ...made()], ...(has(actual) && { whole: scaled(actual, scale) }) };
  }
  const rest = scaled(actual, scale) - printed.reduce((sum, { final }) => sum + final, 0);
  if (missing.length > 0 && rest >= 0) {
    note(
      '合计减去已公布各地，余数按任务分给其他地方 · the rest of the total is shared out by target',
      `${name}（${missing.map(({ district }) => district).join('、')}）`,
    );
    return { scale, districts: [...printed, ...sharedOut(rest, missing, scale)] };
  }
  if (rest !== 0)
    note(
      '各地完成数之和不等于公布的合计，以各地之和为准 · the districts do not sum to the printed total; their sum is taken',
      `${name}（${actual}）`,
    );
  return { scale, districts: printed };
};

/**
 * How likely an unprinted promise is kept. Works that stood below this many percent when they were last seen are not
 * finished in the year.
 */
const KEPT = 0.85;
const TOO_FAR_BEHIND = 60;
export const isKept = (worksPercent: number | undefined, random: Random): boolean => {
  const draw = between(random, 0, 1);
  return worksPercent === undefined ? draw < KEPT : worksPercent >= TOO_FAR_BEHIND;
};
