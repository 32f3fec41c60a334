// One half of a circle. [circles]
import type { Report } from './report';
export interface Light {
  readonly of?: Report;
}
