import { overridesFallenDue } from '../lights/overrides';
import type { FallenDue } from '../part';
import { hasEnded } from '../who';
import { issuesFallenDue } from './issues';
import { ordersFallenDue } from './orders';

/**
 * Orders and decisions whose day has passed: a delivery that has ended owes nothing by time any more. Lights set by
 * hand run out all the same.
 */
export const supervisionFallenDue: FallenDue = (delivery, context) => [
  ...(hasEnded(delivery) ? [] : [...ordersFallenDue(delivery, context), ...issuesFallenDue(delivery, context)]),
  ...overridesFallenDue(delivery, context),
];
