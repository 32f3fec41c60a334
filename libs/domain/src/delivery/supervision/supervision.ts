import type { SupervisionEvent } from '@minsheng/contracts';
import type { Decides, Evolves } from '../part';
import { issueDecides, issueEvolves, noIssues, type IssueRefusal, type IssuesState } from './issues';
import { measureDecides, measureEvolves, noMeasures, type MeasureRefusal, type MeasuresState } from './measures';
import { noOrders, orderDecides, orderEvolves, type OrderRefusal, type OrdersState } from './orders';
import {
  overrideDecides,
  overrideEvolves,
  noOverrides,
  type OverrideRefusal,
  type OverridesState,
} from '../lights/overrides';

/** Everything that presses a delivery on: lights set by hand, measures, orders, issues. */
export interface SupervisionState extends OverridesState, MeasuresState, OrdersState, IssuesState {}
export const noSupervision: SupervisionState = { ...noOverrides, ...noMeasures, ...noOrders, ...noIssues };
export type SupervisionRefusal = OverrideRefusal | MeasureRefusal | OrderRefusal | IssueRefusal;

export const supervisionDecides: Decides<
  keyof typeof overrideDecides | keyof typeof measureDecides | keyof typeof orderDecides | keyof typeof issueDecides
> = { ...overrideDecides, ...measureDecides, ...orderDecides, ...issueDecides };
export const supervisionEvolves: Evolves<SupervisionEvent['type']> = {
  ...overrideEvolves,
  ...measureEvolves,
  ...orderEvolves,
  ...issueEvolves,
};
