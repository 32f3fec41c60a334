import type { Change, CommandData, IndicatorId } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { monthOf } from '../../indicator/month';
import type { Adjustment, ChangeState, CompletionState, StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertLead } from '../promise/assert-lead';
import { rulesFor } from '../promise/rule-sets';
import { assertNotClosed, assertUnderWay } from '../promise/status';
import { assertChanges } from './assert-changes';
import { assertDistrictTargets } from './district-targets';
import { beforeChanges, changedCommitment, changedDistricts, endingOf, standsToday, subjectOf } from './what-changes';

export type AdjustmentRefusal =
  | 'ADJUSTMENT_UNKNOWN'
  | 'ADJUSTMENT_ALREADY_OPEN'
  | 'ADJUSTMENT_ALREADY_CHECKED'
  | 'ADJUSTMENT_NOT_CHECKED'
  | 'ADJUSTMENT_ALREADY_DECIDED'
  | 'ADJUSTMENT_NOT_APPROVED'
  | 'DECISION_IN_THE_FUTURE'
  | 'DECISION_BEFORE_THE_CHECK'
  | 'NOT_THE_ADOPTING_BODY'
  | 'BODY_MAY_NOT_DECIDE';
const refuse = (code: AdjustmentRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

const isOpen = ({ status }: Adjustment): boolean => status === 'applied' || status === 'checked';
/** Applied for and not decided yet. */
export const hasUndecided = ({ adjustments }: ChangeState): boolean => adjustments.some(isOpen);

const adjustmentOf = ({ adjustments }: ChangeState, adjustment: number): Adjustment =>
  adjustments[adjustment - 1] ?? refuse('ADJUSTMENT_UNKNOWN', { adjustment });
/**
 * Two applications for one thing would each rest on an old value that the other takes away. @throws
 * ADJUSTMENT_ALREADY_OPEN
 */
const assertNotRequestedTwice = ({ adjustments }: ChangeState, changes: readonly Change[]): void => {
  const subjects = changes.map(subjectOf);
  const index = adjustments.findIndex(
    (adjustment) => isOpen(adjustment) && adjustment.changes.some((change) => subjects.includes(subjectOf(change))),
  );
  if (index >= 0) refuse('ADJUSTMENT_ALREADY_OPEN', { adjustment: index + 1 });
};
/** Checked, and waiting for the body. @throws ADJUSTMENT_UNKNOWN, ADJUSTMENT_NOT_CHECKED, ADJUSTMENT_ALREADY_DECIDED */
const waitingForDecision = (delivery: ChangeState, number: number): Adjustment => {
  const adjustment = adjustmentOf(delivery, number);
  if (adjustment.status === 'applied') return refuse('ADJUSTMENT_NOT_CHECKED', { adjustment: number });
  return adjustment.status === 'checked' ? adjustment : refuse('ADJUSTMENT_ALREADY_DECIDED', { adjustment: number });
};

/**
 * Whether a body may decide: its kind is one that the list's rules name. Rules of before kinds were asked name none:
 * there it is the body that adopted the list, where that was kept. @throws BODY_MAY_NOT_DECIDE, NOT_THE_ADOPTING_BODY
 */
const assertMayDecide = (
  delivery: StartedDelivery,
  { body, bodyKind }: Pick<CommandData<'DecideAdjustment'>, 'body' | 'bodyKind'>,
  today: string,
): void => {
  const { adjustmentBodies } = rulesFor(delivery, monthOf(today)).rules;
  const { adoptedBy } = delivery;
  if (adjustmentBodies !== undefined) {
    if (!adjustmentBodies.includes(bodyKind))
      refuse('BODY_MAY_NOT_DECIDE', { body, bodyKind, allowed: adjustmentBodies.join(', ') });
  } else if (adoptedBy !== undefined && body !== adoptedBy) refuse('NOT_THE_ADOPTING_BODY', { body, adoptedBy });
};

/**
 * A decision is recorded once it was made, and made about what was applied for and checked.
 * @throws DECISION_IN_THE_FUTURE, DECISION_BEFORE_THE_CHECK
 */
const assertDecided = ({ since }: Adjustment, heldOn: string, today: string): void => {
  if (heldOn > today) refuse('DECISION_IN_THE_FUTURE', { heldOn, today });
  if (since !== undefined && heldOn < since) refuse('DECISION_BEFORE_THE_CHECK', { heldOn, since });
};

/**
 * A department applies, the commission checks, a body of a kind that the list names decides, the commission gives
 * notice (handbook domain.md 4.7; 杭政办函〔2022〕20号: no change without the body that decided).
 */
export const decideAdjustments = {
  ApplyForAdjustment: (delivery, data, { id: projectId, by, today }) => {
    const department = assertLead(assertUnderWay(delivery), by.organisation);
    assertChanges(delivery, data.changes, { department, projectId, today });
    assertNotRequestedTwice(delivery, data.changes);
    const before = data.changes.map((change) => standsToday(delivery, change, projectId));
    return [
      {
        type: 'AdjustmentApplied',
        data: {
          projectId,
          adjustment: delivery.adjustments.length + 1,
          department,
          before,
          appliedOn: today,
          ...data,
        },
      },
    ];
  },
  CheckAdjustment: (delivery, data, { id: projectId, today }) => {
    if (adjustmentOf(delivery, data.adjustment).status !== 'applied')
      return refuse('ADJUSTMENT_ALREADY_CHECKED', { adjustment: data.adjustment });
    return [{ type: 'AdjustmentChecked', data: { projectId, checkedOn: today, ...data } }];
  },
  // The check is advice; the body may see it otherwise. What cannot take effect any more can still be rejected, so that
  // nothing stays undecided.
  DecideAdjustment: (delivery, { approved, ...data }, { id: projectId, today }) => {
    const adjustment = waitingForDecision(delivery, data.adjustment);
    const { changes } = adjustment;
    assertMayDecide(delivery, data, today);
    assertDecided(adjustment, data.heldOn, today);
    assertNotClosed(delivery);
    if (!approved) return [{ type: 'AdjustmentRejected', data: { projectId, ...data } }];
    assertUnderWay(delivery);
    // the table may have been drawn again since
    for (const change of changes)
      if (change.kind === 'target' && (change.districts || !adjustment.brokenDown.includes(change.indicatorId)))
        assertDistrictTargets(delivery, change);
    return [{ type: 'AdjustmentApproved', data: { projectId, ...data, changes: [...changes], decidedOn: today } }];
  },
  PublishAdjustment: (delivery, data, { id: projectId }) => {
    if (adjustmentOf(delivery, data.adjustment).status !== 'approved')
      return refuse('ADJUSTMENT_NOT_APPROVED', { adjustment: data.adjustment });
    return [{ type: 'AdjustmentPublished', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

/** Indicators whose districts owe something. */
const brokenDownIn = ({ districts }: StartedDelivery): readonly IndicatorId[] =>
  (Object.keys(districts) as IndicatorId[]).filter((id) => districts[id].some(({ target }) => target !== null));

const withStatus = (
  delivery: StartedDelivery,
  number: number,
  status: Adjustment['status'],
): Pick<ChangeState, 'adjustments'> => ({
  adjustments: delivery.adjustments.map((adjustment, index) =>
    index === number - 1 ? { ...adjustment, status } : adjustment,
  ),
});

const ended = (changes: readonly Change[], decidedOn: string): Partial<CompletionState> => {
  const ending = endingOf(changes);
  return ending ? { ...ending, endedIn: monthOf(decidedOn) } : {};
};

export const evolveAdjustments = {
  AdjustmentApplied: (delivery, { department, changes, appliedOn }) => ({
    ...delivery,
    adjustments: [
      ...delivery.adjustments,
      { status: 'applied', department, changes, since: appliedOn, brokenDown: brokenDownIn(delivery) },
    ],
  }),
  AdjustmentChecked: (delivery, { adjustment, checkedOn }) => ({
    ...delivery,
    adjustments: delivery.adjustments.map((other, index) =>
      index === adjustment - 1 ? { ...other, status: 'checked', since: checkedOn ?? other.since } : other,
    ),
  }),
  AdjustmentApproved: (delivery, { adjustment, changes, decidedOn }) => ({
    ...delivery,
    ...withStatus(delivery, adjustment, 'approved'),
    ...ended(changes, decidedOn),
    original: delivery.original ?? delivery.commitment,
    commitment: changedCommitment(delivery.commitment, changes),
    districts: changedDistricts(delivery.districts, changes),
    revisions: [
      ...delivery.revisions,
      { from: monthOf(decidedOn), before: beforeChanges(delivery.commitment, changes) },
    ],
  }),
  AdjustmentRejected: (delivery, { adjustment }) => ({ ...delivery, ...withStatus(delivery, adjustment, 'rejected') }),
  AdjustmentPublished: (delivery, { adjustment }) => ({
    ...delivery,
    ...withStatus(delivery, adjustment, 'published'),
  }),
} satisfies EvolveRows;
