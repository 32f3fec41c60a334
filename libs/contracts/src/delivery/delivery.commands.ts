import type { CommandFrom } from '../define-command';
import type * as Change from './change.commands';
import type * as Commitment from './commitment.commands';
import type * as Completion from './completion.commands';
import type * as Reporting from './reporting.commands';
import type * as Supervision from './supervision.commands';

export * from './change.commands';
export * from './commitment.commands';
export * from './completion.commands';
export * from './reporting.commands';
export * from './supervision.commands';

type Defined<Module> = Extract<Module[keyof Module], { readonly schema: unknown }>;
/** Turned into others by a handler of their own before they reach a delivery. */
type HandledBefore = 'AppointLiaison' | 'CloseProject' | 'SubmitMonth' | 'PassDays';
type Every = CommandFrom<
  | Defined<typeof Commitment>
  | Defined<typeof Reporting>
  | Defined<typeof Supervision>
  | Defined<typeof Change>
  | Defined<typeof Completion>
>;
export type DeliveryCommand = Exclude<Every, { readonly type: HandledBefore }>;
