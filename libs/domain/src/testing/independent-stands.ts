import type { PlainDistrict, PlainFigure, PlainIndicator, PlainRules, PlainWorst } from './golden-case';
import { ALL, millionths, monthNo, NONE, over, printed, shareOf, type Share } from './independent-shares';
import type { Reported } from './independent-sides';

export interface Stand extends PlainWorst {
  readonly scheduled: Share;
  readonly gap: Share;
  readonly share: Share | null;
  readonly met: boolean;
  /** Met, or owed by now and known. */
  readonly compared: boolean;
  /** Owed by now, and nobody knows how far it is. */
  readonly unknown: boolean;
}

export const leadOf = ({ lead = 'housing' }: PlainIndicator) => lead;
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
  if (plainIndicator.comparator === '<=') return ALL;
  if (onItsDay) return all.length > 0 && month >= all[all.length - 1].at ? ALL : NONE;
  const [n, june] = [BigInt(month), BigInt(rule.byJune ?? 0)];
  if (rule.shape === 'linear') return shareOf(n, 12n);
  return month <= 6 ? [june * n, 6n] : [june * 6n + (100n - june) * (n - 6n), 6n];
};

const eventDay = ({ eventKind }: PlainIndicator, figure: PlainFigure | undefined) =>
  figure?.doneOn ?? (eventKind === 'started' ? figure?.startedOn : undefined);
const reached = (
  plainIndicator: PlainIndicator,
  required: bigint | null,
  figure: PlainFigure | undefined,
): boolean | undefined => {
  if (kind(plainIndicator) === 'event') {
    const on = eventDay(plainIndicator, figure);
    return on !== undefined && on <= (plainIndicator.dueOn ?? on);
  }
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

export /** Where an indicator stands, place by place, by means of its own. */
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
  const lastMonth = Math.min(12, plainIndicator.dueOn ? monthNo(plainIndicator.dueOn) : 12);
  const due = over(scheduled, ALL) >= 0n && (plainIndicator.comparator !== '<=' || month >= lastMonth);
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
    ...(districtsReport || due || (whole.target === null && !yesNo) ? owing : []),
  ];
  const known = due || places.some(({ figure }) => isReported(figure));
  return places.flatMap(({ district, target, figure }): Stand[] => {
    const met = reached(plainIndicator, target, figure);
    if (met === undefined) return [];
    const tooMuch =
      plainIndicator.comparator === 'range' && millionths(figure?.value ?? '0') > millionths(plainIndicator.ceiling!);
    const line = tooMuch ? ALL : scheduled;
    const reachedShare = share(plainIndicator, target, figure, met);
    const [n, d] = reachedShare ?? NONE;
    const done = kind(plainIndicator) === 'event' && eventDay(plainIndicator, figure) !== undefined;
    const isAhead = met || done || over(line, [n, d]) < 0n;
    const gap: Share = isAhead ? NONE : [line[0] * d - n * line[1], line[1] * d];
    const { yellowFrom = 0, redOver = 0, redBelow = 100, orangeBelow = 100, yellowBelow = 100 } = lights;
    return [
      {
        indicatorId: plainIndicator.id,
        ...(district && { district }),
        percent: reachedShare && printed(reachedShare, 100, redBelow, orangeBelow, yellowBelow),
        line: printed(line, 0, 100),
        behind: printed(gap, 0, yellowFrom, redOver),
        scheduled: line,
        gap,
        share: reachedShare,
        met,
        compared: met || (known && line[0] > 0n),
        unknown: !met && !known && line[0] > 0n,
      },
    ];
  });
};
