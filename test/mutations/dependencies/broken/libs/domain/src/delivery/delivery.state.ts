// State that needs logic. [delivery-state-types]
import type { Light } from './lights/light';
export type Delivery = { readonly light: Light };
