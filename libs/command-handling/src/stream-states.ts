import type { Category } from '@minsheng/contracts';
import type { EventStore } from '@minsheng/event-store';
import { initialState, replay } from './decision';
import { SingleFlight } from './single-flight';
import { StreamStateCache, type StreamState } from './stream-state-cache';

export const streamOf = (category: Category, id: string): string => `${category}-${id}`;

/** States of streams: read from the log, and remembered so that the next command is decided without reading. */
export class StreamStates {
  private readonly cache = new StreamStateCache();
  private readonly reads = new SingleFlight<StreamState>();

  constructor(private readonly store: Pick<EventStore, 'read'>) {}

  /** The state when it was last seen; of a stream never seen, the one without events. It may be out of date. */
  remembered(category: Category, id: string): StreamState {
    return this.cache.get(streamOf(category, id)) ?? withoutEvents(category);
  }

  /** The state the log holds now. @throws StreamUnreadable, EventStoreUnavailable */
  load(category: Category, id: string): Promise<StreamState> {
    return this.reads.ask(streamOf(category, id), () => this.read(category, id));
  }

  /** The same, read from the first event: after a conflict nothing that was remembered is trusted. */
  reload(category: Category, id: string): Promise<StreamState> {
    this.forget(streamOf(category, id));
    return this.load(category, id);
  }

  keep(stream: string, state: StreamState): void {
    this.cache.keep(stream, state);
  }

  forget(stream: string): void {
    this.cache.forget(stream);
  }

  private async read(category: Category, id: string): Promise<StreamState> {
    const stream = streamOf(category, id);
    const before = this.remembered(category, id);
    const since = await this.store.read(stream, before.version);
    const now = {
      state: replay(category, before.state, since),
      version: before.version + since.length,
      position: since.at(-1)?.position ?? before.position,
    };
    this.keep(stream, now);
    return now;
  }
}

const withoutEvents = (category: Category): StreamState => ({
  state: initialState(category),
  version: 0,
  position: 0n,
});
