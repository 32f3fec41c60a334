// A folder that is no layer. [delivery-layers]
import type { Decider } from '../../decider';
export type Extra = Decider;
