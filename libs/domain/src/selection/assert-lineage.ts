import type { LineageLink } from '@minsheng/contracts';
import { Refusal } from '../decider';

export type LineageRefusal = 'LINKED_PROJECT_UNKNOWN';

/** What is carried over or helped to keep was promised; what was split or merged may have been a candidate only. */
const needsPromise: Readonly<Record<LineageLink['relation'], boolean>> = {
  'carried over from': true,
  'helps to keep': true,
  'split from': false,
  'merged from': false,
};

/**
 * The project that a candidate is linked to exists. How far the link may reach is said in the contracts. Asked by the
 * handler, which loads both streams.
 * @throws LINKED_PROJECT_UNKNOWN
 */
export const assertLineage = (
  { relation, projectId }: LineageLink,
  candidate: { readonly status: string },
  delivery: { readonly status: string },
): void => {
  const isPromised = delivery.status !== 'not started' || candidate.status === 'adopted';
  const isKnown = isPromised || candidate.status !== 'unknown';
  if (needsPromise[relation] ? isPromised : isKnown) return;
  throw new Refusal<LineageRefusal>('LINKED_PROJECT_UNKNOWN', { projectId });
};
