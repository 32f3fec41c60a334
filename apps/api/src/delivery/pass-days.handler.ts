import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes, type ListId, type ProjectId } from '@minsheng/contracts';
import {
  CommandProcessor,
  derivedId,
  BatchRefused,
  type Envelope,
  type BatchReceipt,
} from '@minsheng/command-handling';
import { openDeliveries } from '@minsheng/read-models';
import { answeredWith } from '../command-handling/addressed-to';
import { ReadModels } from '../reading/read-models';
import { lastOf, ofMany } from './submit-month.handler';

/** What a day came to over a list: projects that are open, and events recorded by this request. */
export interface DaysPassed {
  readonly listId: ListId;
  readonly on: string;
  readonly projects: number;
  readonly events: number;
  readonly position: string;
  readonly receipts: readonly BatchReceipt[];
}

/** So many projects are decided at once. */
const AT_ONCE = 8;

export class PassDays extends answeredWith<DaysPassed>()(deliveryRoutes.PassDays) {}

/**
 * The day for every open project of a list, each on its own: what one has recorded stays when another fails, and asking
 * again records the rest.
 */
@CommandHandler(PassDays)
export class PassDaysHandler implements ICommandHandler<PassDays> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  async execute({ id: listId, envelope }: PassDays): Promise<DaysPassed> {
    const waiting = [...(await openDeliveries(this.readModels.dataSource, listId))];
    const receipts: BatchReceipt[] = [];
    const failures: unknown[] = [];
    const work = async () => {
      for (let id = waiting.shift(); id; id = waiting.shift())
        try {
          receipts.push(...(await this.pass(id, ofMany(envelope))));
        } catch (error) {
          failures.push(error);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (failures.length > 0) throw failures[0];
    return {
      listId,
      on: envelope.on,
      projects: receipts.length,
      events: receipts.reduce((sum, { events }) => sum + events, 0),
      position: lastOf(receipts),
      receipts,
    };
  }

  /** The clock acts, whoever lets it: its key is made from the request's, so that a repeat records nothing twice. */
  private async pass(
    projectId: ProjectId,
    envelope: Omit<Envelope, 'expectedVersion'>,
  ): Promise<readonly BatchReceipt[]> {
    try {
      return await this.processor.executeAtomically(
        [{ category: 'delivery', id: projectId, command: { type: 'PassDay', data: {} } }],
        {
          ...envelope,
          actor: { id: 'timer', role: 'timer' },
          commandId: derivedId(`pass-day ${projectId}`, envelope.commandId),
        },
      );
    } catch (error) {
      if (error instanceof BatchRefused) return []; // adopted and not yet started, or ended since it was listed
      throw error;
    }
  }
}
