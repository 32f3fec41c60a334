/** A light once more, by other means: plain numbers, no code of the domain. Figures are whole hundredths. */
export interface PlainRow {
  readonly comparator: '>=' | '<=' | 'event';
  /** Null: words. */
  readonly target: number | null;
  /** Null: nothing reported. */
  readonly actual: number | null;
  /** For an event. */
  readonly done?: boolean;
  /** For an event; 12 unless its last step says otherwise. */
  readonly due?: number;
  /** Cumulative, by month. */
  readonly steps?: readonly (readonly [month: number, quantity: number])[];
  readonly districts?: readonly { readonly target: number | null; readonly actual: number | null }[];
}
export interface PlainLight {
  readonly month: number;
  readonly scheme: 'points behind' | 'month met or not';
  readonly yellowFrom?: number;
  readonly redOver?: number;
  readonly byJune?: number;
  readonly someReportMissing?: boolean;
  readonly rows: readonly PlainRow[];
}

/** A percentage as a pair of whole numbers. */
type Share = readonly [hundredfold: number, whole: number];
const ALL: Share = [100, 1];
const over = ([a, b]: Share, [c, d]: Share): number => a * d - c * b;
const percentOf = (part: number, whole: number): Share => [100 * part, whole];

const scheduleOf = ({ comparator, due = 12, steps, target }: PlainRow, month: number, byJune?: number): Share => {
  if (comparator === 'event') return [month >= due ? 100 : 0, 1];
  if (comparator === '<=') return ALL;
  if (steps && target)
    return percentOf(
      steps.reduce((reached, [at, quantity]) => (at <= month ? quantity : reached), 0),
      target,
    );
  if (byJune === undefined) return percentOf(month, 12);
  return month <= 6 ? [byJune * month, 6] : [byJune * 6 + (100 - byJune) * (month - 6), 6];
};

/** Points behind the line; undefined where there is nothing to hold it against. */
const behind = (
  { comparator, target, actual, done }: Pick<PlainRow, 'comparator' | 'target' | 'actual' | 'done'>,
  line: Share,
): Share | undefined => {
  if (comparator === 'event') return done ? [0, 1] : line;
  if (target === null) return undefined;
  if (actual !== null && (comparator === '>=' ? actual >= target : actual <= target)) return [0, 1];
  if (actual === null || target === 0) return line;
  const [n, d] = comparator === '>=' ? percentOf(actual, target) : percentOf(target, actual);
  return [Math.max(0, line[0] * d - n * line[1]), line[1] * d];
};

/** Whether a row has something to compare: it is met, or something is owed by now and known, or all of it is due. */
const isCompared = (row: PlainRow, scheduled: Share, month: number): boolean => {
  const { comparator, target, actual, districts = [] } = row;
  const isDue = over(scheduled, ALL) >= 0 && (comparator !== '<=' || month >= 12);
  const isKnown = actual !== null || row.done === true || districts.some((share) => share.actual !== null);
  const isMet = row.done === true || (target !== null && actual !== null && comparator === '>=' && actual >= target);
  return isMet || (scheduled[0] > 0 && (isDue || isKnown));
};

/** The gaps of a row, as a whole and in its districts; once everything is due, each district answers for itself. */
const gapsOf = (row: PlainRow, scheduled: Share): readonly Share[] => {
  const districts = (row.districts ?? []).filter(({ target }) => target !== null);
  const theyReport = districts.some(({ actual }) => actual !== null);
  return [
    ...(row.actual === null && theyReport ? [] : [behind(row, scheduled)]),
    ...(theyReport || row.target === null || over(scheduled, ALL) >= 0
      ? districts.map((share) => behind({ comparator: row.comparator, ...share }, scheduled))
      : []),
  ].filter((gap) => gap !== undefined);
};

export const plainColour = ({
  month,
  scheme,
  yellowFrom = 10,
  redOver = 30,
  byJune,
  someReportMissing,
  rows,
}: PlainLight): 'green' | 'grey' | 'yellow' | 'red' => {
  if (someReportMissing) return 'red';
  const all = rows.map((row) => {
    const scheduled = scheduleOf(row, month, byJune);
    return {
      isAllDue: over(scheduled, ALL) >= 0,
      gaps: isCompared(row, scheduled, month) ? gapsOf(row, scheduled) : [],
    };
  });
  const gaps = all.flatMap((row) => row.gaps);
  if (gaps.length === 0) return 'grey';
  const worst = gaps.reduce<Share>((most, gap) => (over(gap, most) > 0 ? gap : most), [0, 1]);
  if (scheme === 'month met or not') return worst[0] > 0 ? 'red' : 'green';
  if (over(worst, [redOver, 1]) > 0) return 'red';
  const isUnmetAtTheEnd = all.some((row) => row.isAllDue && row.gaps.some(([gap]) => gap > 0));
  return isUnmetAtTheEnd || (over(worst, [yellowFrom, 1]) >= 0 && worst[0] > 0) ? 'yellow' : 'green';
};
