import { CommandProcessor } from '@minsheng/command-handling';
import { EventStoreBusy, EventStoreUnavailable, WrongRevision } from '@minsheng/event-store';
import { foldedAgain, POLICIES, projections, type AnyProjection } from '@minsheng/read-models';
import type { Random } from '@minsheng/rehearsal';
import type { Faults } from '../clock/faults';
import { Process } from '../clock/process';
import type { Scheduler } from '../clock/scheduler';
import {
  MergeSuggestionHandler,
  PolicyRunner,
  ProjectionRunner,
  RateProjectHandler,
  SubscriptionRunner,
  type Subscriber,
  type Logger,
  type Wait,
} from '../product';
import type { Durable, Heal } from './durable';
import type { Poison } from './poison';
import { checkpointSeenBy, ProcessLog, rowsSeenBy } from './views';

/** An api process: the product's command path, without its HTTP. */
export interface Api {
  readonly process: Process;
  readonly processor: CommandProcessor;
  readonly merges: InstanceType<typeof MergeSuggestionHandler>;
  readonly ratings: InstanceType<typeof RateProjectHandler>;
}

const APIS = ['api 1', 'api 2'];
const PROJECTORS = ['projector 1', 'projector 2'];
/** The only property of the real vault's tags that is needed: one tag per person and project. */
const vault = { personTag: (_scope: string, subject: string) => subject };

/** Read models per history. The engine is the same for each; the others have their turn in other seeds. */
const KEPT = 5;
const drawn = (random: Random): AnyProjection[] => {
  const left = [...projections];
  return Array.from({ length: KEPT }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
};

/** The running processes: several of each kind, on one durable world. */
export class System {
  readonly projections: readonly AnyProjection[];
  /** The names of all subscribers: read models and policies. */
  readonly subscribers: readonly string[];
  /** Commands of policies that the domain refused, as `policy stream`. */
  readonly refusedPolicyCommands: string[] = [];
  /** Unexpected errors of the projector; none is expected. */
  readonly surprises: string[] = [];
  private readonly live = new Map<string, { readonly process: Process; readonly api?: Api }>();

  constructor(
    random: Random,
    private readonly scheduler: Scheduler,
    private readonly faults: Faults,
    private readonly durable: Durable,
    private readonly poison: Poison,
  ) {
    this.projections = drawn(random);
    this.subscribers = [...this.projections.map(({ name }) => name), POLICIES];
    for (const name of [...APIS, ...PROJECTORS]) this.start(name);
  }

  get apis(): readonly Api[] {
    return [...this.live.values()].flatMap(({ api }) => api ?? []);
  }
  get processes(): readonly Process[] {
    return [...this.live.values()].map(({ process }) => process);
  }

  /** Starts with empty memory. */
  start(name: string): void {
    const process = new Process(name, this.scheduler, this.faults);
    process.note('starts');
    this.live.set(name, APIS.includes(name) ? { process, api: this.api(process) } : { process });
    if (PROJECTORS.includes(name)) this.follow(process);
  }

  kill(process: Process): void {
    this.live.delete(process.name);
    process.kill();
  }

  /** As `npm run projector -- retry`, by a process of its own; what fails is tried at the next look. */
  async retry(name: string): Promise<void> {
    const process = new Process(`retry of ${name}`, this.scheduler, this.faults);
    await this.durable.heal(name, this.healing(name, process)).catch((error: unknown) => {
      if (![EventStoreBusy, EventStoreUnavailable, WrongRevision].some((passing) => error instanceof passing))
        this.surprises.push(`${name} could not be retried: ${error}`);
    });
  }

  private healing(name: string, process: Process): Heal {
    const store = new ProcessLog(process, this.durable, this.poison.read);
    const projection = this.projections.find((projection) => projection.name === name);
    if (!projection) {
      const checkpoint = checkpointSeenBy(process, this.durable, name);
      const policies = new PolicyRunner(checkpoint, store, this.loggerOf(process));
      return async (waiting, until) => ({ rows: new Map(), still: await policies.actAgain(waiting, until) });
    }
    return async (waiting, until) => {
      const subjects = [...new Set(waiting.map(({ subject }) => subject))];
      const { rows, setAside } = await foldedAgain(store, this.poison.build(projection), subjects, until);
      return { rows, still: setAside.entries };
    };
  }

  private api(process: Process): Api {
    const processor = new CommandProcessor(new ProcessLog(process, this.durable));
    return {
      process,
      processor,
      merges: new MergeSuggestionHandler(processor),
      ratings: new RateProjectHandler(processor, vault),
    };
  }

  /** As in the projector's `main`. */
  private follow(process: Process): void {
    const store = new ProcessLog(process, this.durable, this.poison.read);
    void store.listen(this.faults);
    const log = this.loggerOf(process);
    const wait: Wait = (ms, signal) =>
      signal.aborted ? Promise.resolve() : process.after(ms, `waited ${ms} ms`, signal);
    const checkpoint = (name: string) => checkpointSeenBy(process, this.durable, name);
    const start = (subscriber: Subscriber) =>
      new SubscriptionRunner(store, subscriber, checkpoint(subscriber.name), log, wait);
    for (const projection of this.projections)
      start(new ProjectionRunner(rowsSeenBy(process, this.durable, projection.name), this.poison.build(projection)));
    start(new PolicyRunner(checkpoint(POLICIES), store, log));
  }

  private loggerOf(process: Process): Logger {
    const write = ({ subscriber, policy, stream, code, err }: Readonly<Record<string, unknown>>, message: string) =>
      process.note(
        [subscriber ?? policy, message, stream, code, err instanceof Error ? `${err.name} ${err.message}` : undefined]
          .filter((part) => part !== undefined)
          .join(' · '),
      );
    return {
      info: (facts, message) => {
        write(facts, message);
        if (facts['code'] !== undefined)
          this.refusedPolicyCommands.push(`${String(facts['policy'])} ${String(facts['stream'])}`);
      },
      warn: write,
      error: (facts, message) => {
        write(facts, message);
        if (message !== 'halted' && message !== 'set aside')
          this.surprises.push(`${String(facts['subscriber'])} ${message}: ${String(facts['err'])}`);
      },
    };
  }
}
