import type { DeliveryEvent } from '@minsheng/contracts';
import { evolve, type StartedDelivery } from './delivery.state';
import type { Decides, FallenDue } from './part';
import { reportingFallenDue } from './reporting/periods';
import { supervisionFallenDue } from './supervision/fallen-due';

const parts: readonly FallenDue[] = [reportingFallenDue, supervisionFallenDue];

/**
 * Records what has fallen due by today in every part, one upon the other: a clock that stood still for days catches up
 * in one step.
 */
const passDay: FallenDue = (delivery, context) => {
  const events: DeliveryEvent[] = [];
  let now: StartedDelivery = delivery;
  for (const fallenDue of parts) {
    const due = fallenDue(now, context);
    events.push(...due);
    now = due.reduce(evolve, now) as StartedDelivery;
  }
  return events;
};

export const passDayDecides: Decides<'PassDay'> = { PassDay: (delivery, _, context) => passDay(delivery, context) };
