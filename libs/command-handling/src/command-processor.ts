import { eventsByCategory, type Category, type EventCatalogue, type LedgerEvent } from '@minsheng/contracts';
import { deciders, Refusal, WorkingCalendar, type Decider } from '@minsheng/domain';
import {
  CommandKeyReused,
  GroupRepeatedInPart,
  WrongRevision,
  type Append,
  type AppendReceipt,
  type EventStore,
  type Expected,
  type NewEvent,
} from '@minsheng/event-store';
import { derivedId } from './derived-id';
import { StaleVersion, type Envelope, type Receipt } from './envelope';
import { StreamStateCache, type StreamState } from './stream-state-cache';
import { SingleFlight } from './single-flight';
import { StreamLines, type Outcome } from './stream-lines';
import { MultiStreamCommand, type BatchCommand, type BatchReceipt } from './multi-stream-command';

/** Attempts before a conflict is handed back: the first and three retries. */
const ATTEMPTS = 4;
/** What commands decided together may weigh: well within what one call takes. */
const MOST_TOGETHER = { events: 500, bytes: 400_000 };

/** Category by category: of all of them together it would be everything at once. */
type Decided<C extends Category> = C extends Category
  ? (typeof deciders)[C] extends Decider<infer Id, infer State, infer Command, infer Event>
    ? { readonly id: Id; readonly state: State; readonly command: Command; readonly event: Event }
    : never
  : never;
export type CommandIn<C extends Category> = Decided<C>['command'];
export type StateIn<C extends Category> = Decided<C>['state'];

/**
 * Types meet here once: inside, a category's decider and catalogue belong together by construction of the two
 * registers.
 */
type AnyDecider = Decider<string, unknown, unknown, LedgerEvent>;
const deciderOf = (category: Category) => deciders[category] as unknown as AnyDecider;
const catalogueOf = (category: Category) => eventsByCategory[category] as EventCatalogue<LedgerEvent>;

/** A command that waits for its receipt. */
interface Asked {
  readonly category: Category;
  readonly id: string;
  readonly decideAs: string;
  readonly command: unknown;
  readonly envelope: Envelope;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}
/** A command and the append it came to. */
interface Member {
  readonly asked: Asked;
  readonly append: Append;
}
/**
 * Commands of one stream decided one upon the other, and what they make of it; `others` are those that what is known
 * does not settle, in their order.
 */
interface Prepared {
  readonly members: readonly Member[];
  readonly after: StreamState;
  readonly others: readonly Asked[];
}

/** Decide, append: the one way into the log, for the api's handlers and the projector's policies alike. */
export class CommandProcessor {
  private readonly known = new StreamStateCache();
  private readonly reads = new SingleFlight<StreamState>();
  private readonly lines = new StreamLines<Asked, Prepared>({
    prepare: (stream, asked, upon) => this.prepare(stream, asked, upon),
    attempt: (stream, prepared) => this.attempt(stream, prepared),
    prepareAnew: (stream, asked) => this.prepareAnew(stream, asked),
    settle: (stream, asked) => this.settle(stream, asked),
  });

  private readonly together: MultiStreamCommand;
  /** Working days by the notices on holidays read last. */
  private calendar = new WorkingCalendar();
  private noticesRead?: Promise<void>;

  constructor(private readonly store: EventStore) {
    this.together = new MultiStreamCommand(store, this.known, {
      load: (category, id) => this.load(category, id),
      decide: (command, state, envelope, idsFrom) =>
        this.decide({ ...command, decideAs: command.id, envelope }, state, idsFrom),
      evolved: (category, state, written) => this.evolved(category, state, written),
    });
  }

  /** What a stream amounts to now. `version` is its number of events. */
  async load<C extends Category>(
    category: C,
    id: string,
  ): Promise<{ state: StateIn<C>; version: number; position: bigint }> {
    const stream = `${category}-${id}`;
    return this.reads.ask(stream, () => this.read(category, stream)) as Promise<
      StreamState & { readonly state: StateIn<C> }
    >;
  }

  private async read(category: Category, stream: string): Promise<StreamState> {
    const before = this.known.get(stream) ?? nothing(category);
    const since = await this.store.read(stream, before.version);
    const state = since
      .map((stored) => catalogueOf(category).decode(stored))
      .reduce(deciderOf(category).evolve, before.state);
    const now = { state, version: before.version + since.length, position: since.at(-1)?.position ?? before.position };
    this.known.keep(stream, now);
    return now;
  }

  /**
   * The original answer to a command that took effect before; asked first by a handler that could refuse, or store,
   * something of its own. @throws CommandKeyReused
   */
  async earlier(id: string, { commandId: key, fingerprint }: Envelope): Promise<Receipt | undefined> {
    const receipt = await this.store.receiptOf({ key, fingerprint });
    return receipt && receiptFrom(id, receipt);
  }

  /**
   * Decides a command on its stream. `decideAs` is the id the decider sees where the stream's name says more than that
   * (ratings).
   * A repeat with the same command id answers the original receipt, also when the domain would refuse it today.
   * @throws Refusal, StaleVersion, CommandKeyReused, EventStoreBusy, EventStoreUnavailable
   */
  async execute<C extends Category>(
    category: C,
    id: string,
    command: CommandIn<C>,
    envelope: Envelope,
    decideAs: string = id,
  ): Promise<Receipt> {
    await this.noticesKnown();
    const receipt = await new Promise<Receipt>((resolve, reject) =>
      this.lines.add(`${category}-${id}`, { category, id, decideAs, command, envelope, resolve, reject }),
    );
    if (category === 'calendar') await this.readNotices();
    return receipt;
  }

  /**
   * Decides several commands, each on its own stream, and appends them as one group: all of them or none. Every refusal
   * is collected.
   * A repeat with the same command id answers the original receipts.
   * @throws BatchRefused, AppendTooLarge, GroupAcrossStreams, CommandKeyReused, WrongRevision, EventStoreBusy,
   * EventStoreUnavailable
   */
  async executeAtomically(
    commands: readonly BatchCommand[],
    envelope: Omit<Envelope, 'expectedVersion'>,
  ): Promise<BatchReceipt[]> {
    await this.noticesKnown();
    return this.together.execute(commands, envelope);
  }

  /**
   * Looks up the adopted notices on holidays, by which working days are counted from here on. Done before the first
   * command and after a notice of this processor; to see the notices of others it is called now and then.
   */
  async readNotices(): Promise<void> {
    const { state } = await this.load('calendar', 'CN');
    this.calendar = new WorkingCalendar(state.notices);
  }

  private noticesKnown(): Promise<void> {
    this.noticesRead ??= this.readNotices().catch((error: unknown) => {
      this.noticesRead = undefined;
      throw error;
    });
    return this.noticesRead;
  }

  /**
   * Appends what was decided together as one group: all or none, so that no command rests on one that was not taken.
   */
  private async attempt(stream: string, { members, after, others }: Prepared): Promise<Outcome<Asked>> {
    if (members.length === 0) return 'refused';
    try {
      const receipts = await this.append(members);
      const repeated = receipts.some((receipt) => receipt.repeated);
      if (repeated) this.known.forget(stream);
      else this.known.keep(stream, { ...after, position: receipts[receipts.length - 1].position });
      members.forEach(({ asked }, index) => asked.resolve(receiptFrom(asked.id, receipts[index])));
      return { asPrepared: !repeated, left: others };
    } catch (error) {
      if (error instanceof WrongRevision) {
        this.known.forget(stream);
        return 'refused';
      }
      if (error instanceof CommandKeyReused || error instanceof GroupRepeatedInPart)
        return { asPrepared: false, left: [...members.map(({ asked }) => asked), ...others] };
      for (const { asked } of members) asked.reject(error); // the outcome is unknown
      return { asPrepared: false, left: others };
    }
  }

  /** Many are decided together once more, on what the log holds; one by itself would be read and decided just so. */
  private async prepareAnew(stream: string, asked: readonly Asked[]): Promise<Prepared | undefined> {
    const [{ category, id }] = asked;
    // if it cannot be read, each is told so
    const found = asked.length > 1 ? await this.load(category, id).catch(() => undefined) : undefined;
    return found && this.decided(stream, asked, found);
  }

  /** Decides each on what the log holds, one after the other. */
  private async settle(stream: string, asked: readonly Asked[]): Promise<void> {
    for (const request of asked) await this.decideAlone(stream, request).then(request.resolve, request.reject);
  }

  /** Upon commands of which some cannot be told from what is known, nothing is decided before those are. */
  private prepare(stream: string, asked: readonly Asked[], upon?: Prepared): Prepared | undefined {
    if (upon && upon.others.length > 0) return undefined;
    return this.decided(
      stream,
      asked,
      upon?.after ?? this.known.get(stream) ?? nothing(asked[0].category),
      upon?.members,
    );
  }

  /** What the commands come to on a known state, which rests on members that are under way where there are such. */
  private decided(
    stream: string,
    asked: readonly Asked[],
    before: StreamState,
    underWay?: readonly Member[],
  ): Prepared {
    const members: Member[] = [];
    const others: Asked[] = [];
    const keys = new Set(underWay?.map(({ asked: { envelope } }) => envelope.commandId));
    let { state, version } = before;
    let [events, bytes] = [0, 0];
    for (const request of asked) {
      const { envelope } = request;
      const fits = !keys.has(envelope.commandId) && events < MOST_TOGETHER.events && bytes < MOST_TOGETHER.bytes;
      const matches = envelope.expectedVersion === undefined || (envelope.expectedVersion === version && version > 0);
      const come = fits && matches ? this.tried(request, state) : undefined;
      if (!come) {
        others.push(request);
        continue;
      }
      const { written } = come;
      keys.add(envelope.commandId);
      const expected = underWay && members.length === 0 ? endOf(version, underWay) : expectedAt(version);
      members.push({ asked: request, append: appendOf(stream, expected, written, envelope) });
      state = come.state;
      version += written.length;
      events += written.length;
      bytes += written.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    }
    return { members, after: { state, version, position: before.position }, others };
  }

  /**
   * The events of a command on this state, and what they make of it; undefined where it is refused, or changes nothing.
   */
  private tried(request: Asked, state: unknown): { written: NewEvent[]; state: unknown } | undefined {
    try {
      const written = this.decide(request, state);
      return written.length === 0 ? undefined : { written, state: this.evolved(request.category, state, written) };
    } catch {
      return undefined; // to be refused, or to fail, on what the log holds
    }
  }

  private evolved(category: Category, state: unknown, written: readonly NewEvent[]): unknown {
    return written.map((event) => catalogueOf(category).decodeAgain(event)).reduce(deciderOf(category).evolve, state);
  }

  private append(members: readonly Member[]): Promise<AppendReceipt[]> {
    if (members.length > 1) return this.store.appendGroup(members.map(({ append }) => append));
    const [
      {
        append: { stream, expected, events, command },
      },
    ] = members;
    return this.store.append(stream, expected, events, command).then((receipt) => [receipt]);
  }

  private async decideAlone(stream: string, request: Asked): Promise<Receipt> {
    const { category, id, envelope } = request;
    for (let attempt = 1; ; attempt += 1) {
      const { state, version, position } = await this.load(category, id);
      if (envelope.expectedVersion !== undefined && envelope.expectedVersion !== version) {
        const earlier = await this.earlier(id, envelope);
        if (earlier) return earlier;
        throw new StaleVersion(envelope.expectedVersion, version);
      }
      let written: NewEvent[];
      try {
        written = this.decide(request, state);
      } catch (error) {
        const earlier = error instanceof Refusal ? await this.earlier(id, envelope) : undefined;
        if (earlier) return earlier;
        throw error;
      }
      if (written.length === 0)
        return (await this.earlier(id, envelope)) ?? { id, streamVersion: version, position: position.toString() };
      try {
        const after = this.evolved(category, state, written);
        const [receipt] = await this.append([
          { asked: request, append: appendOf(stream, expectedAt(version), written, envelope) },
        ]);
        if (receipt.repeated) this.known.forget(stream);
        else this.known.keep(stream, { state: after, version: version + written.length, position: receipt.position });
        return receiptFrom(id, receipt);
      } catch (error) {
        if (!(error instanceof WrongRevision) || attempt === ATTEMPTS) throw error;
        this.known.forget(stream);
      }
    }
  }

  /**
   * `idsFrom` makes the ids of the events: the command's own, unless it is one of several. An id names what its event
   * holds as well: the
   * same command decided otherwise (on another day, by another build) brings other events, and what rests on the one
   * shall not be taken for the other.
   */
  private decide(
    {
      category,
      command,
      decideAs,
      envelope: { actor, on, commandId, correlationId, causationId },
    }: Omit<Asked, 'resolve' | 'reject'>,
    state: unknown,
    idsFrom = commandId,
  ): NewEvent[] {
    const decided = deciderOf(category).decide(command, state, {
      id: decideAs,
      by: actor,
      today: on,
      calendar: this.calendar,
    });
    const stored = catalogueOf(category).encodeAll(decided, {
      actor,
      on,
      commandId,
      correlationId,
      ...(causationId && { causationId }),
    });
    return stored.map(({ type, version, data, metadata }, index) => ({
      id: derivedId(`${index} ${type} ${data}`, idsFrom),
      type,
      version,
      data,
      metadata,
    }));
  }
}

/** Of a stream never looked at: if it is not empty, the log says so. */
const nothing = (category: Category): StreamState => ({
  state: deciderOf(category).initialState,
  version: 0,
  position: 0n,
});

const expectedAt = (version: number): Expected => (version === 0 ? 'no stream' : version - 1);
/** A stream of so many events, of which the last are those of members under way. */
const endOf = (version: number, underWay: readonly Member[]): Expected => ({
  revision: version - 1,
  ids: underWay.flatMap(({ append }) => append.events.map(({ id }) => id)),
});

const appendOf = (
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
  { commandId: key, fingerprint }: Envelope,
): Append => ({ stream, expected, events, command: { key, fingerprint } });

const receiptFrom = (id: string, { revision, position }: AppendReceipt): Receipt => ({
  id,
  streamVersion: revision + 1,
  position: position.toString(),
});
