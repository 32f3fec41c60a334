const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/**
 * The value in the middle; of an even count the mean of the two there. NaN for none, so that nothing measured never
 * looks like a zero.
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
 * The median of the ratios of each round to the baseline of the same round: what slows a whole round down, such as
 * another program on the machine, is in both and cancels out.
 */
export function ratioByRound(measured: readonly number[], baseline: readonly number[]): number {
  if (measured.length !== baseline.length)
    throw new RangeError(`${measured.length} rounds cannot be compared with ${baseline.length}`);
  return median(measured.map((value, round) => value / baseline[round]));
}
