import type { DeliveryCommand } from './delivery/delivery.commands';
import type { EvaluationCommand, RatingCommand } from './evaluation/evaluation.commands';
import type { MeetingCommand } from './meeting/meeting.commands';
import type { CalendarCommand, FunctionalZoneCommand } from './register/register.commands';
import type { AnnualListCommand, CandidateCommand } from './selection/selection.commands';
import type { SitesCommand } from './sites/sites.commands';
import type { SuggestionCommand } from './suggestion/suggestion.commands';

/** Every command there is. */
export type LedgerCommand =
  | SuggestionCommand
  | CandidateCommand
  | AnnualListCommand
  | DeliveryCommand
  | SitesCommand
  | MeetingCommand
  | EvaluationCommand
  | RatingCommand
  | CalendarCommand
  | FunctionalZoneCommand;

/** The command of this type. */
export type CommandOf<T extends LedgerCommand['type']> = Extract<LedgerCommand, { readonly type: T }>;
/** What a command of this type asks for. */
export type CommandData<T extends LedgerCommand['type']> = CommandOf<T>['data'];
