import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, unlessRepeated, type Receipt } from '@minsheng/command-handling';
import { assertTakesItems } from '@minsheng/domain';
import { AdjournMeeting } from './meeting.commands';

/** An adjournment looks at a second stream: the next meeting must be there to take what is left open. */
@CommandHandler(AdjournMeeting)
export class AdjournMeetingHandler implements ICommandHandler<AdjournMeeting> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: AdjournMeeting): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      if (data.next) assertTakesItems((await this.processor.load('meeting', data.next)).state);
      return this.processor.execute('meeting', id, { type: 'AdjournMeeting', data }, envelope);
    });
  }
}
