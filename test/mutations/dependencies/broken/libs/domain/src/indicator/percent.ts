// Arithmetic that looks into a feature. [indicator-alone]
import type { Delivery } from '../delivery/delivery.state';
export type Percent = Delivery;
