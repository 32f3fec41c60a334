import type { SuggestionRow } from '@minsheng/read-models';

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
  { trackingCode, receivedOn, status, title, domain, projectId, outcome, referral, answer }: SuggestionRow,
  main: SuggestionRow | undefined,
) => ({
  trackingCode,
  receivedOn,
  status,
  title,
  domain,
  ...(main && { mergedWith: { title: main.title, status: main.status } }),
  projectId: main?.projectId ?? projectId,
  outcome: main?.outcome ?? outcome,
  referredTo: (main ?? { referral }).referral?.to ?? null,
  answer: main?.answer ?? answer,
});
