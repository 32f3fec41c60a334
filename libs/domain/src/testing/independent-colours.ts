import type { GoldenCase, PlainRules } from './golden-case';
import { ALL, over } from './independent-shares';
import type { Stand } from './independent-stands';

export const published: Record<GoldenCase['list'], Pick<PlainRules, 'lights' | 'sideLights'>> = {
  yinchuan: {
    lights: { scheme: 'points behind', yellowFrom: 10, redOver: 30 },
    sideLights: { start: { redAfterMonths: 3 }, money: {}, entry: { yellowFromMonths: 1, redOverMonths: 2 } },
  },
  ouhai: { lights: { scheme: 'month met or not' }, sideLights: {} },
  dazu: { lights: { scheme: 'five colours', redBelow: 30, orangeBelow: 50, yellowBelow: 80 }, sideLights: {} },
  onSchedule: { lights: { scheme: 'on schedule' }, sideLights: {} },
};
const ladder = ['blue', 'green', 'grey', 'yellow', 'orange', 'red'];
export const rank = (colour: string) => ladder.indexOf(colour);

/** Nothing is tolerated once everything is due. */
export const colourBy = (rule: PlainRules['lights'], stand: Stand): string => {
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
export const worstBy = (rule: PlainRules['lights'], stands: readonly Stand[]): Stand | undefined => {
  const worse = (a: Stand, b: Stand): boolean => {
    const byColour = rank(colourBy(rule, a)) - rank(colourBy(rule, b));
    if (byColour !== 0) return byColour > 0;
    if (over(a.gap, b.gap) !== 0n) return over(a.gap, b.gap) > 0n;
    if (a.met !== b.met) return b.met;
    return a.share !== null && b.share !== null && over(a.share, b.share) < 0n;
  };
  return stands.find((stand) => !stands.some((other) => worse(other, stand)));
};
