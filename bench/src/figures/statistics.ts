const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/**
 * The middle value; of an even count the mean of the middle two. NaN for none, so that nothing measured never shows as
 * zero.
 */
export function median(numbers: readonly number[]): number {
  const inOrder = sorted(numbers);
  const middle = inOrder.length / 2;
  return inOrder.length % 2 === 1 ? inOrder[Math.floor(middle)] : (inOrder[middle - 1] + inOrder[middle]) / 2;
}

/** The smallest value that at least this share (0 to 1) of all values do not exceed; NaN for none. */
export function percentile(numbers: readonly number[], share: number): number {
  return sorted(numbers)[Math.max(0, Math.ceil(share * numbers.length) - 1)] ?? NaN;
}

/**
 * The median of the ratios of each round to the baseline of the same round: what slows down a whole round, such as
 * another program, affects both and cancels out.
 */
export function ratioByRound(measured: readonly number[], baseline: readonly number[]): number {
  if (measured.length !== baseline.length)
    throw new RangeError(`${measured.length} rounds cannot be compared with ${baseline.length}`);
  return median(measured.map((value, round) => value / baseline[round]));
}
