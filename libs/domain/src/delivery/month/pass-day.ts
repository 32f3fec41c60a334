import type { DecideRows } from '../delivery.tables';
import { overridesFallenDue } from '../lights/overrides';
import { hasEnded } from '../promise/status';
import { issuesFallenDue } from '../supervision/issues';
import { ordersFallenDue } from '../supervision/orders';
import { periodsFallenDue } from './periods';
import { lightsFallenDue } from './recomputation';

/**
 * Records what has fallen due by today, so that a clock that stood still for days catches up in one step. A delivery
 * that has ended owes nothing by time any more; lights set by hand run out all the same. No part looks at what another
 * records here: all may decide on the same state.
 */
export const decidePassDay = {
  PassDay: (delivery, _, context) => [
    ...periodsFallenDue(delivery, context),
    ...(hasEnded(delivery)
      ? []
      : [
          ...lightsFallenDue(delivery, context),
          ...ordersFallenDue(delivery, context),
          ...issuesFallenDue(delivery, context),
        ]),
    ...overridesFallenDue(delivery, context),
  ],
} satisfies DecideRows;
