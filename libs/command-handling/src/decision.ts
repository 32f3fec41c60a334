import type { Category } from '@minsheng/contracts';
import type { deciders, Decider } from '@minsheng/domain';

/** Category by category: of all of them together it would be everything at once. */
type Decided<C extends Category> = C extends Category
  ? (typeof deciders)[C] extends Decider<infer Id, infer State, infer Command, infer Event>
    ? { readonly id: Id; readonly state: State; readonly command: Command; readonly event: Event }
    : never
  : never;
export type CommandIn<C extends Category> = Decided<C>['command'];
export type StateIn<C extends Category> = Decided<C>['state'];
