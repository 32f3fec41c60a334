import { canonicalJson } from './canonical-json';
import type { EventDefinition } from './define-event';
import { Metadata } from './metadata';

/** An event as a store keeps it: texts, nothing decoded. */
export interface StoredEvent {
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly metadata: string;
}

/** The one place that turns stored rows into today's events and back. */
export class EventCatalogue<E extends { readonly type: string; readonly data: unknown }> {
  private readonly byType: ReadonlyMap<string, EventDefinition<string, unknown>>;

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- definitions of different data; E is their union
  constructor(definitions: readonly EventDefinition<any, any>[]) {
    this.byType = new Map(definitions.map((definition) => [definition.type, definition]));
  }

  get types(): readonly string[] {
    return [...this.byType.keys()];
  }

  /** @throws when no event has this name or version: the reader must halt, never skip */
  decode(stored: Pick<StoredEvent, 'type' | 'version' | 'data'>): E {
    return this.find(stored.type).decode(stored.version, JSON.parse(stored.data)) as E;
  }

  /** The same for an event that was decoded before. @throws for a name or version this build does not know */
  decodeAgain(stored: Pick<StoredEvent, 'type' | 'version' | 'data'>): E {
    return this.find(stored.type).decode(stored.version, JSON.parse(stored.data), true) as E;
  }

  /** @throws as `encodeAll` */
  encode(event: E, metadata: Metadata): StoredEvent {
    return this.encodeAll([event], metadata)[0];
  }

  /**
   * What one act brought about; what is known of the act is the same for all of it. @throws ZodError, or Error for a
   * name it does not know: a bug of the writer, never bad input
   */
  encodeAll(events: readonly E[], metadata: Metadata): StoredEvent[] {
    if (events.length === 0) return [];
    const ofAct = canonicalJson(Metadata.parse(metadata));
    return events.map((event) => {
      const { type, version, data } = this.find(event.type).encode(event.data);
      return { type, version, data: canonicalJson(data), metadata: ofAct };
    });
  }

  private find(type: string) {
    const definition = this.byType.get(type);
    if (!definition) throw new Error(`No event is called ${type}`);
    return definition;
  }
}
