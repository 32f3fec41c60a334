import type { CommandKey, Expected, NewEvent } from '../../event-store';

/** One append on its way to the log. */
export interface AppendRequest {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
  readonly bytes: number;
  readonly command?: CommandKey;
  /**
   * A key of our own for a member of a group without a command key, and for an append that has none and does not say
   * where in its stream it belongs. Without it a batch that is sent again, because its answer was lost, could append
   * such events a second time: even later, when the lost call was only waiting for the lock. Any other append is
   * recognised by its command key, or by its event ids at the expected place.
   */
  readonly retryKey?: string;
}
