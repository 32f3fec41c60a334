import type { Percent } from '../../indicator/percent';
import type { Delivery } from '../delivery.state';
export type Report = readonly [Percent, Delivery];
