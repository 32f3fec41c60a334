/** The limit of a figure. */
export type Bar = { readonly atLeast: number } | { readonly atMost: number };

/** One number of a run. */
export interface Figure {
  /** What was measured, in the words of the table of results. */
  readonly says: string;
  readonly value: number;
  /** '/s', 'ms', '×' for a ratio, 'µs', or nothing for a count. */
  readonly unit: '/s' | 'ms' | '×' | 'µs' | '';
  readonly bar?: Bar;
  /** What the product is compared with: drawn in grey. */
  readonly baseline?: boolean;
  /** The rounds behind a median, in order. */
  readonly rounds?: readonly number[];
}

/** The result of a part of the benchmarks. */
export interface Result {
  readonly part: string;
  readonly title: string;
  /** What each figure means and how it was measured, a sentence or two each. */
  readonly method: readonly string[];
  readonly figures: readonly Figure[];
  /** What could not be measured here, or limits the figures. */
  readonly remarks?: readonly string[];
  /** Figures of this unit are drawn. */
  readonly drawn?: Figure['unit'];
}

export type Verdict = 'ok' | 'MISSED' | 'info';

/** A figure that is no number misses its limit: what was not measured was not reached. */
export function verdictOn({ value, bar }: Pick<Figure, 'value' | 'bar'>): Verdict {
  if (!bar) return 'info';
  const met = 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost;
  return met ? 'ok' : 'MISSED';
}

/** Three significant digits, and never an exponent. */
export function formatted(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, digits === 0 ? ',' : '');
  return unit === '/s' ? `${text}/s` : [text, unit].filter(Boolean).join(' ');
}

export const formattedBar = ({ bar, unit }: Pick<Figure, 'bar' | 'unit'>): string =>
  !bar ? '' : 'atLeast' in bar ? `≥ ${formatted(bar.atLeast, unit)}` : `≤ ${formatted(bar.atMost, unit)}`;
