import type { changeEvents } from '@minsheng/contracts';
import { changedCommitment, changedDistricts, endingOf, leadsOf } from '@minsheng/domain';
import type { EventPosition } from '../projection';
import { byDelivery, numbered, without, type ChangesBy } from './project.changes';
import type { AdjustmentView, ProjectRow } from './project.entity';

type Row = ProjectRow | undefined;

const adjustment = (
  row: Row,
  number: number,
  context: EventPosition,
  change: Partial<AdjustmentView>,
  effect: Partial<ProjectRow> = {},
): Row => byDelivery(row, context, row && { ...effect, adjustments: numbered(row.adjustments, number, () => change) });

export const adjustmentChanges: ChangesBy<typeof changeEvents> = {
  AdjustmentApplied: (row, data, context) =>
    byDelivery(row, context, row && { adjustments: [...row.adjustments, { ...without(data), status: 'applied' }] }),
  AdjustmentChecked: (row, { adjustment: number, supported, opinion }, context) =>
    adjustment(row, number, context, { status: 'checked', check: { supported, opinion } }),
  AdjustmentApproved: (row, { adjustment: number, changes, body, heldOn, documentNo }, context) => {
    if (!row) return row;
    const commitment = changedCommitment(row.commitment, changes);
    return adjustment(
      row,
      number,
      context,
      { status: 'approved', decision: { body, heldOn, documentNo } },
      {
        original: row.original ?? row.commitment,
        title: commitment.title,
        commitment,
        targets: changedDistricts(row.targets, changes),
        leads: leadsOf(commitment.indicators),
        ...endingOf(changes),
      },
    );
  },
  AdjustmentRejected: (row, { adjustment: number, body, heldOn, documentNo }, context) =>
    adjustment(row, number, context, { status: 'rejected', decision: { body, heldOn, documentNo } }),
  AdjustmentPublished: (row, { adjustment: number, noticeNo }, context) =>
    adjustment(row, number, context, { status: 'published', noticeNo }),
};
