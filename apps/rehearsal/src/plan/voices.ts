import type { PlannedProject, YearPlan } from './year-plan';
import { between, randomFor } from './random';

/** Ratings of one project: levels 1 to 5 by citizen, and one citizen's second thought. */
export interface Voices {
  readonly levels: readonly number[];
  readonly changed?: { readonly citizen: number; readonly level: number };
  readonly badRatings: number;
  readonly survey: { readonly asked: number; readonly counts: readonly [number, number, number, number, number] };
  readonly thirdParty: readonly { readonly name: string; readonly weight: number; readonly score: number }[];
}

export const CITIZENS = 12;
/** Levels up to this one open a rectification (the rules a run adopts). */
const BAD = 2;
const DIMENSIONS = [
  ['实施成效', 40],
  ['工程质量与服务', 30],
  ['资金与管理', 15],
  ['群众知晓', 15],
] as const;

/**
 * What people say of a project: mostly well of what was kept, less so of what was not; the first project has one bad
 * rating to repair.
 */
export const voicesOf = (
  { seed, listId }: Pick<YearPlan, 'seed' | 'listId'>,
  { key }: Pick<PlannedProject, 'key'>,
  kept: boolean,
): Voices => {
  const random = randomFor(seed, listId, 'voices', key);
  const mood = between(random, 3.6, 4.7) - (kept ? 0 : 0.9);
  const drawn = Array.from({ length: CITIZENS }, () =>
    Math.min(5, Math.max(1, Math.round(mood + between(random, -1.1, 1.1)))),
  );
  const levels =
    key === 'p1' ? drawn.map((level, citizen) => (citizen === 3 ? BAD : citizen === 5 ? 3 : level)) : drawn;
  const asked = 120 + Math.floor(random() * 180);
  const answers = Math.floor(asked * between(random, 0.7, 0.95));
  const share = (part: number) => Math.floor(answers * part);
  const [worst, bad, fair] = [share(0.01), share(kept ? 0.03 : 0.1), share(kept ? 0.12 : 0.25)];
  const good = share(0.4);
  return {
    levels,
    ...(key === 'p1' && { changed: { citizen: 5, level: 4 } }),
    badRatings: levels.filter((level) => level <= BAD).length,
    survey: { asked, counts: [worst, bad, fair, good, answers - worst - bad - fair - good] },
    thirdParty: DIMENSIONS.map(([name, weight]) => ({
      name,
      weight,
      score: Math.min(100, Math.round(between(random, 78, 96) - (kept ? 0 : 10))),
    })),
  };
};
