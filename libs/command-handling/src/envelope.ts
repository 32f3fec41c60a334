import type { Actor } from '@minsheng/contracts';

/** Who sends a command, when, and under which key: what travels around it. */
export interface Envelope {
  readonly actor: Actor;
  /** Business date in Asia/Shanghai. */
  readonly on: string;
  /** UUID of this command: made from the sender and their idempotency key, or from the event that caused it. */
  readonly commandId: string;
  /** Hash of the request; the same command id with another one is refused. */
  readonly fingerprint: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** From If-Match: the stream version the client saw. Without it a conflict is decided again. */
  readonly expectedVersion?: number;
}

/** What a command answers: which stream, how many events it now has, and the position to wait for when reading. */
export interface Receipt {
  readonly id: string;
  readonly streamVersion: number;
  readonly position: string;
}

/** The client's If-Match is not the stream's version any more. */
export class StaleVersion extends Error {
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`The stream is at version ${actual}, not ${expected}`);
  }
}
