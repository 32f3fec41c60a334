import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandProcessor, derivedId, unlessRepeated, type Envelope, type Receipt } from '@minsheng/command-handling';
import type { CommandData, MeetingId } from '@minsheng/contracts';
import { assertTakesItems, issueSettledBy, type Meeting } from '@minsheng/domain';
import { AdjournMeeting } from './meeting.commands';

/**
 * An adjournment looks at other streams: the next meeting must be there to take what is left open, and an issue that
 * another meeting decided meanwhile is left open by nobody. Of two meetings that name each other at once, policies give
 * back what could not be carried.
 */
@CommandHandler(AdjournMeeting)
export class AdjournMeetingHandler implements ICommandHandler<AdjournMeeting> {
  constructor(@Inject(CommandProcessor) private readonly processor: CommandProcessor) {}

  execute({ id, data, envelope }: AdjournMeeting): Promise<Receipt> {
    return unlessRepeated(this.processor, id, envelope, async () => {
      const { state: meeting } = await this.processor.load('meeting', id);
      if (data.next) assertTakesItems((await this.processor.load('meeting', data.next)).state, meeting);
      const compared = await this.settleItems(id, await this.settledItems(meeting), envelope);
      return this.processor.execute('meeting', id, { type: 'AdjournMeeting', data }, compared);
    });
  }

  /** Items whose issue waits for no decision any more. */
  private async settledItems(meeting: Meeting): Promise<readonly CommandData<'SettleItem'>[]> {
    if (meeting.status !== 'convened') return [];
    const items = await Promise.all(
      meeting.agenda.map(async ({ issue, decision, gone }, index) => {
        if (!issue || decision || gone) return [];
        const because = issueSettledBy((await this.processor.load('delivery', issue.projectId)).state, issue.issue);
        return because ? [{ item: index + 1, because } as const] : [];
      }),
    );
    return items.flat();
  }

  /** Each under a key of its own. @returns the envelope of the adjournment, which comes after them */
  private async settleItems(
    id: MeetingId,
    items: readonly CommandData<'SettleItem'>[],
    envelope: Envelope,
  ): Promise<Envelope> {
    let { expectedVersion } = envelope;
    for (const data of items) {
      const commandId = derivedId(`settle item ${data.item}`, envelope.commandId);
      await this.processor.execute(
        'meeting',
        id,
        { type: 'SettleItem', data },
        { ...envelope, commandId, expectedVersion },
      );
      if (expectedVersion !== undefined) expectedVersion += 1;
    }
    return { ...envelope, expectedVersion };
  }
}
