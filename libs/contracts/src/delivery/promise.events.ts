import { defineEvent } from '../define-event';
import { Adoption as FirstAdoption, Commitment as FirstCommitment } from '../first-shapes/commitment';
import { CommitmentBeforeNet } from '../first-shapes/commitment-before-net';
import * as First from '../first-shapes/delivery';
import { rulesBeforeDistricts, withRulesAsToday } from '../first-shapes/read-as-today';
import { RulesBeforeDistricts } from '../first-shapes/rules-before-districts';
import * as Before from '../first-shapes/stored-promise';
import { ProjectId } from '../ids';
import * as Commands from './promise.commands';

const of = { projectId: ProjectId };

export const promiseEvents = [
  defineEvent('DeliveryStarted', FirstAdoption.extend({ commitment: FirstCommitment }).extend(of))
    .evolved(
      Commands.StartDelivery.schema.extend({ ...of, commitment: CommitmentBeforeNet, rules: RulesBeforeDistricts }),
      ({ rules, ...rest }) => ({
        ...rest,
        rules: rulesBeforeDistricts(rules),
      }),
    )
    .evolved(Commands.StartDelivery.schema.extend(of), withRulesAsToday),
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
  /** Names and phones of the department's officers are destroyed, of the present one and of those before. */
  defineEvent('LiaisonErased', Commands.EraseLiaison.schema.extend(of)),
] as const;
