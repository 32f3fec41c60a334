import { suggestions, type SuggestionRow, type TimelineRow } from '@minsheng/read-models';
import type { ReadView } from '../reading/read-view';

/**
 * A suggestion and what it was merged into, step by step as far as the one that stands for it. Merges of older ledgers
 * may run in a circle, which ends where it closes.
 */
export const courseOf = async (view: ReadView, row: SuggestionRow): Promise<readonly SuggestionRow[]> => {
  const course = [row];
  for (let { mergedInto } = row; mergedInto;) {
    const next = course.some(({ suggestionId }) => suggestionId === mergedInto)
      ? undefined
      : await view.row(suggestions, mergedInto);
    if (!next) break;
    course.push(next);
    ({ mergedInto } = next);
  }
  return course;
};

/** The one that stands for it: undefined for a suggestion that stands on its own. */
export const mainOf = (course: readonly SuggestionRow[]): SuggestionRow | undefined =>
  course.length > 1 ? course[course.length - 1] : undefined;

/** The candidates that any of them went into. */
export const projectIdsOf = (course: readonly SuggestionRow[]): readonly string[] => [
  ...new Set(course.flatMap(({ projectIds }) => projectIds)),
];

/** The numbers of other suggestions are no matter of the public: these steps have no sentence of theirs, or another. */
export const betweenSuggestions = new Map<string, string | undefined>([
  ['MemberClaimed', undefined],
  ['MergeDeclined', undefined],
  ['MemberTaken', undefined],
  ['MemberReleased', undefined],
  ['SuggestionMerged', '与同类建议合并办理'],
  ['SuggestionUnmerged', '从同类建议中拆出，单独办理'],
]);

/** Its own steps, and of each that it was merged into those since then: what came before was another's matter. */
export const stepsOf = (course: readonly SuggestionRow[], steps: readonly TimelineRow[]): readonly TimelineRow[] => {
  let since = '';
  return course.flatMap(({ suggestionId }, place) => {
    const own = steps.filter((step) => step.suggestionId === suggestionId);
    const shown = own.filter(
      ({ position, type }) => place === 0 || (position > since && !betweenSuggestions.has(type)),
    );
    for (const { type, position } of own) if (type === 'SuggestionMerged' && position > since) since = position;
    return shown;
  });
};
