/** How many digits stand behind the point of a number as JSON prints it. */
export const decimalsOf = (amount: number): number => String(amount).split('.')[1]?.length ?? 0;

/** Whether the number can be counted exactly with whole multiples of its last digit. */
export const isAmount = (amount: number): boolean =>
  Number.isFinite(amount) &&
  !String(amount).includes('e') &&
  decimalsOf(amount) <= 6 &&
  Math.abs(amount) * 10 ** decimalsOf(amount) < Number.MAX_SAFE_INTEGER;

/** The most digits behind the point among some amounts. */
export const scaleOf = (amounts: readonly (number | null | undefined)[]): number =>
  Math.max(0, ...amounts.filter((amount) => amount !== null && amount !== undefined).map(decimalsOf));

/** An amount as a whole number of 10^-scale. Sums of these are exact. */
export const scaled = (amount: number, scale: number): number => Math.round(amount * 10 ** scale);

/** Back to what the system takes: a plain decimal text. */
export const textOf = (units: number, scale: number): string => {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  return `${units < 0 ? '-' : ''}${scale === 0 ? digits : digits.slice(0, -scale)}${fraction && `.${fraction}`}`;
};

export const sumOf = (amounts: readonly number[], scale: number): number =>
  amounts.reduce((total, amount) => total + scaled(amount, scale), 0);
