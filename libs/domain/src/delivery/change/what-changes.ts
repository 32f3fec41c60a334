import {
  yearOf,
  type Change,
  type Commitment,
  type Indicator,
  type IndicatorId,
  type ProjectId,
  type Quantity,
} from '@minsheng/contracts';
import type { CompletionState, IndicatorBefore, StartedDelivery } from '../delivery.state';

type Ending = Extract<Change, { kind: 'carry over' | 'split' | 'merge' | 'terminate' }>;
type OfIndicator = Extract<Change, { indicatorId: IndicatorId }>;

export const isEnding = (change: Change): change is Ending =>
  ['carry over', 'split', 'merge', 'terminate'].includes(change.kind);
export const isOfIndicator = (change: Change): change is OfIndicator => 'indicatorId' in change;

/** What a change is about; a project can end in one way only. */
export const subjectOf = (change: Change): string =>
  isEnding(change) ? 'ending' : isOfIndicator(change) ? `${change.kind} ${change.indicatorId}` : change.kind;

const changedIndicator = (indicator: Indicator, change: OfIndicator): Indicator => {
  switch (change.kind) {
    case 'target':
      return {
        ...indicator,
        target: change.target,
        ...(change.targetText !== undefined && { targetText: change.targetText }),
      };
    case 'due date':
      return { ...indicator, dueOn: change.dueOn };
    case 'lead':
      return { ...indicator, lead: change.lead };
  }
};
/** The indicators with the changes in force. */
export const changedIndicators = (indicators: readonly Indicator[], changes: readonly Change[]): Indicator[] =>
  changes
    .filter(isOfIndicator)
    .reduce(
      (all, change) => all.map((entry) => (entry.id === change.indicatorId ? changedIndicator(entry, change) : entry)),
      [...indicators],
    );
/** The promise with the changes in force. What was promised before stays in the events (invariant 4). */
export const changedCommitment = (commitment: Commitment, changes: readonly Change[]): Commitment => ({
  ...commitment,
  title: changes.findLast((change) => change.kind === 'title')?.title ?? commitment.title,
  indicators: changedIndicators(commitment.indicators, changes),
});

/** The districts with the targets that the changes give them; the others keep what they have. */
export const changedDistricts = <Districts extends StartedDelivery['districts']>(
  districts: Districts,
  changes: readonly Change[],
): Districts =>
  changes.reduce<Districts>((before, change) => {
    if (change.kind !== 'target' || change.districts?.targets !== 'split again') return before;
    const split = new Map<string, Quantity>(change.districts.split.map(({ district, target }) => [district, target]));
    const after = (before[change.indicatorId] ?? []).map((share) => ({
      ...share,
      target: split.get(share.district) ?? share.target,
    }));
    return { ...before, [change.indicatorId]: after };
  }, districts);

/** The last day of a list's year: an indicator without a day of its own is due then. */
export const yearEnd = (projectId: ProjectId): string => `${yearOf(projectId)}-12-31`;

/** What a change replaces, as a reader compares it with the new value; of a project that ends, where it stands. */
export const standsToday = (
  { commitment, status }: Pick<StartedDelivery, 'commitment' | 'status'>,
  change: Change,
  projectId: ProjectId,
): string | null => {
  if (!isOfIndicator(change)) return change.kind === 'title' ? commitment.title : status;
  const { target, dueOn, lead } = commitment.indicators.find(({ id }) => id === change.indicatorId)!;
  switch (change.kind) {
    case 'target':
      return target;
    case 'due date':
      return dueOn ?? yearEnd(projectId);
    case 'lead':
      return lead;
  }
};

/** What the changes replace of each indicator. */
export const beforeChanges = (
  { indicators }: { readonly indicators: readonly Indicator[] },
  changes: readonly Change[],
): readonly IndicatorBefore[] =>
  indicators
    .filter(({ id }) => changes.some((change) => isOfIndicator(change) && change.indicatorId === id))
    .map(({ id, target, targetText, dueOn, lead }) => ({ id, target, targetText, dueOn, lead }));

const endings = {
  'carry over': { status: 'carried over', outcome: 'not met' },
  split: { status: 'split' },
  merge: { status: 'merged' },
  terminate: { status: 'terminated', outcome: 'not met' },
} as const satisfies Record<Ending['kind'], Pick<CompletionState, 'status' | 'outcome'>>;

/**
 * How the changes end the project, where they do: what is split or merged is kept or broken by the projects it goes
 * into.
 */
export const endingOf = (
  changes: readonly Change[],
): { readonly status: (typeof endings)[Ending['kind']]['status']; readonly outcome?: 'not met' } | undefined => {
  const ending = changes.find(isEnding);
  return ending && endings[ending.kind];
};
