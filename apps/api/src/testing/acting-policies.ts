import { derivedId, type CommandProcessor } from '@minsheng/command-handling';
import { commandsOf, policies, Refusal } from '@minsheng/domain';
import type { EventStore, RecordedEvent } from '@minsheng/event-store';
import { decoded } from '@minsheng/read-models';

const actOn = async (processor: CommandProcessor, stored: RecordedEvent): Promise<void> => {
  const { event, context } = decoded(stored);
  const commands = policies.flatMap((policy) => commandsOf(policy, event, context.metadata));
  for (const [index, { category, id, command }] of commands.entries())
    await processor
      .execute(category, id, command as never, {
        ...context.metadata,
        actor: { id: 'policy', role: 'policy' },
        commandId: derivedId(String(index), stored.id),
        fingerprint: 'policy',
      })
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error; // as in the log: matters stand otherwise by now
      });
};

/** Acts on every event as the projector's policies do, and on what follows from that, until nothing is left to do. */
export const actOnEverything = async (store: EventStore, processor: CommandProcessor): Promise<void> => {
  for (let position = 0n; ;) {
    const log = await store.readAll(position, { limit: 10_000 });
    if (log.length === 0) return;
    for (const stored of log) await actOn(processor, stored);
    position = log[log.length - 1].position;
  }
};
