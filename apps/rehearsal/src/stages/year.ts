import type { Api } from '../client/api';
import type { People } from '../client/people';
import type { YearPlan } from '../plan/year-plan';

/** A year under way: what was planned, who speaks, and the ids the system has given so far. */
export interface Year {
  readonly plan: YearPlan;
  readonly api: Api;
  readonly people: People;
  /** By key of the plan. */
  readonly suggestions: Map<string, string>;
  readonly projects: Map<string, string>;
}

/** One stretch of the year. After it, everything it has begun is done, also what policies do. */
export interface Stage {
  readonly name: string;
  readonly says: string;
  readonly run: (year: Year) => Promise<void>;
}

export const keyFor = ({ plan }: Year, step: string): string => `${plan.keyPrefix}-${step}`;

/** All together; the api client lets only so many through at a time. */
export const together = async <T>(
  all: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> => {
  await Promise.all(all.map(work));
};

export const idOf = (ids: ReadonlyMap<string, string>, key: string): string => {
  const id = ids.get(key);
  if (!id) throw new Error(`No id is known for ${key}`);
  return id;
};
