import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { listOf } from '@minsheng/contracts';
import { assertCandidatesOpen } from '@minsheng/domain';
import { ScreenSuggestion } from './suggestion.commands';

/** Screening looks at the list: once that is adopted, nothing is screened as a candidate. */
@CommandHandler(ScreenSuggestion)
export class ScreenSuggestionHandler implements ICommandHandler<ScreenSuggestion> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: ScreenSuggestion): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      if (data.outcome === 'candidate')
        assertCandidatesOpen((await this.processor.load('annual-list', listOf(id))).state);
      return this.processor.execute('suggestion', id, { type: 'ScreenSuggestion', data }, envelope);
    });
  }
}
