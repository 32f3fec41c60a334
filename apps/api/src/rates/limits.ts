/** So many requests in so many seconds, counted from the first. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/**
 * Every limit with what an honest person or office stays below.
 * `address` and `token` count every request; `person` counts commands; the others count what their name says, of a
 * person, or of an address where nobody signed in. Of tracking codes only wrong ones count.
 */
export const usualLimits = {
  address: { requests: 600, seconds: 60 },
  token: { requests: 600, seconds: 60 },
  person: { requests: 120, seconds: 60 },
  suggestions: { requests: 10, seconds: 3_600 },
  ratings: { requests: 60, seconds: 3_600 },
  'tracking-codes': { requests: 10, seconds: 3_600 },
  'as-of': { requests: 30, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;
export type LimitName = keyof typeof usualLimits;
export type Limits = Readonly<Record<LimitName, Limit>>;

/** In production no limit may be wider than this many times the usual one: it would limit nobody. */
const WIDEST = 10;
const perSecond = ({ requests, seconds }: Limit): number => requests / seconds;

const ENTRY = /^([a-z-]+)=([1-9]\d{0,6})\/([1-9]\d{0,4})$/;

/**
 * Limits from text such as `person=600/60,as-of=100/60`: requests by seconds. Those not named are the usual ones.
 * @throws Error saying which entry is wrong
 */
export const limitsFrom = (text: string): Limits => {
  const entries = text.split(',').flatMap((entry): [LimitName, Limit][] => {
    if (entry.trim() === '') return [];
    const [, name, requests, seconds] = ENTRY.exec(entry.trim()) ?? [];
    if (name === undefined || !Object.hasOwn(usualLimits, name))
      throw new Error(
        `${entry.trim()} is no limit: write NAME=REQUESTS/SECONDS with a name of ` +
          Object.keys(usualLimits).join(', '),
      );
    return [[name as LimitName, { requests: Number(requests), seconds: Number(seconds) }]];
  });
  return { ...usualLimits, ...Object.fromEntries(entries) };
};

/** The limits that are too wide for production. */
export const tooWide = (limits: Limits): LimitName[] =>
  (Object.keys(usualLimits) as LimitName[]).filter(
    (name) => perSecond(limits[name]) > WIDEST * perSecond(usualLimits[name]),
  );
