import { defineEvent } from '../define-event';
import { Adoption as FirstAdoption, Commitment as FirstCommitment } from '../first-shapes/commitment';
import { CommitmentBeforeNet } from '../first-shapes/commitment-before-net';
import * as First from '../first-shapes/delivery';
import { rulesAsToday } from '../first-shapes/read-as-today';
import { ProjectId } from '../ids';
import * as Commands from './promise.commands';

const of = { projectId: ProjectId };

export const promiseEvents = [
  defineEvent('DeliveryStarted', FirstAdoption.extend({ commitment: FirstCommitment }).extend(of))
    .evolved(
      Commands.StartDelivery.schema.extend({ ...of, commitment: CommitmentBeforeNet }),
      ({ rules, ...rest }) => ({ ...rest, rules: rulesAsToday(rules) }),
    )
    .evolved(Commands.StartDelivery.schema.extend(of), (second) => second),
  defineEvent('TargetsBrokenDown', First.TargetsBrokenDown).evolved(
    Commands.BreakDownTargets.schema.extend(of),
    ({ indicators, ...rest }) => ({
      ...rest,
      indicators: indicators.map((indicator) => ({
        ...indicator,
        ...(indicator.steps && { stepsAre: 'cumulative' as const }),
      })),
    }),
  ),
  defineEvent('InvestmentPlanned', Commands.PlanInvestment.schema.extend(of)),
  defineEvent('LiaisonAppointed', Commands.RecordLiaison.schema.extend(of)),
] as const;
