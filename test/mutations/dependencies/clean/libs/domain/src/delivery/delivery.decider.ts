import type { Light } from './lights/light';
export type Decided = Light;
