const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The business date of an instant: deadlines are reckoned in Asia/Shanghai, wherever the server stands. */
export const shanghaiDate = (instant: Date): string => shanghai.format(instant);
