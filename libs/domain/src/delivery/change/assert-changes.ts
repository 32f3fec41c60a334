import { Commitment, yearOf, type Change, type DepartmentName, type ProjectId } from '@minsheng/contracts';
import { compare } from '../../indicator/decimal';
import { Refusal, unreachable } from '../../decider';
import { stageGoalOf } from '../../indicator/kinds';
import { departmentsOf } from '../../indicator/leads';
import { whyImpossible, whyNoTarget, type QuantityRefusal } from '../../indicator/possible';
import { partsWithWholes } from '../../indicator/units';
import { assertNoTwins } from '../../twin-names';
import type { StartedDelivery } from '../delivery.state';
import { assertDistrictTargets } from './district-targets';
import { changedCommitment, isEnding, isOfIndicator, standsToday, subjectOf, yearEnd } from './what-changes';

export type ChangeRefusal =
  | 'NOTHING_TO_CHANGE'
  | 'CHANGE_GIVEN_TWICE'
  | 'ENDING_STANDS_ALONE'
  | 'CHANGE_DOES_NOT_FIT'
  | 'DUE_AFTER_THE_YEAR'
  | 'DUE_IN_THE_PAST'
  | 'NOT_TO_A_LATER_YEAR'
  | 'INTO_ITSELF'
  | 'INDICATOR_UNKNOWN'
  | 'NOT_THE_LEAD_DEPARTMENT';
const refuse = (code: ChangeRefusal | QuantityRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Old and new are written differently and may still be the same. */
const isSame = (before: string | null, change: Change): boolean => {
  switch (change.kind) {
    case 'target':
      return before === null || change.target === null
        ? before === change.target
        : compare(before, change.target) === 0;
    case 'due date':
      return before === change.dueOn;
    case 'title':
      return before === change.title;
    case 'lead':
      return before === change.lead;
    case 'carry over':
    case 'split':
    case 'merge':
    case 'terminate':
      return false;
    default:
      return unreachable(change);
  }
};

/** A split makes new projects, a merge joins another: never this one. */
const assertInto = (into: readonly ProjectId[], projectId: ProjectId): void => {
  if (into.includes(projectId) || new Set(into).size < into.length) refuse('INTO_ITSELF');
};

/** Who applies, for which project, and when. */
interface Applicant {
  readonly department: DepartmentName;
  readonly projectId: ProjectId;
  readonly today: string;
}

const assertChange = (delivery: StartedDelivery, change: Change, { department, projectId, today }: Applicant): void => {
  if (change.kind === 'carry over' && change.toYear <= yearOf(projectId))
    refuse('NOT_TO_A_LATER_YEAR', { toYear: change.toYear });
  if (change.kind === 'split') assertInto(change.into, projectId);
  if (change.kind === 'merge') assertInto([change.into], projectId);
  if (isOfIndicator(change)) {
    const { indicatorId } = change;
    const indicator =
      delivery.commitment.indicators.find(({ id, applicable }) => id === indicatorId && applicable) ??
      refuse('INDICATOR_UNKNOWN', { indicatorId });
    if (indicator.lead !== department) refuse('NOT_THE_LEAD_DEPARTMENT', { indicatorId, lead: indicator.lead });
    if (change.kind === 'target' && change.target !== null) {
      const why = whyImpossible(indicator, change.target) ?? whyNoTarget(indicator, change.target);
      if (why) refuse(why, { indicator: indicator.name, value: change.target });
    }
    if (change.kind === 'lead') assertNoTwins([change.lead], departmentsOf(delivery.commitment));
    if (change.kind === 'target') assertDistrictTargets(delivery, change);
    if (change.kind === 'due date' && change.dueOn < today)
      refuse('DUE_IN_THE_PAST', { indicator: indicator.name, dueOn: change.dueOn, today });
    // Invariant 5: due inside the year, or after it with a goal for this year. Without one the project is carried over
    // instead.
    if (change.kind === 'due date' && change.dueOn > yearEnd(projectId) && !stageGoalOf(indicator, yearOf(projectId)))
      refuse('DUE_AFTER_THE_YEAR', { indicatorId, dueOn: change.dueOn });
  }
  if (isSame(standsToday(delivery, change, projectId), change))
    refuse('NOTHING_TO_CHANGE', { change: subjectOf(change) });
};

/** The promise as it would be: still one that the contract takes, no part above its whole (invariant 8). */
const assertStillAPromise = (commitment: Commitment, changes: readonly Change[]): void => {
  const after = changedCommitment(commitment, changes);
  const { error } = Commitment.safeParse(after);
  if (error) refuse('CHANGE_DOES_NOT_FIT', { why: error.issues[0].message });
  const above = partsWithWholes(after.indicators).find(
    ({ part, whole }) => part.target !== null && whole.target !== null && compare(part.target, whole.target) > 0,
  );
  if (above) refuse('CHANGE_DOES_NOT_FIT', { why: `${above.part.id} > ${above.whole.id}` });
};

/** What may be asked to be otherwise: by the lead of the indicator, each thing once, and an ending by itself. */
export const assertChanges = (delivery: StartedDelivery, changes: readonly Change[], applicant: Applicant): void => {
  if (new Set(changes.map(subjectOf)).size < changes.length) refuse('CHANGE_GIVEN_TWICE');
  if (changes.length > 1 && changes.some(isEnding)) refuse('ENDING_STANDS_ALONE');
  for (const change of changes) assertChange(delivery, change, applicant);
  assertStillAPromise(delivery.commitment, changes);
};
