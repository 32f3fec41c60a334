import { defineEvent } from '../define-event';
import { Adoption as FirstAdoption, Commitment as FirstCommitment } from '../first-shapes/commitment';
import * as First from '../first-shapes/delivery';
import * as Before from '../first-shapes/stored-promise';
import { rulesAsToday } from '../first-shapes/read-as-today';
import { ProjectId } from '../ids';
import * as Commands from './promise.commands';

const of = { projectId: ProjectId };

export const promiseEvents = [
  defineEvent('DeliveryStarted', FirstAdoption.extend({ commitment: FirstCommitment }).extend(of)).evolved(
    Commands.StartDelivery.schema.extend(of),
    ({ rules, ...rest }) => ({ ...rest, rules: rulesAsToday(rules) }),
  ),
  defineEvent('TargetsBrokenDown', First.TargetsBrokenDown)
    .evolved(Before.TargetsBrokenDown, ({ indicators, ...rest }) => ({
      ...rest,
      indicators: indicators.map((indicator) => ({
        ...indicator,
        ...(indicator.steps && { stepsAre: 'cumulative' as const }),
      })),
    }))
    // a district that was left out without a word keeps its figures (decision 0031)
    .evolved(Commands.BreakDownTargets.schema.extend(of), (before) => before),
  defineEvent('InvestmentPlanned', Commands.PlanInvestment.schema.extend(of)),
  defineEvent('LiaisonAppointed', Commands.RecordLiaison.schema.extend(of)),
] as const;
