import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { suggestionRoutes, type SuggestionCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

const DecidesSuggestion = decidesOn('suggestion');

/** Addressed to the list; the handler gives the suggestion its id and hands the words to the vault. */
export class SubmitSuggestion extends addressedTo(suggestionRoutes.SubmitSuggestion) {}
export class EnterSuggestion extends addressedTo(suggestionRoutes.EnterSuggestion) {}
/** Touches the suggestion it merges into as well; see `merge-suggestion.handler.ts`. */
export class MergeSuggestion extends addressedTo(suggestionRoutes.MergeSuggestion) {}

/** Looks at the list; see `screen-suggestion.handler.ts`. */
export class ScreenSuggestion extends addressedTo(suggestionRoutes.ScreenSuggestion) {}

export class RegisterSuggestion extends addressedTo(suggestionRoutes.RegisterSuggestion) {}
@CommandHandler(RegisterSuggestion)
export class RegisterSuggestionHandler extends DecidesSuggestion {}
export class ReferSuggestion extends addressedTo(suggestionRoutes.ReferSuggestion) {}
@CommandHandler(ReferSuggestion)
export class ReferSuggestionHandler extends DecidesSuggestion {}
export class UnmergeSuggestion extends addressedTo(suggestionRoutes.UnmergeSuggestion) {}
@CommandHandler(UnmergeSuggestion)
export class UnmergeSuggestionHandler extends DecidesSuggestion {}
export class AssignSuggestion extends addressedTo(suggestionRoutes.AssignSuggestion) {}
@CommandHandler(AssignSuggestion)
export class AssignSuggestionHandler extends DecidesSuggestion {}
export class GiveOpinion extends addressedTo(suggestionRoutes.GiveOpinion) {}
@CommandHandler(GiveOpinion)
export class GiveOpinionHandler extends DecidesSuggestion {}
export class AnswerSuggestion extends addressedTo(suggestionRoutes.AnswerSuggestion) {}
@CommandHandler(AnswerSuggestion)
export class AnswerSuggestionHandler extends DecidesSuggestion {}

/** Sent by a handler of its own, or by a policy; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  | 'ReceiveSuggestion'
  | 'EraseSubmitter'
  | 'ScreenSuggestion'
  | 'LinkSuggestionToCandidate'
  | 'TakeMember'
  | 'JoinMain'
  | 'ClaimMember'
  | 'AnswerClaim'
  | 'ConfirmMember'
  | 'ReleaseMember';
export const suggestionCommandHandlers = {
  RegisterSuggestion: RegisterSuggestionHandler,
  ReferSuggestion: ReferSuggestionHandler,
  UnmergeSuggestion: UnmergeSuggestionHandler,
  AssignSuggestion: AssignSuggestionHandler,
  GiveOpinion: GiveOpinionHandler,
  AnswerSuggestion: AnswerSuggestionHandler,
} satisfies Record<Exclude<SuggestionCommand['type'], ElsewhereHandled>, Type<ICommandHandler>>;
