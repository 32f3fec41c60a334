import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ListId,
  ProjectId,
  SelectionCommands,
  type AnnualListCommand,
  type CandidateCommand,
} from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

const list = { param: 'listId', schema: ListId };
const DecidesAnnualList = decidesOn('annual-list');
const DecidesCandidate = decidesOn('candidate');

/** Only where the region exists; see `open-annual-list.handler.ts`. */
export class OpenAnnualList extends addressedTo(list, SelectionCommands.OpenAnnualList) {}
/** Addressed to the list; the handler gives the candidate its id. */
export class ProposeCandidate extends addressedTo(list, SelectionCommands.ProposeCandidate) {}
/** Looks at the candidates' streams; see `put-to-decision.handler.ts`. */
export class PutToDecision extends addressedTo(list, SelectionCommands.PutToDecision) {}

export class ShelveCandidate extends addressedTo(
  { param: 'projectId', schema: ProjectId },
  SelectionCommands.ShelveCandidate,
) {}
@CommandHandler(ShelveCandidate)
export class ShelveCandidateHandler extends DecidesCandidate {}

export class AdoptRules extends addressedTo(list, SelectionCommands.AdoptRules) {}
@CommandHandler(AdoptRules)
export class AdoptRulesHandler extends DecidesAnnualList {}
export class AmendRules extends addressedTo(list, SelectionCommands.AmendRules) {}
@CommandHandler(AmendRules)
export class AmendRulesHandler extends DecidesAnnualList {}
export class RecordBallot extends addressedTo(list, SelectionCommands.RecordBallot) {}
@CommandHandler(RecordBallot)
export class RecordBallotHandler extends DecidesAnnualList {}
export class ResolveTie extends addressedTo(list, SelectionCommands.ResolveTie) {}
@CommandHandler(ResolveTie)
export class ResolveTieHandler extends DecidesAnnualList {}
export class DecideByGovernment extends addressedTo(list, SelectionCommands.DecideByGovernment) {}
@CommandHandler(DecideByGovernment)
export class DecideByGovernmentHandler extends DecidesAnnualList {}
export class AdoptAnnualList extends addressedTo(list, SelectionCommands.AdoptAnnualList) {}
@CommandHandler(AdoptAnnualList)
export class AdoptAnnualListHandler extends DecidesAnnualList {}

/** Sent by a handler of its own, or by a policy; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  'OpenAnnualList' | 'ProposeCandidate' | 'PutToDecision' | 'AdoptCandidate' | 'PassOverCandidate';
export const selectionCommandHandlers = {
  ShelveCandidate: ShelveCandidateHandler,
  AdoptRules: AdoptRulesHandler,
  AmendRules: AmendRulesHandler,
  RecordBallot: RecordBallotHandler,
  ResolveTie: ResolveTieHandler,
  DecideByGovernment: DecideByGovernmentHandler,
  AdoptAnnualList: AdoptAnnualListHandler,
} satisfies Record<Exclude<(AnnualListCommand | CandidateCommand)['type'], ElsewhereHandled>, Type<ICommandHandler>>;
