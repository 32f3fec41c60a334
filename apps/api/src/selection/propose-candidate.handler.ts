import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, type Receipt } from '@minsheng/command-handling';
import { assertRegionExists } from '../command-handling/assert-region-exists';
import { newProjectId } from '../command-handling/new-id';
import { ProposeCandidate } from './selection.commands';

/** A candidate gets its id here, made from the command: a retry proposes the same project, not another. */
@CommandHandler(ProposeCandidate)
export class ProposeCandidateHandler implements ICommandHandler<ProposeCandidate> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  async execute({ id: listId, data, envelope }: ProposeCandidate): Promise<Receipt> {
    await assertRegionExists(this.processor, listId);
    return this.processor.execute(
      'candidate',
      newProjectId(listId, envelope.commandId),
      { type: 'ProposeCandidate', data },
      envelope,
    );
  }
}
