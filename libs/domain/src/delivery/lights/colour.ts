import { colours, type Colour, type Rules, type Standing } from '@minsheng/contracts';
import { compare } from '../../indicator/decimal';

type LightRule = Rules['lights'];

/** Whether one colour is worse than another. */
export const isWorse = (a: Colour, b: Colour): boolean => colours.indexOf(a) > colours.indexOf(b);
/** Nobody is behind: green, or blue where all is finished and accepted. */
export const isGood = (colour: Colour): boolean => colour === 'green' || colour === 'blue';
/** The colours that a rule knows; caught up later is yellow under every one of them. */
export const coloursOf = ({ scheme }: LightRule): readonly Colour[] =>
  scheme === 'five colours' ? colours : colours.filter((colour) => colour !== 'blue' && colour !== 'orange');

/**
 * Five colours look at completion alone, not at the line (大足区双路街道“五色督办”2025). Where no percentage can be made (an
 * event, a range, all who qualify, nothing told yet), it is red from when it is owed.
 */
const byCompletion = (
  rule: Extract<LightRule, { scheme: 'five colours' }>,
  { percent, behind, met }: Standing,
): Colour => {
  if (met) return 'green';
  if (percent === null) return compare(behind, '0') > 0 ? 'red' : 'green';
  const below = (limit: number) => compare(percent, String(limit)) < 0;
  return below(rule.redBelow)
    ? 'red'
    : below(rule.orangeBelow)
      ? 'orange'
      : below(rule.yellowBelow)
        ? 'yellow'
        : 'green';
};

/** The colour that one standing makes by a rule. */
export const colourOf = (rule: LightRule, standing: Standing): Colour => {
  const isBehind = compare(standing.behind, '0') > 0;
  switch (rule.scheme) {
    case 'five colours':
      return byCompletion(rule, standing);
    case 'month met or not':
      return isBehind ? 'red' : 'green';
    case 'on schedule':
      return isBehind ? 'yellow' : 'green';
    case 'points behind':
      if (compare(standing.behind, String(rule.redOver)) > 0) return 'red';
      return isBehind && compare(standing.behind, String(rule.yellowFrom)) >= 0 ? 'yellow' : 'green';
  }
};

/**
 * Further from done, where two standings make the same colour: by points behind, then what is not reached yet, then by
 * percentage.
 */
const isFurther = (a: Standing, b: Standing): boolean => {
  const byLine = compare(a.behind, b.behind);
  if (byLine !== 0) return byLine > 0;
  if (a.met !== b.met) return b.met;
  return a.percent !== null && b.percent !== null && compare(a.percent, b.percent) < 0;
};

/**
 * The worst standing decides (invariant 21); the first named wins a tie, so that the answer never depends on chance.
 */
export const worstOf = (rule: LightRule, standings: readonly Standing[]): Standing | undefined =>
  standings.reduce<Standing | undefined>((worst, standing) => {
    if (worst === undefined) return standing;
    const [ofWorst, ofStanding] = [colourOf(rule, worst), colourOf(rule, standing)];
    return ofWorst === ofStanding
      ? isFurther(standing, worst)
        ? standing
        : worst
      : isWorse(ofStanding, ofWorst)
        ? standing
        : worst;
  }, undefined);
