import type { Figure } from './figure';
import { median, ratioByRound } from './statistics';

/** Events or requests per second, by round. */
export const rate = (says: string, rounds: readonly number[]): Figure => ({
  says,
  value: median(rounds),
  unit: '/s',
  rounds,
});

export const baseline = (says: string, rounds: readonly number[]): Figure => ({
  ...rate(says, rounds),
  baseline: true,
});

export const time = (says: string, rounds: readonly number[], atMost?: number): Figure => ({
  says,
  value: median(rounds),
  unit: 'ms',
  rounds,
  ...(atMost !== undefined && { bar: { atMost } }),
});

export const count = (says: string, value: number, bar?: Figure['bar']): Figure => ({
  says,
  value,
  unit: '',
  ...(bar && { bar }),
});

/** How many times faster one is than the other, round by round. */
export const ratio = (says: string, of: readonly number[], to: readonly number[], atLeast?: number): Figure => ({
  says,
  value: ratioByRound(of, to),
  unit: '×',
  rounds: of.map((value, round) => value / to[round]),
  ...(atLeast !== undefined && { bar: { atLeast } }),
});
