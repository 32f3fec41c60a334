/** Closes a month alone: the months before it are named as left open. */
export const closingOf = (period: string) => {
  const [year, number] = [period.slice(0, 5), Number(period.slice(5))];
  const months = Array.from({ length: number - 1 }, (_, before) => `${year}${String(before + 1).padStart(2, '0')}`);
  return { period, ...(months.length > 0 && { gap: { months, reason: '不在本例之内' } }) };
};
