/**
 * A stream has an event that this build cannot decode (unknown type or version, data of another shape): nothing is
 * decided on it, and nothing written to it, until a build that can decode it runs, or the event is repaired. `cause` is
 * the decoder's error.
 */
export class StreamUnreadable extends Error {
  override readonly name = 'StreamUnreadable';

  constructor(
    readonly stream: string,
    readonly position: bigint,
    cause: unknown,
  ) {
    super(`The event at position ${position} cannot be decoded`, { cause });
  }
}
