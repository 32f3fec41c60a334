import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, type Receipt } from '@minsheng/command-handling';
import { assertRegionExists } from '../command-handling/assert-region-exists';
import { newMeetingId } from '../command-handling/new-id';
import { ConveneMeeting } from './meeting.commands';

/** A meeting gets its id here, made from the command: a retry convenes the same meeting, not another. */
@CommandHandler(ConveneMeeting)
export class ConveneMeetingHandler implements ICommandHandler<ConveneMeeting> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  async execute({ id: listId, data, envelope }: ConveneMeeting): Promise<Receipt> {
    await assertRegionExists(this.processor, listId);
    return this.processor.execute(
      'meeting',
      newMeetingId(listId, envelope.commandId),
      { type: 'ConveneMeeting', data },
      envelope,
    );
  }
}
