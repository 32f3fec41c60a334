import type { DepartmentName, Light, Month, Rules } from '@minsheng/contracts';
import { exactly, order } from '../../indicator/ratio';
import { colourOf, isOnSchedule, isWarning, isWorse, worstOf } from './colour';
import { printedStanding, type ExactStanding } from './standing';
import { turnsGreen } from './turns-green';

/** What a light is computed from: nothing else may change it. */
export interface LightInputs {
  readonly period: Month;
  readonly rulesVersion: number;
  readonly rules: Pick<Rules, 'lights'>;
  readonly standings: readonly ExactStanding[];
  /** Lead departments without a verified report for the month; a missed report counts as behind (invariant 19). */
  readonly missing: readonly DepartmentName[];
  /** Finished and accepted by another unit. */
  readonly accepted: boolean;
  readonly sides: Light['sides'];
}

const reasonOf = (colour: Light['colour'], { behind }: ExactStanding): Light['why'] => {
  if (colour !== 'green') return 'behind the line';
  return order(behind, exactly(0)) === 0 ? 'on the line' : 'within tolerance';
};

const isCompared = ({ comparison }: ExactStanding): boolean => comparison === 'compared';
const withoutWorst = <L extends Pick<Light, 'worst'>>({ worst: _, ...light }: L): Omit<L, 'worst'> => light;

/** The light of a month, as a pure function of the adopted rule and the verified figures (invariant 17). */
export const lightOf = ({ period, rulesVersion, rules, standings, missing, accepted, sides }: LightInputs): Light => {
  const rule = rules.lights;
  // whoever sent no report is behind by all that is owed; else only what can be compared is
  const worst = worstOf(rule, missing.length > 0 ? standings : standings.filter(isCompared));
  const base = {
    period,
    rulesVersion,
    rule,
    missing: [...missing],
    ...(worst && { worst: printedStanding(rule, worst) }),
    sides,
  };
  if (accepted && rule.scheme === 'five colours') return { ...base, colour: 'blue', why: 'finished and accepted' };
  const colour = worst ? colourOf(rule, worst) : 'grey';
  const short = worst && isWarning(colour) ? { turnsGreen: turnsGreen(rule, worst) } : {};
  if (missing.length > 0) return { ...base, ...short, colour: 'red', why: 'no verified report' };
  const isUnknown = isOnSchedule(colour) && standings.some(({ comparison }) => comparison === 'unknown');
  if (!worst || isUnknown) return { ...withoutWorst(base), colour: 'grey', why: 'nothing to measure' };
  return { ...base, ...short, colour, why: reasonOf(colour, worst) };
};

/** A month that is on schedule by what came after its due day alone (瓯海“三色预警”2020: late is yellow). */
export const caughtUpLater = (light: Light): Light =>
  isOnSchedule(light.colour) ? { ...light, colour: 'yellow', why: 'caught up later' } : light;

/** A light beside the progress light does not become green by what came late either. */
const recomputeSides = (before: Light['sides'], now: Light['sides']): Light['sides'] => {
  const kept = Object.entries(before).filter(
    ([side, light]) => isWarning(light.colour) && now[side as keyof Light['sides']]?.colour === 'green',
  );
  return { ...now, ...Object.fromEntries(kept) };
};

/**
 * A closed month seen again after a late or corrected report: it may get worse, but what was not green then never
 * becomes green; caught up later is yellow (瓯海“三色预警”2020, invariant 18). Reports that were in time and merely verified
 * late count in full.
 */
export const recomputeLight = (before: Light, computed: Light, cameLate: boolean): Light => {
  if (!cameLate) return computed;
  const now: Light = { ...computed, sides: recomputeSides(before.sides, computed.sides) };
  const isAsGoodAsBefore = isOnSchedule(before.colour) || (before.colour === 'grey' && now.colour === 'grey');
  if (isAsGoodAsBefore || isWorse(now.colour, 'yellow') || isWorse(now.colour, before.colour)) return now;
  const caughtUp = !isWarning(now.colour) || isWorse(before.colour, 'yellow') || before.why === 'caught up later';
  return { ...now, colour: 'yellow', why: caughtUp ? 'caught up later' : now.why };
};
