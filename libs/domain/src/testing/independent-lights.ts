import type { GoldenCase, GoldenLight, PlainFigure, PlainIndicator, PlainLines, PlainRules } from './golden-case';
import { colourBy, published, rank, worstBy } from './independent-colours';
import { millionths, monthNo } from './independent-shares';
import { independentSides, type Reported } from './independent-sides';
import { leadOf, standsOf } from './independent-stands';

interface Book {
  readonly month: number;
  readonly lead: string;
  claimed: PlainLines;
  verified?: PlainLines;
  money?: string;
  claimedMoney?: string;
  /** The day of the version that stands, whether it was the first, and whether the month was published by then. */
  sentOn: string;
  first: boolean;
  late: boolean;
}

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
  return Object.fromEntries(Object.entries(reported).map(([place, figure]) => [place, untilEndOf(month, figure)]));
};
/** Days after a month are no matter of it. */
const untilEndOf = (month: number, figure: PlainFigure): PlainFigure =>
  Object.fromEntries(
    Object.entries(figure).filter(([field, text]) => !field.endsWith('On') || monthNo(text as string) <= month),
  );

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

/**
 * Lights once more, by other means: whole millionths, pairs of whole numbers for shares, and no code of the domain.
 * It walks through a history act by act, keeps its own books and computes every month from the published rules, so that
 * a slip in the domain would have to be made twice to stay unseen.
 */
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
    const missing =
      finishedIn !== undefined && month >= finishedIn
        ? []
        : leads.filter((lead) => !books.some((book) => book.month === month && book.lead === lead && book.verified));
    const stands = indicators.flatMap((indicator) =>
      standsOf(
        indicator,
        breakdown.find(({ indicatorId }) => indicatorId === indicator.id)?.districts ?? [],
        reported,
        month,
        monthRules,
      ),
    );
    const stand = worstBy(
      lights,
      stands.filter(({ compared }) => compared || missing.length > 0),
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
    const colour = stand ? colourBy(lights, stand) : 'grey';
    if (!stand || (colour === 'green' && stands.some(({ unknown }) => unknown)))
      return { ...base, worst: null, colour: 'grey', why: 'nothing to measure' };
    return {
      ...base,
      colour,
      why: colour !== 'green' ? 'behind the line' : stand.gap[0] === 0n ? 'on the line' : 'within tolerance',
    };
  };
  /** Due on the 28th; a weekend moves it by two days at most. */
  const lateFor = (month: number, counts = (_of: number) => true): boolean =>
    books.some(
      (book) =>
        counts(book.month) &&
        (book.late ? book.month <= month : book.first && book.month === month) &&
        book.sentOn > `2019-${String(month).padStart(2, '0')}-30`,
    );
  const again = (month: number): void => {
    const [before, now] = [shown.get(month)!, compute(month)];
    if (!lateFor(month)) {
      shown.set(month, now);
      return;
    }
    const sides = Object.fromEntries(
      Object.entries(now.sides!).map(([side, light]) => [
        side,
        light[0] === 'green' && before.sides?.[side] && before.sides[side][0] !== 'green' ? before.sides[side] : light,
      ]),
    );
    const asGood = rank(before.colour) <= 1 || (before.colour === 'grey' && now.colour === 'grey');
    if (asGood || rank(now.colour) > 3 || rank(now.colour) > rank(before.colour)) {
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
    const written = {
      claimed: lines,
      claimedMoney: money?.paid,
      sentOn: on,
      first: !book,
      late: shown.has(month),
    };
    if (act === 'report' || act === 'correct') {
      if (book) Object.assign(book, written);
      else books.push({ month, lead: by, ...written });
    }
    if (act === 'verify') {
      book!.verified = overwritten(book!.verified ?? {}, book!.claimed, indicators);
      book!.money = book!.claimedMoney ?? book!.money;
      for (const closed of shown.keys()) if (closed >= month && !open.has(closed)) again(closed);
    }
    if (act === 'close') {
      if (shown.has(month)) again(month);
      else {
        const now = compute(month);
        const late = lateFor(month, (of) => of === month) && rank(now.colour) <= 1;
        shown.set(month, late ? { ...now, colour: 'yellow', why: 'caught up later' } : now);
      }
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
