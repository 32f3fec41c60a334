/** Business dates of a rehearsed year, all `YYYY-MM-DD` (handbook domain.md, section 3). */
export interface Calendar {
  readonly year: number;
  readonly opened: string;
  readonly collected: string;
  readonly triaged: string;
  readonly opinion: string;
  readonly screened: string;
  readonly proposed: string;
  readonly putToDecision: string;
  readonly decided: string;
  readonly adopted: string;
  readonly answered: string;
  readonly brokenDown: string;
  readonly accepted: string;
  readonly rated: string;
  readonly rectified: string;
  readonly surveyed: string;
  readonly evaluationClosed: string;
  readonly scored: string;
  readonly closed: string;
}

export const daysAfter = (date: string, days: number): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};
export const monthName = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;
export const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** Days that the public may rate, as the product's default rules have it; closing comes the day after. */
export const RATING_DAYS = 30;

/**
 * Collection in September of the year before, decision in January, breakdown in February, evaluation in January to
 * March of the year after.
 */
export const calendarOf = (
  year: number,
  known: { readonly collectionStarted?: string; readonly votedOn?: string } = {},
): Calendar => {
  const opened = /^\d{4}-\d\d$/.test(known.collectionStarted ?? '')
    ? `${known.collectionStarted}-01`
    : `${year - 1}-09-01`;
  const decided = known.votedOn ?? `${year}-01-16`;
  const putToDecision = earlier(`${year - 1}-12-20`, daysAfter(decided, -7));
  const proposed = daysAfter(putToDecision, -15);
  const accepted = `${year + 1}-01-10`;
  return {
    year,
    opened,
    collected: daysAfter(opened, 14),
    triaged: daysAfter(opened, 25),
    opinion: daysAfter(proposed, -30),
    screened: daysAfter(proposed, -12),
    proposed,
    putToDecision,
    decided,
    adopted: daysAfter(decided, 1),
    answered: daysAfter(decided, 12),
    brokenDown: later(`${year}-02-05`, daysAfter(decided, 14)),
    accepted,
    rated: daysAfter(accepted, 5),
    rectified: daysAfter(accepted, 15),
    surveyed: daysAfter(accepted, 20),
    evaluationClosed: daysAfter(accepted, RATING_DAYS + 1),
    scored: daysAfter(accepted, RATING_DAYS + 3),
    closed: daysAfter(accepted, RATING_DAYS + 10),
  };
};

/**
 * The dates of one month's reporting. January's report waits for the responsibility table. A month is closed early in
 * the next, when the day by which it is due has passed also where holidays move it; December within its year.
 */
export const reportingDays = ({ year, brokenDown }: Calendar, month: number) => {
  const day = (number: number) => `${monthName(year, month)}-${String(number).padStart(2, '0')}`;
  return {
    /** The clock is looked at when the month begins, shortly before reports are due, and when it is over. */
    begun: later(day(4), daysAfter(brokenDown, 1)),
    nearlyDue: later(day(24), daysAfter(brokenDown, 2)),
    corrected: later(day(10), daysAfter(brokenDown, 1)),
    reported: later(day(25), daysAfter(brokenDown, 3)),
    returned: later(day(26), daysAfter(brokenDown, 4)),
    resubmitted: later(day(27), daysAfter(brokenDown, 5)),
    verified: later(day(28), daysAfter(brokenDown, 6)),
    closed: later(daysAfter(lastDayOf(year, month), month === 12 ? 0 : 3), daysAfter(brokenDown, 7)),
  };
};
