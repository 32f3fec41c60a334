import type { EventFrom } from '../define-event';
import { changeEvents } from './change.events';
import { completionEvents } from './completion.events';
import { promiseEvents } from './promise.events';
import { monthlyEvents } from './reports.events';
import { supervisionEvents } from './supervision.events';

export const deliveryEvents = [
  ...promiseEvents,
  ...monthlyEvents,
  ...supervisionEvents,
  ...changeEvents,
  ...completionEvents,
] as const;
/** What happens to a project between adoption and closing, on one stream. */
export type DeliveryEvent = EventFrom<(typeof deliveryEvents)[number]>;
