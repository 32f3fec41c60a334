import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import type { ProjectId } from '@minsheng/contracts';
import { assertNotShelved } from '@minsheng/domain';
import { DecideByGovernment, RecordBallot } from './selection.commands';

/**
 * Nobody decides on a candidate that was shelved, also not where it was put to decision at the same moment: the list
 * puts the others to decision once more. @throws CANDIDATE_SHELVED
 */
const assertNoneShelved = async (processor: CommandProcessor, candidates: readonly ProjectId[]): Promise<void> => {
  const loaded = await Promise.all(candidates.map((projectId) => processor.load('candidate', projectId)));
  loaded.forEach(({ state }) => assertNotShelved(state));
};

@CommandHandler(DecideByGovernment)
export class DecideByGovernmentHandler implements ICommandHandler<DecideByGovernment> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: DecideByGovernment): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      await assertNoneShelved(this.processor, data.projectIds);
      return this.processor.execute('annual-list', id, { type: 'DecideByGovernment', data }, envelope);
    });
  }
}

@CommandHandler(RecordBallot)
export class RecordBallotHandler implements ICommandHandler<RecordBallot> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: RecordBallot): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      await assertNoneShelved(
        this.processor,
        data.tallies.map(({ projectId }) => projectId),
      );
      return this.processor.execute('annual-list', id, { type: 'RecordBallot', data }, envelope);
    });
  }
}
