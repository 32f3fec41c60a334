import type { UNREADABLE } from '@minsheng/vault';
import type { ProjectRow, SuggestionRow, TimelineRow } from '@minsheng/read-models';

/** What became of the candidate project that a suggestion went into, in words; only what is on the list has a page. */
const projectView = ({ projectId, title, status, no }: ProjectRow) => {
  switch (status) {
    case 'candidate':
      return { title, zh: '已进入候选项目，等待决定', en: 'A candidate project now, to be decided on' };
    case 'shelved':
      return { title, zh: '候选项目已搁置，本年不再提交决定', en: 'The candidate was shelved and is not decided on' };
    case 'passed over':
      return { title, zh: '候选项目未入选本年清单', en: 'The candidate was not chosen for the list of the year' };
    default:
      return { title, projectId, no, zh: '已列入年度清单', en: 'On the annual list' };
  }
};

/**
 * What staff see: the row, and the person's words instead of their cipher; null once the person has been erased,
 * `unreadable` where the vault's row is damaged.
 */
export const staffView = (
  { words: _sealed, statusBeforeMerge: _before, ...row }: SuggestionRow,
  words: { readonly title: string; readonly content: string } | null | typeof UNREADABLE,
) => ({ ...row, words });

/** The numbers of other suggestions are no matter of the public: these steps have no sentence of theirs, or another. */
const betweenSuggestions = new Map<string, string | undefined>([
  ['MemberClaimed', undefined],
  ['MergeDeclined', undefined],
  ['MemberTaken', undefined],
  ['MemberReleased', undefined],
  ['SuggestionMerged', '与同类建议合并办理'],
  ['SuggestionUnmerged', '从同类建议中拆出，单独办理'],
]);
const publicSteps = (steps: readonly TimelineRow[]) =>
  [...steps]
    .sort((a, b) => (a.position < b.position ? -1 : 1))
    .flatMap(({ on, type, sentence }) => {
      const shown = betweenSuggestions.has(type) ? betweenSuggestions.get(type) : sentence;
      return shown ? [{ on, sentence: shown }] : [];
    });

/**
 * What anyone with the code sees: no words of a person, and answer, project and steps of the main suggestion where it
 * was merged (invariant 23).
 */
export const trackingView = (
  { trackingCode, receivedOn, status, title, domain, outcome, referral, answer }: SuggestionRow,
  main: SuggestionRow | undefined,
  project: ProjectRow | undefined,
  steps: readonly TimelineRow[],
) => ({
  trackingCode,
  receivedOn,
  status,
  title,
  domain,
  ...(main && { mergedWith: { title: main.title, status: main.status } }),
  project: project ? projectView(project) : null,
  outcome: main?.outcome ?? outcome,
  referredTo: (main ?? { referral }).referral?.to ?? null,
  answer: main?.answer ?? answer,
  steps: publicSteps(steps),
});
