import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes, type DepartmentName, type ListId, type Month } from '@minsheng/contracts';
import {
  CommandProcessor,
  BatchRefused,
  type Envelope,
  type BatchCommand,
  type Receipt,
} from '@minsheng/command-handling';
import { answeredWith } from '../command-handling/addressed-to';
import { Problem } from '../http/problem';
import { departmentOf } from '../identity/caller';
import { partsOf, rowsRefused } from './submit-month';

/** What a whole month came to: `position` is that of its last event, to wait for when reading. */
export interface MonthSubmitted {
  readonly listId: ListId;
  readonly period: Month;
  readonly department: DepartmentName;
  readonly position: string;
  readonly receipts: readonly Receipt[];
}

/** Many streams have no one version that a client could have seen. @throws Problem */
export const ofMany = ({ expectedVersion, ...envelope }: Envelope): Omit<Envelope, 'expectedVersion'> => {
  if (expectedVersion !== undefined) throw new Problem('IF_MATCH_OF_MANY');
  return envelope;
};
export const lastOf = (receipts: readonly Receipt[]): string =>
  receipts
    .map(({ position }) => BigInt(position))
    .reduce((last, receipt) => (receipt > last ? receipt : last), 0n)
    .toString();

export class SubmitMonth extends answeredWith<MonthSubmitted>()(deliveryRoutes.SubmitMonth) {}

/**
 * A department's whole month in one request: one report to each project, all taken or none, and every problem told by
 * its row.
 */
@CommandHandler(SubmitMonth)
export class SubmitMonthHandler implements ICommandHandler<SubmitMonth> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  async execute({ id: listId, data, envelope }: SubmitMonth): Promise<MonthSubmitted> {
    const department = departmentOf(envelope.actor);
    const parts = partsOf(data);
    const commands = parts.map(({ projectId, report }): BatchCommand => ({
      category: 'delivery',
      id: projectId,
      command: { type: 'SubmitReport', data: report },
    }));
    try {
      const taken = await this.processor.executeAtomically(commands, ofMany(envelope));
      return {
        listId,
        period: data.period,
        department,
        position: lastOf(taken),
        receipts: taken.map(({ id, streamVersion, position }) => ({ id, streamVersion, position })),
      };
    } catch (error) {
      throw error instanceof BatchRefused ? rowsRefused(parts, error) : error;
    }
  }
}
