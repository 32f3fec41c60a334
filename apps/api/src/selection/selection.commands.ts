import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { selectionRoutes, type AnnualListCommand, type CandidateCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

const DecidesAnnualList = decidesOn('annual-list');

/** Addressed to the list; the handler gives the candidate its id. */
export class ProposeCandidate extends addressedTo(selectionRoutes.ProposeCandidate) {}
/** Looks at the candidates' streams; see `put-to-decision.handler.ts`. */
export class PutToDecision extends addressedTo(selectionRoutes.PutToDecision) {}

/** Looks at the list's stream; see `shelve-candidate.handler.ts`. */
export class ShelveCandidate extends addressedTo(selectionRoutes.ShelveCandidate) {}

/** Only where the region exists; see `open-annual-list.handler.ts`. */
export class OpenAnnualList extends addressedTo(selectionRoutes.OpenAnnualList) {}
export class AdoptRules extends addressedTo(selectionRoutes.AdoptRules) {}
@CommandHandler(AdoptRules)
export class AdoptRulesHandler extends DecidesAnnualList {}
export class AmendRules extends addressedTo(selectionRoutes.AmendRules) {}
@CommandHandler(AmendRules)
export class AmendRulesHandler extends DecidesAnnualList {}
/** Looks at the candidates' streams; see `decide-on-candidates.handler.ts`. */
export class RecordBallot extends addressedTo(selectionRoutes.RecordBallot) {}
/** The same. */
export class DecideByGovernment extends addressedTo(selectionRoutes.DecideByGovernment) {}
export class CorrectBallot extends addressedTo(selectionRoutes.CorrectBallot) {}
@CommandHandler(CorrectBallot)
export class CorrectBallotHandler extends DecidesAnnualList {}
export class RecordSecondBallot extends addressedTo(selectionRoutes.RecordSecondBallot) {}
@CommandHandler(RecordSecondBallot)
export class RecordSecondBallotHandler extends DecidesAnnualList {}
export class LeaveSeatsEmpty extends addressedTo(selectionRoutes.LeaveSeatsEmpty) {}
@CommandHandler(LeaveSeatsEmpty)
export class LeaveSeatsEmptyHandler extends DecidesAnnualList {}
export class SetCollectionPeriod extends addressedTo(selectionRoutes.SetCollectionPeriod) {}
@CommandHandler(SetCollectionPeriod)
export class SetCollectionPeriodHandler extends DecidesAnnualList {}
export class ResolveTie extends addressedTo(selectionRoutes.ResolveTie) {}
@CommandHandler(ResolveTie)
export class ResolveTieHandler extends DecidesAnnualList {}
/** Looks at the candidates' streams; see `adopt-annual-list.handler.ts`. */
export class AdoptAnnualList extends addressedTo(selectionRoutes.AdoptAnnualList) {}

/** Sent by a handler of its own, or by a policy; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  | 'OpenAnnualList'
  | 'ProposeCandidate'
  | 'ShelveCandidate'
  | 'PutToDecision'
  | 'RecordBallot'
  | 'DecideByGovernment'
  | 'AdoptAnnualList'
  | 'AdoptCandidate'
  | 'PassOverCandidate'
  | 'CountSittingBallot';
export const selectionCommandHandlers = {
  AdoptRules: AdoptRulesHandler,
  AmendRules: AmendRulesHandler,
  CorrectBallot: CorrectBallotHandler,
  RecordSecondBallot: RecordSecondBallotHandler,
  LeaveSeatsEmpty: LeaveSeatsEmptyHandler,
  SetCollectionPeriod: SetCollectionPeriodHandler,
  ResolveTie: ResolveTieHandler,
} satisfies Record<Exclude<(AnnualListCommand | CandidateCommand)['type'], ElsewhereHandled>, Type<ICommandHandler>>;
