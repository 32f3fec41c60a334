import { z } from 'zod';
import { defineEvent } from '../define-event';
import * as First from '../first-shapes/delivery';
import { withRulesAsToday } from '../first-shapes/read-as-today';
import { RulesBeforeDistricts } from '../first-shapes/rules-before-districts';
import { DepartmentName, Month, ProjectId } from '../ids';
import { EscalationStep, orderLevels } from '../rules';
import { On, provisionalDay } from '../values';
import * as Commands from './supervision.commands';

const of = { projectId: ProjectId };
const order = { order: z.number().int().min(1) };
const issue = { issue: z.number().int().min(1) };
const level = z.enum(orderLevels);
/** The meeting's agenda where a meeting decided. */
const heard = { agendaItem: Commands.AgendaItem.optional() };

/** Another rule set in the middle of the year. */
export const ruleEvents = [
  defineEvent('RulesChanged', Commands.ChangeRules.schema.extend({ ...of, rules: RulesBeforeDistricts })).evolved(
    Commands.ChangeRules.schema.extend(of),
    withRulesAsToday,
  ),
] as const;

/** A light set by hand. */
export const overrideEvents = [
  defineEvent('LightOverridden', Commands.OverrideLight.schema.extend(of)),
  defineEvent(
    'OverrideEnded',
    z.strictObject({ ...of, period: Month, reason: Commands.WithdrawOverride.schema.shape.reason }),
  ),
] as const;

/** Measures against a department, from a reminder to listed supervision. */
export const measureEvents = [
  /** An instrument that the rule calls for, with the months that led to it; whether it was taken is `MeasureTaken`. */
  defineEvent(
    'EscalationReached',
    z.strictObject({
      ...of,
      period: Month,
      department: DepartmentName,
      step: EscalationStep,
      months: z.array(Month).min(1),
    }),
  ),
  defineEvent('MeasureTaken', Commands.TakeMeasure.schema.extend({ ...of, on: On })),
  defineEvent('Delisted', Commands.Delist.schema.extend(of)),
] as const;

const orderIssued = Commands.IssueOrder.schema.extend({ ...of, ...order, dueOn: On });
const orderEscalated = Commands.EscalateOrder.schema.extend({ ...of, department: DepartmentName, level, dueOn: On });

/** Supervision orders. */
export const orderEvents = [
  defineEvent('OrderIssued', First.OrderIssued)
    .evolved(orderIssued, (first) => ({ ...first, level: 'yellow' as const }))
    .evolved(orderIssued.extend(provisionalDay), (second) => second),
  defineEvent('OrderReceived', z.strictObject({ ...of, ...order, department: DepartmentName, on: On })),
  defineEvent('OrderAnswered', Commands.AnswerOrder.schema.extend({ ...of, department: DepartmentName })),
  defineEvent('OrderOverdue', z.strictObject({ ...of, ...order, department: DepartmentName, dueOn: On })),
  defineEvent('OrderEscalated', orderEscalated).evolved(orderEscalated.extend(provisionalDay), (first) => first),
  defineEvent('OrderClosed', Commands.CloseOrder.schema.extend(of)),
  /** The light that it pressed on was published by mistake: its department owes nothing by it. */
  defineEvent(
    'OrderWithdrawn',
    z.strictObject({ ...of, ...order, department: DepartmentName, reason: Commands.EscalateOrder.schema.shape.reason }),
  ),
] as const;

/** Issues that a department takes to the joint conference. */
export const issueEvents = [
  defineEvent(
    'IssueRaised',
    Commands.RaiseIssue.schema.extend({ ...of, issue: z.number().int(), department: DepartmentName }),
  )
    .evolved(
      /** `department`: whose matter it is, also where the commission raised it. */
      Commands.RaiseIssue.schema.extend({
        ...of,
        issue: z.number().int(),
        department: DepartmentName,
        raisedBy: z.literal('commission').optional(),
      }),
      (first) => first,
    )
    /** `raisedOn`: before it no meeting can have decided the issue. */
    .evolved(
      Commands.RaiseIssue.schema.extend({
        ...of,
        issue: z.number().int(),
        department: DepartmentName,
        raisedBy: z.literal('commission').optional(),
        raisedOn: On.optional(),
      }),
      (second) => second,
    ),
  /** A meeting decided an issue that another had decided, or whose project has ended. */
  defineEvent('IssueDecisionDeclined', z.strictObject({ ...of, ...issue, decision: Commands.Declined })),
  defineEvent('IssueDecided', First.IssueDecided).evolved(
    Commands.DecideIssue.schema.extend({ ...of, ...heard }),
    (first) => first,
  ),
  defineEvent('IssueOverdue', z.strictObject({ ...of, ...issue, owner: DepartmentName, dueOn: On })),
  defineEvent('IssueResolved', First.IssueResolved).evolved(
    Commands.ResolveIssue.schema.extend({ ...of, ...heard }),
    (first) => first,
  ),
  defineEvent('IssueReopened', Commands.ReopenIssue.schema.extend({ ...of, ...heard })),
] as const;

export const supervisionEvents = [
  ...ruleEvents,
  ...overrideEvents,
  ...measureEvents,
  ...orderEvents,
  ...issueEvents,
] as const;
