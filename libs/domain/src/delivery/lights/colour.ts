import { colours, measuredColours, type Colour, type Rules } from '@minsheng/contracts';
import { exactly, order } from '../../indicator/ratio';
import { isAllDue, type ExactStanding } from './standing';

type LightRule = Rules['lights'];

/** Whether one colour is worse than another. */
export const isWorse = (a: Colour, b: Colour): boolean => colours.indexOf(a) > colours.indexOf(b);
/** Green, or blue where all is finished and accepted. */
export const isOnSchedule = (colour: Colour): boolean => colour === 'green' || colour === 'blue';
/** Somebody is behind or did not report; grey warns of nothing, and is not on schedule either. */
export const isWarning = (colour: Colour): boolean => !isOnSchedule(colour) && colour !== 'grey';
/** The colours that a rule knows; caught up later is yellow under every one of them. */
export const coloursOf = ({ scheme }: LightRule): readonly Colour[] =>
  scheme === 'five colours'
    ? measuredColours
    : measuredColours.filter((colour) => colour !== 'blue' && colour !== 'orange');

/**
 * Five colours look at completion alone, not at the line (大足区双路街道“五色督办”2025). Where no percentage can be made (an
 * event, a range, all who qualify, nothing told yet), it is red from when it is owed.
 */
const byCompletion = (
  rule: Extract<LightRule, { scheme: 'five colours' }>,
  { percent, behind, met }: ExactStanding,
): Colour => {
  if (met) return 'green';
  if (percent === null) return order(behind, exactly(0)) > 0 ? 'red' : 'green';
  const below = (limit: number) => order(percent, exactly(limit)) < 0;
  return below(rule.redBelow)
    ? 'red'
    : below(rule.orangeBelow)
      ? 'orange'
      : below(rule.yellowBelow)
        ? 'yellow'
        : 'green';
};

/** The colour by the limits of a rule alone. */
const byLimits = (rule: LightRule, standing: ExactStanding): Colour => {
  const isBehind = order(standing.behind, exactly(0)) > 0;
  switch (rule.scheme) {
    case 'five colours':
      return byCompletion(rule, standing);
    case 'month met or not':
      return isBehind ? 'red' : 'green';
    case 'on schedule':
      return isBehind ? 'yellow' : 'green';
    case 'points behind':
      if (order(standing.behind, exactly(rule.redOver)) > 0) return 'red';
      return isBehind && order(standing.behind, exactly(rule.yellowFrom)) >= 0 ? 'yellow' : 'green';
  }
};

/**
 * The colour that one standing makes by a rule. Once everything is due, what is not met is late, whatever the
 * rule tolerates on the way.
 */
export const colourOf = (rule: LightRule, standing: ExactStanding): Colour => {
  const colour = byLimits(rule, standing);
  return isOnSchedule(colour) && !standing.met && isAllDue(standing.line) ? 'yellow' : colour;
};

/**
 * Further from done, where two standings make the same colour: by points behind, then what is not reached yet, then by
 * percentage.
 */
const isFurther = (a: ExactStanding, b: ExactStanding): boolean => {
  const byLine = order(a.behind, b.behind);
  if (byLine !== 0) return byLine > 0;
  if (a.met !== b.met) return b.met;
  return a.percent !== null && b.percent !== null && order(a.percent, b.percent) < 0;
};

/**
 * The worst standing decides (invariant 21); the first named wins a tie, so that the answer never depends on chance.
 */
export const worstOf = (rule: LightRule, standings: readonly ExactStanding[]): ExactStanding | undefined =>
  standings.reduce<ExactStanding | undefined>((worst, standing) => {
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
