// What specs need may come from anywhere.
import type { Light } from '../lights/light';
export type Seen = Light;
