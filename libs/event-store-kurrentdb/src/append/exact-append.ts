import { NO_STREAM } from '@kurrent/kurrentdb-client';
import { withRetry } from '@minsheng/event-store';
import type { Connection } from '../connection';
import type { Sealed } from '../envelope';
import { inOurWords, isOutcomeUnknown, isWrongRevision } from '../failures';
import type { LogReader } from '../log-reader';

/**
 * Appends right behind a revision, all or nothing, and never with a vaguer expectation: only so is a repetition
 * harmless.
 */
export class ExactAppend {
  constructor(
    private readonly connection: Connection,
    private readonly log: LogReader,
    private readonly timeoutMs: number,
  ) {}

  /**
   * Puts the events right behind revision `after` (-1: into an empty stream). While the outcome is unknown the same
   * events are sent with the same expectation. The server may call the second sending of what it has a conflict: what
   * stands there then decides.
   * @returns false when something else stands there, or the stream is not that long
   * @throws StreamDeleted, EventStoreBusy, EventStoreUnavailable; RangeError when the server takes no append of this
   * size
   */
  async at(stream: string, after: number, events: readonly Sealed[]): Promise<boolean> {
    const streamState = after < 0 ? NO_STREAM : BigInt(after);
    const accepted = await withRetry(
      async () => {
        try {
          await this.connection.call((client) =>
            client.appendToStream(this.connection.names.onServer(stream), [...events], {
              streamState,
              requiresLeader: true,
              deadline: this.connection.answerWithinMs,
            }),
          );
          return true;
        } catch (error) {
          if (isWrongRevision(error)) return false;
          throw inOurWords(error, stream);
        }
      },
      isOutcomeUnknown,
      this.timeoutMs,
    );
    return accepted || this.standThere(stream, after, events);
  }

  private async standThere(stream: string, after: number, events: readonly Sealed[]): Promise<boolean> {
    const there = await this.log.readRaw(stream, after + 1, events.length);
    return events.every(({ id }, n) => there[n]?.event?.id === id);
  }
}
