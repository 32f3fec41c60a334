import type { DepartmentName, Light, Month, Rules, Standing } from '@minsheng/contracts';
import { compare } from '../decimal';

type Colour = Light['colour'];
const severity: Record<Colour, number> = { green: 0, yellow: 1, red: 2 };
export const worse = (a: Colour, b: Colour): Colour => (severity[a] >= severity[b] ? a : b);

const colourOf = (rule: Rules['lights'], behind: Standing['behind']): Colour => {
  if (rule.scheme === 'month met or not') return compare(behind, '0') > 0 ? 'red' : 'green';
  if (compare(behind, String(rule.redOver)) > 0) return 'red';
  return compare(behind, '0') > 0 && compare(behind, String(rule.yellowFrom)) >= 0 ? 'yellow' : 'green';
};

/** The worst standing decides; the first named wins a tie, so that the answer never depends on chance. */
const worstOf = (standings: readonly Standing[]): Standing | undefined =>
  standings.reduce<Standing | undefined>((worst, standing) => (worst === undefined || compare(standing.behind, worst.behind) > 0 ? standing : worst), undefined);

/** What a light is computed from: nothing else may change it. */
export interface LightInputs {
  readonly period: Month;
  readonly rulesVersion: number;
  readonly rules: Rules;
  readonly standings: readonly Standing[];
  /** Lead departments without a verified report for the month; a missed report counts as behind (invariant 19). */
  readonly missing: readonly DepartmentName[];
}

/** The light of a month, as a pure function of the adopted rule and the verified figures (invariant 17). */
export const lightOf = ({ period, rulesVersion, rules, standings, missing }: LightInputs): Light => {
  const worst = worstOf(standings);
  const base = { period, rulesVersion, rule: rules.lights, missing: [...missing], ...(worst && { worst }) };
  if (missing.length > 0) return { ...base, colour: 'red', why: 'no verified report' };
  if (!worst) return { ...base, colour: 'green', why: 'nothing to measure' };
  const colour = colourOf(rules.lights, worst.behind);
  const why = compare(worst.behind, '0') === 0 ? 'on the line' : colour === 'green' ? 'within tolerance' : 'behind the line';
  return { ...base, colour, why };
};

/**
 * A closed month seen again after a late or corrected report: it may get worse, but what was not green then never becomes green;
 * caught up later is yellow (瓯海“三色预警”2020, invariant 18). Reports that were in time and merely verified late count in full.
 */
export const lightSeenAgain = (before: Light, now: Light, cameLate: boolean): Light => {
  if (!cameLate || before.colour === 'green' || severity[now.colour] > severity[before.colour]) return now;
  if (before.colour === 'red' && now.colour === 'red') return now;
  const caughtUp = now.colour === 'green' || before.colour === 'red' || before.why === 'caught up later';
  return { ...now, colour: 'yellow', why: caughtUp ? 'caught up later' : now.why };
};
