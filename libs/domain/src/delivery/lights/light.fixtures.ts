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

/** Tenths of a percent, the half up. */
const tenths = (part: number, whole: number) => Math.floor((2000 * part + whole) / (2 * whole));

const scheduleOf = ({ comparator, due = 12, steps, target }: PlainRow, month: number, byJune?: number): number => {
  if (comparator === 'event') return month >= due ? 1000 : 0;
  if (steps && target)
    return tenths(
      steps.reduce((reached, [at, quantity]) => (at <= month ? quantity : reached), 0),
      target,
    );
  if (byJune === undefined) return tenths(month, 12);
  return month <= 6 ? tenths(byJune * month, 600) : tenths(byJune * 6 + (100 - byJune) * (month - 6), 600);
};

/** Tenths behind the line; undefined where there is nothing to hold it against. */
const behind = (
  { comparator, target, actual, done }: Pick<PlainRow, 'comparator' | 'target' | 'actual' | 'done'>,
  line: number,
): number | undefined => {
  if (comparator === 'event') return done ? 0 : line;
  if (target === null) return undefined;
  if (actual !== null && (comparator === '>=' ? actual >= target : actual <= target)) return 0;
  if (actual === null || target === 0) return line;
  return Math.max(0, line - (comparator === '>=' ? tenths(actual, target) : tenths(target, actual)));
};

export const plainColour = ({
  month,
  scheme,
  yellowFrom = 10,
  redOver = 30,
  byJune,
  someReportMissing,
  rows,
}: PlainLight): 'green' | 'yellow' | 'red' => {
  if (someReportMissing) return 'red';
  const gaps = rows
    .flatMap((row) => {
      const scheduled = scheduleOf(row, month, byJune);
      const districts = (row.districts ?? []).filter(({ target }) => target !== null);
      const theyReport = districts.some(({ actual }) => actual !== null);
      const reportOfWhole = row.actual === null && theyReport ? [] : [behind(row, scheduled)];
      return [
        ...reportOfWhole,
        ...(theyReport || row.target === null
          ? districts.map((share) => behind({ comparator: row.comparator, ...share }, scheduled))
          : []),
      ];
    })
    .filter((gap) => gap !== undefined);
  const worst = Math.max(0, ...gaps);
  if (scheme === 'month met or not') return worst > 0 ? 'red' : 'green';
  if (worst > redOver * 10) return 'red';
  return worst >= yellowFrom * 10 && worst > 0 ? 'yellow' : 'green';
};
