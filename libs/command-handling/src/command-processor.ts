import { eventsByCategory, type Category, type EventCatalogue, type LedgerEvent } from '@minsheng/contracts';
import { deciders, Refusal, type Decider } from '@minsheng/domain';
import { WrongRevision, type AppendReceipt, type EventStore, type NewEvent } from '@minsheng/event-store';
import { v5 as uuidV5 } from 'uuid';
import { StaleVersion, type Envelope, type Receipt } from './envelope';
import { KnownStreams } from './known-streams';
import { Turns } from './turns';

/** Attempts before a conflict is handed back: the first and three retries. */
const ATTEMPTS = 4;

type Decided<C extends Category> = (typeof deciders)[C] extends Decider<infer Id, infer State, infer Command, infer Event>
  ? { readonly id: Id; readonly state: State; readonly command: Command; readonly event: Event } : never;
export type CommandOf<C extends Category> = Decided<C>['command'];
export type StateOf<C extends Category> = Decided<C>['state'];

/** Types meet here once: inside, a category's decider and catalogue belong together by construction of the two registers. */
type AnyDecider = Decider<string, unknown, unknown, LedgerEvent>;

/** Load, decide, append: the one way into the log, for the api's handlers and the projector's policies alike. */
export class CommandProcessor {
  private readonly known = new KnownStreams();
  private readonly turns = new Turns();

  constructor(private readonly store: EventStore) {}

  /** What a stream amounts to now. `version` is its number of events. */
  async load<C extends Category>(category: C, id: string): Promise<{ state: StateOf<C>; version: number; position: bigint }> {
    const decider = deciders[category] as unknown as AnyDecider;
    const catalogue = eventsByCategory[category] as EventCatalogue<LedgerEvent>;
    const stream = `${category}-${id}`;
    const before = this.known.get(stream) ?? { state: decider.initialState, version: 0, position: 0n };
    const since = await this.store.read(stream, before.version);
    const state = since.map((stored) => catalogue.decode(stored)).reduce(decider.evolve, before.state);
    const now = { state: state as StateOf<C>, version: before.version + since.length, position: since.at(-1)?.position ?? before.position };
    this.known.keep(stream, now);
    return now;
  }

  /** The original answer to a command that took effect before; asked first by a handler that could refuse, or store, something of its own. @throws CommandKeyReused */
  async earlier(id: string, { commandId: key, fingerprint }: Envelope): Promise<Receipt | undefined> {
    const receipt = await this.store.receiptOf({ key, fingerprint });
    return receipt && receiptFrom(id, receipt);
  }

  /**
   * Decides a command on its stream. `decideAs` is the id the decider sees where the stream's name says more than that (ratings).
   * A repeat with the same command id answers the original receipt, also when the domain would refuse it today.
   * @throws Refusal, StaleVersion, CommandKeyReused, EventStoreBusy, EventStoreUnavailable
   */
  execute<C extends Category>(category: C, id: string, command: CommandOf<C>, envelope: Envelope, decideAs: string = id): Promise<Receipt> {
    return this.turns.take(`${category}-${id}`, () => this.decide(category, id, command, envelope, decideAs));
  }

  private async decide<C extends Category>(category: C, id: string, command: CommandOf<C>, envelope: Envelope, decideAs: string): Promise<Receipt> {
    const key = { key: envelope.commandId, fingerprint: envelope.fingerprint };
    for (let attempt = 1; ; attempt += 1) {
      const { state, version, position } = await this.load(category, id);
      if (envelope.expectedVersion !== undefined && envelope.expectedVersion !== version) {
        const earlier = await this.earlier(id, envelope);
        if (earlier) return earlier;
        throw new StaleVersion(envelope.expectedVersion, version);
      }
      let decided: readonly LedgerEvent[];
      try {
        decided = (deciders[category] as unknown as AnyDecider).decide(command, state, { id: decideAs, by: envelope.actor, today: envelope.on });
      } catch (error) {
        const earlier = error instanceof Refusal ? await this.earlier(id, envelope) : undefined;
        if (earlier) return earlier;
        throw error;
      }
      if (decided.length === 0) return (await this.earlier(id, envelope)) ?? { id, streamVersion: version, position: position.toString() };
      try {
        return receiptFrom(id, await this.store.append(`${category}-${id}`, version === 0 ? 'no stream' : version - 1, this.encode(category, decided, envelope), key));
      } catch (error) {
        if (!(error instanceof WrongRevision) || attempt === ATTEMPTS) throw error;
        this.known.forget(`${category}-${id}`);
      }
    }
  }

  private encode(category: Category, events: readonly LedgerEvent[], { actor, on, commandId, correlationId, causationId }: Envelope): NewEvent[] {
    const catalogue = eventsByCategory[category] as EventCatalogue<LedgerEvent>;
    return events.map((event, index) => ({
      ...catalogue.encode(event, { actor, on, commandId, correlationId, ...(causationId && { causationId }) }),
      id: uuidV5(String(index), commandId),
    }));
  }
}

const receiptFrom = (id: string, { revision, position }: AppendReceipt): Receipt => ({ id, streamVersion: revision + 1, position: position.toString() });
