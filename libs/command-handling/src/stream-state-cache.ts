/** What a stream amounted to when it was last looked at. */
export interface StreamState {
  readonly state: unknown;
  /** Number of events. */ readonly version: number;
  readonly position: bigint;
}

/**
 * The streams seen lately, so that a command is decided without reading. Never an answer by itself: what is decided
 * here is only taken by the log at exactly this version, and what would be refused is first decided on what the log
 * holds.
 */
export class StreamStateCache {
  private readonly streams = new Map<string, StreamState>();

  constructor(private readonly most = 500) {}

  get(stream: string): StreamState | undefined {
    return this.streams.get(stream);
  }

  /**
   * After a conflict the stream is read from its beginning: should the log be another than it was, nothing of the old
   * one stays.
   */
  forget(stream: string): void {
    this.streams.delete(stream);
  }

  /** Keeps the newest picture; the one looked at longest ago makes room. */
  keep(stream: string, known: StreamState): void {
    const before = this.streams.get(stream);
    if (before && before.version > known.version) return;
    this.streams.delete(stream);
    this.streams.set(stream, known);
    if (this.streams.size > this.most) this.streams.delete(this.streams.keys().next().value!);
  }
}
