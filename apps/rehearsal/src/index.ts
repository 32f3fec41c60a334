/** What other clients of the api, such as the tests, take from the rehearsal. */
export { Api, type Receipt, type Refused, type Sent } from './client/api';
export { People } from './client/people';
export { Slots } from './client/slots';
export { readListFile } from './list/read-list-file';
export { sampleList } from './list/sample-lists';
export { openYear } from './open-year';
export { persons } from './plan/persons';
export { between, oneOf, randomFor, type Random } from './plan/random';
export { planYear } from './plan/year-plan';
export { padded } from './result/width';
export { runYear } from './run-year';
export { interruptible, INTERRUPTED } from './signals';
export type { Year } from './stages/year';
