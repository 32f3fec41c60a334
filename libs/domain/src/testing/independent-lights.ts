import type {
  GoldenCase,
  GoldenLight,
  PlainDistrict,
  PlainFigure,
  PlainIndicator,
  PlainLines,
  PlainRules,
  PlainWorst,
} from './golden-case';
import { independentSides, type Reported } from './independent-sides';

/**
 * Lights once more, by other means: whole millionths, pairs of whole numbers for shares, and no code of the domain.
 * It walks through a history act by act,
 * keeps its own books
 * and computes every month from the published rules, so that a slip in the domain would have to be made twice to stay
 * unseen.
 */
const published: Record<GoldenCase['list'], Pick<PlainRules, 'lights' | 'sideLights'>> = {
  yinchuan: {
    lights: { scheme: 'points behind', yellowFrom: 10, redOver: 30 },
    sideLights: { start: { redAfterMonths: 3 }, money: {}, entry: { yellowFromMonths: 1, redOverMonths: 2 } },
  },
  ouhai: { lights: { scheme: 'month met or not' }, sideLights: {} },
  dazu: { lights: { scheme: 'five colours', redBelow: 30, orangeBelow: 50, yellowBelow: 80 }, sideLights: {} },
  onSchedule: { lights: { scheme: 'on schedule' }, sideLights: {} },
};
const ladder = ['blue', 'green', 'grey', 'yellow', 'orange', 'red'];
const rank = (colour: string) => ladder.indexOf(colour);

export const millionths = (text: string): bigint => {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const size = BigInt(whole + fraction.padEnd(6, '0'));
  return sign ? -size : size;
};
/** A percentage as a pair, `hundredfold / whole`; never rounded. */
type Share = readonly [hundredfold: bigint, whole: bigint];
const NONE: Share = [0n, 1n];
const ALL: Share = [100n, 1n];
const shareOf = (part: bigint, whole: bigint): Share => [100n * part, whole];
/** Above zero where the first is greater. */
const over = ([a, b]: Share, [c, d]: Share): bigint => a * d - c * b;
const side = (difference: bigint): number => (difference > 0n ? 1 : difference < 0n ? -1 : 0);
/** As few decimals, one at least, as leave a share on its side of every limit; the half goes up. */
const printed = (share: Share, ...limits: number[]): string => {
  const [n, d] = share;
  for (let decimals = 1, ten = 10n; ; decimals += 1, ten *= 10n) {
    const digits = (2n * n * ten + d) / (2n * d);
    const stays = limits.every(
      (limit) => side(over([digits, ten], [BigInt(limit), 1n])) === side(over(share, [BigInt(limit), 1n])),
    );
    if (!stays) continue;
    const [whole, rest] = [
      digits / ten,
      String(digits % ten)
        .padStart(decimals, '0')
        .replace(/0+$/, ''),
    ];
    return rest ? `${whole}.${rest}` : String(whole);
  }
};
const monthNo = (date: string): number => (Number(date.slice(0, 4)) - 2019) * 12 + Number(date.slice(5, 7));

interface Book {
  readonly month: number;
  readonly lead: string;
  claimed: PlainLines;
  verified?: PlainLines;
  money?: string;
  claimedMoney?: string;
  late: boolean;
}
interface Stand extends PlainWorst {
  readonly scheduled: Share;
  readonly gap: Share;
  readonly share: Share | null;
  readonly met: boolean;
}

const leadOf = ({ lead = 'housing' }: PlainIndicator) => lead;
const kind = ({ kind: declared, comparator, additive = true }: PlainIndicator) =>
  declared ?? (comparator === 'event' ? 'event' : additive ? 'count' : 'rate');
const requiredThisYear = (plainIndicator: PlainIndicator): bigint | null => {
  const goal = plainIndicator.stageGoals?.find(({ year }) => year === 2019);
  const text =
    goal?.target ??
    (goal && plainIndicator.dueOn && monthNo(plainIndicator.dueOn) > 12 ? null : plainIndicator.target) ??
    (plainIndicator.checkpoints === undefined ? null : String(plainIndicator.checkpoints));
  return text === null ? null : millionths(text);
};

/** The share that is owed by the end of a month. */
const scheduledIn = (plainIndicator: PlainIndicator, month: number, rule: PlainRules['line']): Share => {
  const last = Math.min(12, plainIndicator.dueOn ? monthNo(plainIndicator.dueOn) : 12);
  if (month >= last) return ALL;
  const all = [...(plainIndicator.steps ?? [])]
    .map(({ due, quantity }) => ({ at: monthNo(due), quantity }))
    .sort((a, b) => a.at - b.at);
  const onItsDay = ['event', 'entitlement', 'standard'].includes(kind(plainIndicator));
  const counted = all.filter(({ quantity }) => quantity !== undefined);
  const required = requiredThisYear(plainIndicator);
  if (
    counted.length > 0 &&
    required !== null &&
    required !== 0n &&
    kind(plainIndicator) !== 'event' &&
    plainIndicator.comparator !== 'range'
  ) {
    const past = counted.filter(({ at }) => at <= month).map(({ quantity }) => millionths(quantity!));
    const wanted =
      plainIndicator.stepsAre === 'increments' ? past.reduce((sum, each) => sum + each, 0n) : (past.at(-1) ?? 0n);
    if (wanted === 0n) return NONE;
    const share = plainIndicator.comparator === '<=' ? shareOf(required, wanted) : shareOf(wanted, required);
    return over(share, ALL) > 0n ? ALL : share;
  }
  if (onItsDay) return all.length > 0 && month >= all[all.length - 1].at ? ALL : NONE;
  const [n, june] = [BigInt(month), BigInt(rule.byJune ?? 0)];
  if (rule.shape === 'linear') return shareOf(n, 12n);
  return month <= 6 ? [june * n, 6n] : [june * 6n + (100n - june) * (n - 6n), 6n];
};

const reached = (
  plainIndicator: PlainIndicator,
  required: bigint | null,
  figure: PlainFigure | undefined,
): boolean | undefined => {
  if (kind(plainIndicator) === 'event')
    return figure?.doneOn !== undefined || (plainIndicator.eventKind === 'started' && figure?.startedOn !== undefined);
  if (kind(plainIndicator) === 'entitlement') return figure?.allServed === true;
  if (required === null) return undefined;
  const actual = figure?.value === undefined ? undefined : millionths(figure.value);
  if (plainIndicator.comparator === 'range')
    return actual !== undefined && actual >= required && actual <= millionths(plainIndicator.ceiling!);
  if (plainIndicator.comparator === '<=') return actual !== undefined && actual <= required;
  return actual === undefined ? required === 0n : actual >= required;
};
const share = (
  plainIndicator: PlainIndicator,
  required: bigint | null,
  figure: PlainFigure | undefined,
  met: boolean,
): Share | null => {
  if (
    ['event', 'entitlement'].includes(kind(plainIndicator)) ||
    plainIndicator.comparator === 'range' ||
    required === null ||
    required === 0n ||
    figure?.value === undefined
  )
    return null;
  const actual = millionths(figure.value);
  if (kind(plainIndicator) === 'standard' && met) return ALL;
  if (plainIndicator.comparator !== '<=') return shareOf(actual, required);
  return actual === 0n ? null : shareOf(required, actual);
};
const isReported = (figure: PlainFigure | undefined) =>
  figure !== undefined && (figure.value !== undefined || figure.doneOn !== undefined || figure.allServed !== undefined);

const hasValue = (declared: string | PlainFigure | undefined): boolean =>
  typeof declared === 'string' || declared?.value !== undefined;

/**
 * Newest figures up to a month: later reports go over earlier ones, and a whole that only districts told is their sum.
 */
const reportedBy = (books: readonly Book[], indicators: readonly PlainIndicator[], month: number): Reported => {
  const reported: Record<string, PlainFigure> = {};
  for (const { verified } of books
    .filter((book) => book.verified && book.month <= month)
    .sort((a, b) => a.month - b.month || (a.lead < b.lead ? -1 : 1))) {
    for (const [place, declared] of Object.entries(verified!))
      reported[place] = { ...reported[place], ...(typeof declared === 'string' ? { value: declared } : declared) };
    for (const { id } of indicators.filter(({ additive = true }) => additive)) {
      const valued = (place: string) => hasValue(verified![place]);
      const own = Object.keys(verified!).filter((place) => place.startsWith(`${id}@`) && valued(place));
      const districts = Object.keys(reported).filter(
        (place) => place.startsWith(`${id}@`) && reported[place].value !== undefined,
      );
      if (own.length === 0 || valued(id)) continue;
      const sum = districts.reduce((total, place) => total + millionths(reported[place].value!), 0n);
      reported[id] = { ...reported[id], value: `${sum / 1_000_000n}.${String(sum % 1_000_000n).padStart(6, '0')}` };
    }
  }
  return reported;
};

/** What stands of a month after a correction: what it names goes over, and a whole gives way to its districts. */
const overwritten = (before: PlainLines, now: PlainLines, indicators: readonly PlainIndicator[]): PlainLines => {
  const all: Record<string, string | PlainFigure> = { ...before, ...now };
  for (const { id, additive = true } of indicators)
    if (
      additive &&
      !hasValue(now[id]) &&
      Object.keys(now).some((place) => place.startsWith(`${id}@`) && hasValue(now[place])) &&
      hasValue(all[id])
    )
      all[id] = { ...(typeof all[id] === 'string' ? {} : all[id]), value: undefined };
  return all;
};

const standsOf = (
  plainIndicator: PlainIndicator,
  districts: readonly PlainDistrict[],
  reported: Reported,
  month: number,
  { line: rule, lights }: PlainRules,
): Stand[] => {
  if (plainIndicator.applicable === false) return [];
  const yesNo = ['event', 'entitlement'].includes(kind(plainIndicator));
  const scheduled = scheduledIn(plainIndicator, month, rule);
  const owing = districts
    .filter(({ target }) => yesNo || target !== null)
    .map(({ district, target }) => ({
      district,
      target: target === null ? null : millionths(target),
      figure: reported[`${plainIndicator.id}@${district}`],
    }));
  const districtsReport = owing.some(({ figure }) => isReported(figure));
  const whole = { district: undefined, target: requiredThisYear(plainIndicator), figure: reported[plainIndicator.id] };
  const places = [
    ...(districtsReport && !isReported(whole.figure) ? [] : [whole]),
    ...(districtsReport || over(scheduled, ALL) >= 0n || (whole.target === null && !yesNo) ? owing : []),
  ];
  return places.flatMap(({ district, target, figure }): Stand[] => {
    const met = reached(plainIndicator, target, figure);
    if (met === undefined) return [];
    const reachedShare = share(plainIndicator, target, figure, met);
    const [n, d] = reachedShare ?? NONE;
    const isAhead = met || over(scheduled, [n, d]) < 0n;
    const gap: Share = isAhead ? NONE : [scheduled[0] * d - n * scheduled[1], scheduled[1] * d];
    const { yellowFrom = 0, redOver = 0, redBelow = 100, orangeBelow = 100, yellowBelow = 100 } = lights;
    return [
      {
        indicatorId: plainIndicator.id,
        ...(district && { district }),
        percent: reachedShare && printed(reachedShare, 100, redBelow, orangeBelow, yellowBelow),
        line: printed(scheduled, 0, 100),
        behind: printed(gap, 0, yellowFrom, redOver),
        scheduled,
        gap,
        share: reachedShare,
        met,
      },
    ];
  });
};

/** Nothing is tolerated once everything is due. */
const colourBy = (rule: PlainRules['lights'], stand: Stand): string => {
  const colour = byLimits(rule, stand);
  return colour === 'green' && !stand.met && over(stand.scheduled, ALL) >= 0n ? 'yellow' : colour;
};
const byLimits = (
  { scheme, yellowFrom = 0, redOver = 0, redBelow = 0, orangeBelow = 0, yellowBelow = 0 }: PlainRules['lights'],
  { gap, share, met }: Stand,
): string => {
  const isBehind = gap[0] > 0n;
  const past = (limit: number) => over(gap, [BigInt(limit), 1n]);
  const under = (limit: number) => over(share!, [BigInt(limit), 1n]) < 0n;
  if (scheme === 'five colours')
    return met
      ? 'green'
      : share === null
        ? isBehind
          ? 'red'
          : 'green'
        : under(redBelow)
          ? 'red'
          : under(orangeBelow)
            ? 'orange'
            : under(yellowBelow)
              ? 'yellow'
              : 'green';
  if (!isBehind) return 'green';
  if (scheme === 'month met or not') return 'red';
  if (scheme === 'on schedule') return 'yellow';
  return past(redOver) > 0n ? 'red' : past(yellowFrom) >= 0n ? 'yellow' : 'green';
};
/**
 * The first of those that no other one is worse than: by colour, by points behind, what is not reached, by percentage.
 */
const worstBy = (rule: PlainRules['lights'], stands: readonly Stand[]): Stand | undefined => {
  const worse = (a: Stand, b: Stand): boolean => {
    const byColour = rank(colourBy(rule, a)) - rank(colourBy(rule, b));
    if (byColour !== 0) return byColour > 0;
    if (over(a.gap, b.gap) !== 0n) return over(a.gap, b.gap) > 0n;
    if (a.met !== b.met) return b.met;
    return a.share !== null && b.share !== null && over(a.share, b.share) < 0n;
  };
  return stands.find((stand) => !stands.some((other) => worse(other, stand)));
};

/** The light of the case's month after every act up to its as-of day, once more. */
export const independentLight = ({
  list,
  rules,
  indicators,
  breakdown = [],
  investment,
  acts,
  asOf,
  period,
}: GoldenCase): Omit<GoldenLight, 'turnsGreen'> => {
  const books: Book[] = [];
  const sets: { readonly from: number; readonly rules: PlainRules }[] = [
    { from: 1, rules: { line: { shape: 'linear' }, ...published[list], ...rules } },
  ];
  const shown = new Map<number, Omit<GoldenLight, 'turnsGreen'>>();
  const open = new Set<number>();
  let finishedIn: number | undefined;
  let accepted = false;
  const leads = [...new Set(indicators.filter(({ applicable }) => applicable !== false).map(leadOf))];

  const compute = (month: number): Omit<GoldenLight, 'turnsGreen'> => {
    const monthRules = sets.filter(({ from }) => from <= month).at(-1)!.rules;
    const { lights, sideLights } = monthRules;
    const reported = reportedBy(books, indicators, month);
    const stand = worstBy(
      lights,
      indicators.flatMap((indicator) =>
        standsOf(
          indicator,
          breakdown.find(({ indicatorId }) => indicatorId === indicator.id)?.districts ?? [],
          reported,
          month,
          monthRules,
        ),
      ),
    );
    const worst = stand
      ? {
          indicatorId: stand.indicatorId,
          ...(stand.district && { district: stand.district }),
          percent: stand.percent,
          line: stand.line,
          behind: stand.behind,
        }
      : null;
    const missing =
      finishedIn !== undefined && month >= finishedIn
        ? []
        : leads.filter((lead) => !books.some((book) => book.month === month && book.lead === lead && book.verified));
    const paid = leads.flatMap(
      (lead) =>
        books
          .filter((book) => book.lead === lead && book.month <= month && book.money !== undefined)
          .sort((a, b) => a.month - b.month)
          .at(-1)?.money ?? [],
    );
    const base = { worst, missing, sides: independentSides(sideLights, indicators, reported, month, investment, paid) };
    if (accepted && lights.scheme === 'five colours' && month >= finishedIn!)
      return { ...base, colour: 'blue', why: 'finished and accepted' };
    if (missing.length > 0) return { ...base, colour: 'red', why: 'no verified report' };
    if (!stand) return { ...base, colour: 'grey', why: 'nothing to measure' };
    const colour = colourBy(lights, stand);
    return {
      ...base,
      colour,
      why: colour !== 'green' ? 'behind the line' : stand.gap[0] === 0n ? 'on the line' : 'within tolerance',
    };
  };
  const again = (month: number): void => {
    const [before, now] = [shown.get(month)!, compute(month)];
    if (!books.some(({ late, month: of }) => late && of <= month)) {
      shown.set(month, now);
      return;
    }
    const sides = Object.fromEntries(
      Object.entries(now.sides!).map(([side, light]) => [
        side,
        light[0] === 'green' && before.sides?.[side] && before.sides[side][0] !== 'green' ? before.sides[side] : light,
      ]),
    );
    if (rank(before.colour) <= 2 || rank(now.colour) > 3 || rank(now.colour) > rank(before.colour)) {
      shown.set(month, { ...now, sides });
      return;
    }
    const caughtUp = rank(now.colour) <= 2 || rank(before.colour) > 3 || before.why === 'caught up later';
    shown.set(month, { ...now, sides, colour: 'yellow', why: caughtUp ? 'caught up later' : now.why });
  };

  for (const [on, act, month, lines = {}, { by = 'housing', money, rules: other } = {}] of acts.filter(
    ([day]) => day <= asOf,
  )) {
    const book = books.find((book) => book.month === month && book.lead === by);
    const written = { claimed: lines, claimedMoney: money?.paid, late: shown.has(month) };
    if (act === 'report' || act === 'correct') {
      if (book) Object.assign(book, written);
      else books.push({ month, lead: by, ...written });
    }
    if (act === 'verify') {
      book!.verified = overwritten(book!.verified ?? {}, book!.claimed, indicators);
      book!.money = book!.claimedMoney;
      for (const closed of shown.keys()) if (closed >= month && !open.has(closed)) again(closed);
    }
    if (act === 'close') {
      if (shown.has(month)) again(month);
      else shown.set(month, compute(month));
      open.delete(month);
    }
    if (act === 'reopen') open.add(month);
    if (act === 'amend')
      sets.push({
        from: Math.max(month, ...[...shown.keys()].map((closed) => closed + 1)),
        rules: { ...sets[0].rules, ...other },
      });
    if (act === 'claim') finishedIn = monthNo(on);
    if (act === 'accept') accepted = true;
  }
  return shown.get(period)!;
};
