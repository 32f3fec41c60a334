const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The business date of an instant: deadlines are computed in Asia/Shanghai, wherever the server is. */
export const shanghaiDate = (instant: Date): string => shanghai.format(instant);
