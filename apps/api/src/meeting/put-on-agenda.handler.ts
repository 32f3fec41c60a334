import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertWaitsForDecision } from '@minsheng/domain';
import { PutOnAgenda } from './meeting.commands';

/**
 * An agenda looks at a second stream: an issue on it has to be raised by its project by the day of the meeting, and to
 * wait for a decision.
 */
@CommandHandler(PutOnAgenda)
export class PutOnAgendaHandler implements ICommandHandler<PutOnAgenda> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: PutOnAgenda): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const { state: meeting } = await this.processor.load('meeting', id);
      if (data.issue && meeting.status !== 'not convened') {
        const { projectId, issue } = data.issue;
        assertWaitsForDecision((await this.processor.load('delivery', projectId)).state, issue, meeting.heldOn);
      }
      return this.processor.execute('meeting', id, { type: 'PutOnAgenda', data }, envelope);
    });
  }
}
