import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { listOf } from '@minsheng/contracts';
import { assertNotUnderDecision } from '@minsheng/domain';
import { ShelveCandidate } from './selection.commands';

/** A candidate that is put to decision is first released: the list puts the others to decision once more. */
@CommandHandler(ShelveCandidate)
export class ShelveCandidateHandler implements ICommandHandler<ShelveCandidate> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: ShelveCandidate): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      assertNotUnderDecision((await this.processor.load('annual-list', listOf(id))).state, id);
      return this.processor.execute('candidate', id, { type: 'ShelveCandidate', data }, envelope);
    });
  }
}
