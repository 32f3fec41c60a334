import type { Light } from './light';
export interface Report {
  readonly shown?: Light;
}
