// The Swedish notation is ISO's: 2019-03-28.
const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The business date of an instant, `2019-03-28`: deadlines count in Asia/Shanghai, wherever the server stands. */
export const businessDateOf = (instant: Date): string => shanghai.format(instant);
