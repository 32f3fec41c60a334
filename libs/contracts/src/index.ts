export * from './canonical-json';
export * from './command-register';
export * from './commitment';
export * from './define-command';
export * from './define-event';
export * from './define-route';
export * from './event-catalogue';
export * from './event-register';
export * from './ids';
export * from './metadata';
export * from './names';
export * from './references';
export * from './route-register';
export * from './rules';
export * from './values';
export * as SuggestionCommands from './suggestion/suggestion.commands';
export * as SelectionCommands from './selection/selection.commands';
export * as DeliveryCommands from './delivery/delivery.commands';
export * as SitesCommands from './sites/sites.commands';
export * as MeetingCommands from './meeting/meeting.commands';
export * as RegisterCommands from './register/register.commands';
export * as EvaluationCommands from './evaluation/evaluation.commands';
export { suggestionRoutes } from './suggestion/suggestion.routes';
export { selectionRoutes } from './selection/selection.routes';
export { deliveryRoutes } from './delivery/delivery.routes';
export { sitesRoutes } from './sites/sites.routes';
export { meetingRoutes } from './meeting/meeting.routes';
export { evaluationRoutes } from './evaluation/evaluation.routes';
export { registerRoutes } from './register/register.routes';
export { operationRoutes } from './operation.routes';
export * as SuggestionViews from './suggestion/suggestion.views';
export * as SelectionViews from './selection/selection.views';
export * as DeliveryViews from './delivery/delivery.views';
export * as SitesViews from './sites/sites.views';
export * as EvaluationViews from './evaluation/evaluation.views';
export * as RegisterViews from './register/register.views';
export type { Contact, SuggestionCommand } from './suggestion/suggestion.commands';
export type { AnnualListCommand, CandidateCommand } from './selection/selection.commands';
export type { Change, DeliveryCommand, Money, ReportLine } from './delivery/delivery.commands';
export type { MeetingCommand } from './meeting/meeting.commands';
export { siteStates, type SitesCommand, type SiteState } from './sites/sites.commands';
export {
  ratingWords,
  type EvaluationCommand,
  type LevelCounts,
  type RatingCommand,
} from './evaluation/evaluation.commands';
export type { SuggestionEvent } from './suggestion/suggestion.events';
export type { AnnualListEvent, CandidateEvent } from './selection/selection.events';
export type { DeliveryEvent } from './delivery/delivery.events';
export { changeEvents } from './delivery/change.events';
export { promiseEvents } from './delivery/promise.events';
export { completionEvents } from './delivery/completion.events';
export { lightEvents, monthlyEvents, periodEvents, reportEvents } from './delivery/reports.events';
export {
  issueEvents,
  measureEvents,
  orderEvents,
  overrideEvents,
  ruleEvents,
  supervisionEvents,
} from './delivery/supervision.events';
export type { Closing, Forced } from './delivery/closing';
export {
  colours,
  measuredColours,
  type Colour,
  type Light,
  type Override,
  type SideLight,
  type Standing,
} from './delivery/light';
export type { MeetingEvent } from './meeting/meeting.events';
export type { SitesEvent } from './sites/sites.events';
export type { CalendarCommand, FunctionalZoneCommand } from './register/register.commands';
export type { CalendarEvent, FunctionalZoneEvent } from './register/register.events';
export { evaluationEvents, ratingEvents, type EvaluationEvent, type RatingEvent } from './evaluation/evaluation.events';
