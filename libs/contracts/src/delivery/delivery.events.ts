import type { EventFrom } from '../define-event';
import { changeEvents } from './change.events';
import { commitmentEvents } from './commitment.events';
import { completionEvents } from './completion.events';
import { reportingEvents } from './reporting.events';
import { supervisionEvents } from './supervision.events';

export type CommitmentEvent = EventFrom<(typeof commitmentEvents)[number]>;
export type ReportingEvent = EventFrom<(typeof reportingEvents)[number]>;
export type SupervisionEvent = EventFrom<(typeof supervisionEvents)[number]>;
export type ChangeEvent = EventFrom<(typeof changeEvents)[number]>;
export type CompletionEvent = EventFrom<(typeof completionEvents)[number]>;

/** What happens to a project between adoption and closing, on one stream. */
export type DeliveryEvent = CommitmentEvent | ReportingEvent | SupervisionEvent | ChangeEvent | CompletionEvent;
export const deliveryEvents = [
  ...commitmentEvents,
  ...reportingEvents,
  ...supervisionEvents,
  ...changeEvents,
  ...completionEvents,
] as const;
