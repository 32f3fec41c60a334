import { z } from 'zod';
import { defineEvent } from '../define-event';
import * as Before from '../first-shapes/stored-promise';
import { DepartmentName, ProjectId } from '../ids';
import { BodyKind } from '../rules';
import { On } from '../values';
import * as Commands from './change.commands';

const of = { projectId: ProjectId };
/** Decisions of before the kind of body was asked have none. */
const bodyKind = { bodyKind: BodyKind.optional() };

const applied = Commands.ApplyForAdjustment.schema.extend({
  ...of,
  adjustment: z.number().int().min(1),
  department: DepartmentName,
  before: z.array(z.string().nullable()),
});
const checked = Commands.CheckAdjustment.schema.extend(of);

export const changeEvents = [
  /** `before` is what stands today, in the order of the changes: the application shows old beside new. */
  defineEvent('AdjustmentApplied', Before.AdjustmentApplied)
    .evolved(applied, (before) => before)
    .evolved(applied.extend({ appliedOn: On.optional() }), (before) => before),
  defineEvent('AdjustmentChecked', checked).evolved(checked.extend({ checkedOn: On.optional() }), (before) => before),
  /** From here on the changed promise is in force; the original stays in the events before it. */
  defineEvent('AdjustmentApproved', Before.AdjustmentApproved).evolved(
    Commands.DecideAdjustment.schema
      .omit({ approved: true })
      .extend({ ...of, ...bodyKind, changes: z.array(Commands.Change), decidedOn: On }),
    (before) => before,
  ),
  defineEvent(
    'AdjustmentRejected',
    Commands.DecideAdjustment.schema.omit({ approved: true, bodyKind: true }).extend(of),
  ).evolved(
    Commands.DecideAdjustment.schema.omit({ approved: true }).extend({ ...of, ...bodyKind }),
    (before) => before,
  ),
  defineEvent('AdjustmentPublished', Commands.PublishAdjustment.schema.extend(of)),
] as const;
