import type { ProjectRow, SuggestionRow } from '@minsheng/read-models';

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

/** What staff see: the row, and the person's words instead of their cipher. */
export const staffView = (
  { words: _sealed, statusBeforeMerge: _before, ...row }: SuggestionRow,
  words: { readonly title: string; readonly content: string } | null,
) => ({ ...row, words });

/**
 * What anyone with the code sees: no words of a person, and the answer of the main suggestion where it was merged
 * (invariant 23).
 */
export const trackingView = (
  { trackingCode, receivedOn, status, title, domain, outcome, referral, answer }: SuggestionRow,
  main: SuggestionRow | undefined,
  project: ProjectRow | undefined,
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
});
