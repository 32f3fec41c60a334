import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertMergeTarget } from '@minsheng/domain';
import { MergeSuggestion } from './suggestion.commands';

/** A merge looks at a second stream: the suggestion merged into must exist and stand on its own. */
@CommandHandler(MergeSuggestion)
export class MergeSuggestionHandler implements ICommandHandler<MergeSuggestion> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: MergeSuggestion): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const { state: target } = await this.processor.load('suggestion', data.into);
      assertMergeTarget(target);
      return this.processor.execute('suggestion', id, { type: 'MergeSuggestion', data }, envelope);
    });
  }
}
