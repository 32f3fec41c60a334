import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, type Receipt } from '@minsheng/command-handling';
import { CloseProject } from './completion.commands';

/** Closing looks at a second stream: the evaluation must be scored and every bad rating repaired. */
@CommandHandler(CloseProject)
export class CloseProjectHandler implements ICommandHandler<CloseProject> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  async execute({ id, data, envelope }: CloseProject): Promise<Receipt> {
    const { state: evaluation } = await this.processor.load('evaluation', id);
    const rectifications = evaluation.status === 'not open' ? [] : Object.values(evaluation.rectifications);
    return this.processor.execute(
      'delivery',
      id,
      {
        type: 'CloseEvaluatedProject',
        data: {
          ...data,
          scored: evaluation.status === 'scored',
          openRectifications: rectifications.filter(({ status }) => status !== 'closed').length,
        },
      },
      envelope,
    );
  }
}
