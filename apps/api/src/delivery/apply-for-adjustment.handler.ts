import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { deliveryRoutes, type Change, type ProjectId } from '@minsheng/contracts';
import { assertGoesOn } from '@minsheng/domain';
import { addressedTo } from '../command-handling/addressed-to';

export class ApplyForAdjustment extends addressedTo(deliveryRoutes.ApplyForAdjustment) {}

const intoOf = (change: Change): readonly ProjectId[] =>
  change.kind === 'split' ? change.into : change.kind === 'merge' ? [change.into] : [];

/**
 * A split or a merge looks at other streams: what a project goes into must be a candidate or on a list, and not have
 * ended itself.
 */
@CommandHandler(ApplyForAdjustment)
export class ApplyForAdjustmentHandler implements ICommandHandler<ApplyForAdjustment> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: ApplyForAdjustment): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      for (const into of data.changes.flatMap(intoOf)) {
        const [{ state: candidate }, { state: delivery }] = await Promise.all([
          this.processor.load('candidate', into),
          this.processor.load('delivery', into),
        ]);
        assertGoesOn(into, candidate, delivery);
      }
      return this.processor.execute('delivery', id, { type: 'ApplyForAdjustment', data }, envelope);
    });
  }
}
