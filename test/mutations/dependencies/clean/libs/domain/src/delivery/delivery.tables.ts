import type { Decider } from '../decider';
import type { Delivery } from './delivery.state';
export type Table = readonly [Decider, Delivery];
