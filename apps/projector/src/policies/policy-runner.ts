import { createHash } from 'node:crypto';
import { canonicalJson, regionOf, type Actor, type IdOfList, type Metadata } from '@minsheng/contracts';
import { CommandProcessor, derivedId, type CommandIn } from '@minsheng/command-handling';
import { commandsOf, policies, Refusal, type PolicyCommand, type Policy } from '@minsheng/domain';
import type { EventStore, RecordedEvent } from '@minsheng/event-store';
import { decoded, POLICIES, reasonOf, subjectOf, type SetAsideEntry } from '@minsheng/read-models';
import type { Logger } from 'pino';
import type { Checkpoint, Lease } from '../projecting/checkpoint';
import type { Subscriber } from '../projecting/subscription-runner';
import { LogFailures } from './log-failures';

const streamOf = ({ category, id }: PolicyCommand): string => `${category}-${id}`;
/** The system itself, acting by a policy. */
const actorOf = ({ name }: Policy): Actor => ({ id: name, role: 'policy' });

/** A policy acts in the region of its event; whatever an event names, no other region is written to by it. */
class CommandLeavesRegion extends Error {
  override readonly name = 'CommandLeavesRegion';
  constructor({ name }: Policy, command: PolicyCommand, region: string) {
    super(`${name} would act on ${streamOf(command)}, outside the region ${region} of the event`);
  }
}
/** @throws CommandLeavesRegion */
const assertInRegionOf = (stored: RecordedEvent, policy: Policy, command: PolicyCommand): void => {
  const region = regionOf(subjectOf(stored) as IdOfList);
  if (regionOf(command.id as IdOfList) !== region) throw new CommandLeavesRegion(policy, command, region);
};

/**
 * Sends the commands of the policies, at least once. The command id is derived from the event, so a command sent again
 * changes nothing. A refusal means that matters stand otherwise by now; it is logged. An event that cannot be read, or
 * whose command cannot be decided or leaves its region, sets its stream aside: what follows in that stream waits, the
 * other streams go on.
 */
export class PolicyRunner implements Subscriber {
  readonly name = POLICIES;
  private readonly failures = new LogFailures();
  private readonly processor: CommandProcessor;

  constructor(
    private readonly checkpoint: Checkpoint,
    private readonly store: EventStore,
    private readonly log: Logger,
  ) {
    this.processor = new CommandProcessor(this.failures.watch(store));
  }

  async apply(lease: Lease, events: readonly RecordedEvent[]): Promise<readonly SetAsideEntry[]> {
    const waiting = lease.setAside.copy();
    let ordered = 0;
    for (const stored of events) {
      if (waiting.waits(stored.stream, stored.position)) continue;
      const acted = await this.tryToAct(stored);
      if (typeof acted === 'number') ordered += acted;
      else waiting.add(acted);
    }
    const setAside = waiting.beyond(lease.setAside);
    if (ordered > 0 || setAside.length > 0)
      await this.checkpoint.move(lease, events[events.length - 1].position, setAside);
    lease.setAside = waiting;
    return setAside;
  }

  /**
   * Acts on what waits, as far as a position, from the log and in its order; answers what still has to wait, from the
   * event on that cannot be acted on.
   */
  async actAgain(waiting: readonly SetAsideEntry[], until: bigint): Promise<SetAsideEntry[]> {
    const still: SetAsideEntry[] = [];
    for (const { key: stream, since } of waiting)
      for (const stored of await this.store.read(stream)) {
        if (stored.position < since || stored.position > until) continue;
        const acted = await this.tryToAct(stored);
        if (typeof acted === 'number') continue;
        still.push(acted);
        break;
      }
    return still;
  }

  /** How many orders the event gave rise to, or that its stream has to wait. @throws whatever the log fails with */
  private async tryToAct(stored: RecordedEvent): Promise<number | SetAsideEntry> {
    try {
      return await this.act(stored);
    } catch (error) {
      if (this.failures.has(error)) throw error;
      const { stream: key, position: since } = stored;
      return { key, subject: subjectOf(stored), since, reason: reasonOf(error) };
    }
  }

  /** The number of commands that the event gave rise to. */
  private async act(stored: RecordedEvent): Promise<number> {
    const { event, context } = decoded(stored);
    if (event.type === 'HolidayNoticeAdopted') await this.processor.readNotices(); // what follows is due by it
    // Most events concern no policy: their metadata are not even parsed.
    const concerned = policies.filter(({ when }) => when[event.type] !== undefined);
    const ordered = concerned.flatMap((policy) =>
      commandsOf(policy, event, context.metadata).map((command, index) => ({ policy, command, index })),
    );
    for (const { policy, command } of ordered) assertInRegionOf(stored, policy, command);
    // Streams go in parallel, so that a list of sixty projects starts at once; commands to one stream go in order.
    const streams = new Set(ordered.map(({ command }) => streamOf(command)));
    const sent = await Promise.allSettled(
      [...streams].map(async (stream) => {
        for (const { policy, command, index } of ordered.filter((entry) => streamOf(entry.command) === stream))
          await this.send(policy, command, derivedId(`${policy.name} ${index}`, stored.id), {
            id: stored.id,
            metadata: context.metadata,
          });
      }),
    );
    const reasons: unknown[] = sent.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    if (reasons.length > 0) throw reasons.find((reason) => this.failures.has(reason)) ?? reasons[0];
    return ordered.length;
  }

  private async send(
    policy: Policy,
    { category, id, command }: PolicyCommand,
    commandId: string,
    cause: { readonly id: string; readonly metadata: Metadata },
  ): Promise<void> {
    try {
      await this.processor.execute(category, id, command as CommandIn<typeof category>, {
        actor: actorOf(policy),
        on: cause.metadata.on,
        commandId,
        fingerprint: createHash('sha256').update(canonicalJson({ category, id, command })).digest('hex'),
        correlationId: cause.metadata.correlationId,
        causationId: cause.id,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.log.info(
        { policy: policy.name, stream: streamOf({ category, id } as PolicyCommand), code: error.code },
        'the command was refused',
      );
    }
  }
}
