import { deliveryEvents, type DeliveryEvent } from './delivery/delivery.events';
import { evaluationEvents, ratingEvents, type EvaluationEvent, type RatingEvent } from './evaluation/evaluation.events';
import { EventCatalogue } from './event-catalogue';
import { meetingEvents, type MeetingEvent } from './meeting/meeting.events';
import {
  calendarEvents,
  functionalZoneEvents,
  type CalendarEvent,
  type FunctionalZoneEvent,
} from './register/register.events';
import {
  annualListEvents,
  candidateEvents,
  type AnnualListEvent,
  type CandidateEvent,
} from './selection/selection.events';
import { sitesEvents, type SitesEvent } from './sites/sites.events';
import { suggestionEvents, type SuggestionEvent } from './suggestion/suggestion.events';

/** Every event there is. */
export type LedgerEvent =
  | SuggestionEvent
  | CandidateEvent
  | AnnualListEvent
  | DeliveryEvent
  | SitesEvent
  | MeetingEvent
  | EvaluationEvent
  | RatingEvent
  | CalendarEvent
  | FunctionalZoneEvent;

/** What an event of this type holds. */
export type EventData<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>['data'];

/** The categories of streams and the catalogue of each: `suggestion-511400-2019-…` and so on. */
export const eventsByCategory = {
  suggestion: new EventCatalogue<SuggestionEvent>(suggestionEvents),
  candidate: new EventCatalogue<CandidateEvent>(candidateEvents),
  'annual-list': new EventCatalogue<AnnualListEvent>(annualListEvents),
  delivery: new EventCatalogue<DeliveryEvent>(deliveryEvents),
  sites: new EventCatalogue<SitesEvent>(sitesEvents),
  meeting: new EventCatalogue<MeetingEvent>(meetingEvents),
  evaluation: new EventCatalogue<EvaluationEvent>(evaluationEvents),
  rating: new EventCatalogue<RatingEvent>(ratingEvents),
  calendar: new EventCatalogue<CalendarEvent>(calendarEvents),
  'functional-zone': new EventCatalogue<FunctionalZoneEvent>(functionalZoneEvents),
} as const;
export type Category = keyof typeof eventsByCategory;

export const ledgerEvents = new EventCatalogue<LedgerEvent>([
  ...suggestionEvents,
  ...candidateEvents,
  ...annualListEvents,
  ...deliveryEvents,
  ...sitesEvents,
  ...meetingEvents,
  ...evaluationEvents,
  ...ratingEvents,
  ...calendarEvents,
  ...functionalZoneEvents,
]);
