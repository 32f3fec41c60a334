import { createHash } from 'node:crypto';
import { canonicalJson, type Actor, type Metadata } from '@minsheng/contracts';
import { CommandProcessor, derivedId, type CommandIn } from '@minsheng/command-handling';
import { commandsOf, policies, Refusal, type PolicyCommand, type Policy } from '@minsheng/domain';
import type { EventStore, RecordedEvent } from '@minsheng/event-store';
import { decoded, POLICIES } from '@minsheng/read-models';
import type { Logger } from 'pino';
import type { Checkpoint, Lease } from '../projecting/checkpoint';
import type { Subscriber } from '../projecting/subscription-runner';

const streamOf = ({ category, id }: PolicyCommand): string => `${category}-${id}`;
/** The system itself, acting by a rule. */
const actorOf = ({ name }: Policy): Actor => ({ id: name, role: 'policy' });

/**
 * Sends what the policies order, at least once. The command id comes from the event, so that an order sent again
 * changes nothing;
 * a refusal means that the matter stands otherwise by now, and is logged.
 */
export class PolicyRunner implements Subscriber {
  readonly name = POLICIES;
  private readonly processor: CommandProcessor;

  constructor(
    private readonly checkpoint: Checkpoint,
    store: EventStore,
    private readonly log: Logger,
  ) {
    this.processor = new CommandProcessor(store);
  }

  async apply(lease: Lease, events: readonly RecordedEvent[]): Promise<void> {
    let ordered = 0;
    for (const stored of events) ordered += await this.act(stored);
    if (ordered > 0) await this.checkpoint.move(lease, events[events.length - 1].position);
  }

  /** Answers how many orders the event gave rise to. */
  private async act(stored: RecordedEvent): Promise<number> {
    const { event, context } = decoded(stored);
    if (event.type === 'HolidayNoticeAdopted') await this.processor.readNotices(); // what follows is due by it
    const concerned = policies.filter(({ when }) => when[event.type] !== undefined);
    if (concerned.length === 0) return 0; // most events: who caused them, and when, need not even be read
    const ordered = concerned.flatMap((policy) =>
      commandsOf(policy, event, context.metadata).map((command, index) => ({ policy, order: command, index })),
    );
    // Streams together, so that a list of sixty projects starts in one breath; orders to one stream behind each other,
    // so that none overtakes another.
    const streams = new Set(ordered.map(({ order }) => streamOf(order)));
    await Promise.all(
      [...streams].map(async (stream) => {
        for (const { policy, order, index } of ordered.filter((entry) => streamOf(entry.order) === stream))
          await this.send(policy, order, derivedId(`${policy.name} ${index}`, stored.id), {
            id: stored.id,
            metadata: context.metadata,
          });
      }),
    );
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
        'the order was refused',
      );
    }
  }
}
