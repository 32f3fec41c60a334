// Types that need each other. [no-circles]
import type { Second } from './second';
export interface First {
  readonly second?: Second;
}
