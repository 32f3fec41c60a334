// A report that looks at the lights, which come after it. [delivery-layers]
import type { Light } from '../lights/light';
export type Report = { readonly light: Light };
