import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, type Receipt } from '@minsheng/command-handling';
import { ratingTallies } from '@minsheng/read-models';
import { Problem } from '../http/problem';
import { ReadModels } from '../reading/read-models';
import { ScoreSatisfaction } from './evaluation.commands';

/**
 * The score is made of the ratings counted when the evaluation closed; until the count has come that far, nothing is
 * scored.
 */
@CommandHandler(ScoreSatisfaction)
export class ScoreSatisfactionHandler implements ICommandHandler<ScoreSatisfaction> {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  async execute({ id, envelope }: ScoreSatisfaction): Promise<Receipt> {
    const { state } = await this.processor.load('evaluation', id);
    const tally = await (await this.readModels.view(undefined, ratingTallies)).row(ratingTallies, id);
    if (state.status === 'closed' && !(tally?.frozen && tally.round === state.round))
      throw new Problem('NOT_YET_COUNTED', { retryAfterSeconds: 1 });
    return this.processor.execute(
      'evaluation',
      id,
      { type: 'ScoreCountedRatings', data: { ratings: tally?.counts ?? [0, 0, 0, 0, 0] } },
      envelope,
    );
  }
}
