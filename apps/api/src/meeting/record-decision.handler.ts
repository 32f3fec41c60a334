import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertWaitsForDecision } from '@minsheng/domain';
import { RecordDecision } from './meeting.commands';

/**
 * A decision looks at a second stream: the issue must still wait for it, for another meeting may have decided it. Of
 * two that decide it at once, a policy tells the second.
 */
@CommandHandler(RecordDecision)
export class RecordDecisionHandler implements ICommandHandler<RecordDecision> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: RecordDecision): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const { state: meeting } = await this.processor.load('meeting', id);
      const item = meeting.status === 'convened' ? meeting.agenda[data.item - 1] : undefined;
      if (meeting.status === 'convened' && item?.issue && !item.decision) {
        const { projectId, issue } = item.issue;
        assertWaitsForDecision((await this.processor.load('delivery', projectId)).state, issue, meeting.heldOn);
      }
      return this.processor.execute('meeting', id, { type: 'RecordDecision', data }, envelope);
    });
  }
}
