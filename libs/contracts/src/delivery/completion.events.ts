import { z } from 'zod';
import { defineEvent } from '../define-event';
import * as First from '../first-shapes/delivery';
import { rulesBeforeDistricts, withRulesAsToday } from '../first-shapes/read-as-today';
import { RulesBeforeDistricts } from '../first-shapes/rules-before-districts';
import { DepartmentName, ProjectId } from '../ids';
import { Rules } from '../rules';
import { On, Title } from '../values';
import * as Commands from './completion.commands';

const of = { projectId: ProjectId };
/** The day a delivery ended: from its month on nobody expects a report. */
const ended = { endedOn: On };
const atLevel = { level: Title.optional() };

const Reopened = Commands.LookBack.schema.omit({ holds: true }).extend({ ...of, reopenedOn: On });
const accepted = <R extends z.ZodType>(rules: R) =>
  Commands.InspectProject.schema.extend({
    ...of,
    ...atLevel,
    acceptedOn: On,
    rulesVersion: z.number().int(),
    rules,
    leads: z.array(DepartmentName),
  });

export const completionEvents = [
  defineEvent('CompletionClaimed', First.CompletionClaimed).evolved(
    Commands.ClaimCompletion.schema.extend({ ...of, ...ended, department: DepartmentName }),
    (first) => first,
  ),
  defineEvent('NotMetRecorded', Commands.RecordNotMet.schema.extend({ ...of, ...ended })),
  /** A level below the last one. */
  defineEvent('AcceptanceLevelPassed', Commands.InspectProject.schema.extend({ ...of, level: Title })),
  defineEvent('AcceptancePassed', First.AcceptancePassed)
    .evolved(accepted(RulesBeforeDistricts), ({ rules, ...rest }) => ({ ...rest, rules: rulesBeforeDistricts(rules) }))
    .evolved(accepted(Rules), withRulesAsToday),
  defineEvent('AcceptanceFailed', First.AcceptanceFailed).evolved(
    Commands.InspectProject.schema.extend({ ...of, ...atLevel }),
    (first) => first,
  ),
  defineEvent('ProjectClosed', Commands.CloseProject.schema.extend({ ...of, outcome: z.enum(['met', 'not met']) })),
  defineEvent('LookedBack', Commands.LookBack.schema.omit({ holds: true }).extend(of)),
  /** Under way again: from the month of this day on reports are expected anew. */
  defineEvent('ProjectReopened', Reopened).evolved(
    Reopened.extend({ /** Whether the next acceptance opens a new round of evaluation. */ evaluateAgain: z.boolean() }),
    (first) => ({ ...first, evaluateAgain: false }), // before v2 the first evaluation stood
  ),
] as const;
