import type { CommandFrom } from '../define-command';
import type * as Change from './change.commands';
import type * as Promised from './promise.commands';
import type * as Completion from './completion.commands';
import type * as Reports from './reports.commands';
import type * as Supervision from './supervision.commands';

export * from './change.commands';
export * from './promise.commands';
export * from './completion.commands';
export * from './reports.commands';
export * from './supervision.commands';

type Defined<Module> = Extract<Module[keyof Module], { readonly schema: unknown }>;
/** Turned into others by a handler of their own before they reach a delivery. */
type HandledBefore = 'AppointLiaison' | 'CloseProject' | 'SubmitMonth' | 'PassDays';
type Every = CommandFrom<
  | Defined<typeof Promised>
  | Defined<typeof Reports>
  | Defined<typeof Supervision>
  | Defined<typeof Change>
  | Defined<typeof Completion>
>;
export type DeliveryCommand = Exclude<Every, { readonly type: HandledBefore }>;
