import { Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ListId, MeetingId, regionOf } from '@minsheng/contracts';
import { meetings } from '@minsheng/read-models';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { asOfQuery, QueryRoute } from '../http/query-route';
import { staff } from '../identity/access';
import { assertSameRegion, CallerOf, type Caller } from '../identity/caller';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import * as Commands from './meeting.commands';

@ApiTags('联席会议 joint conference')
@Controller()
export class MeetingController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  @CommandRoute('lists/:listId/meetings', Commands.ConveneMeeting, '召开联席会议', 'commission', 'leader')
  convene(@Command() command: Commands.ConveneMeeting) {
    return this.bus.execute(command);
  }

  @CommandRoute('meetings/:meetingId/agenda', Commands.PutOnAgenda, '列入议题', 'commission', 'leader')
  putOnAgenda(@Command() command: Commands.PutOnAgenda) {
    return this.bus.execute(command);
  }

  @CommandRoute('meetings/:meetingId/decisions', Commands.RecordDecision, '议定事项', 'commission', 'leader')
  recordDecision(@Command() command: Commands.RecordDecision) {
    return this.bus.execute(command);
  }

  @CommandRoute('meetings/:meetingId/adjournment', Commands.AdjournMeeting, '印发纪要、散会', 'commission', 'leader')
  adjourn(@Command() command: Commands.AdjournMeeting) {
    return this.bus.execute(command);
  }

  @CommandRoute('meetings/:meetingId/follow-ups', Commands.FollowUpDecision, '跟踪落实', 'commission', 'leader')
  followUp(@Command() command: Commands.FollowUpDecision) {
    return this.bus.execute(command);
  }

  @QueryRoute('lists/:listId/meetings', staff, '联席会议 Meetings of the joint conference', asOfQuery)
  async meetings(@Param('listId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const listId = parsed(ListId, id, '/listId');
    assertSameRegion(caller.actor, listId);
    const view = await this.readModels.view(asOf, meetings);
    const rows = await view.all(meetings, { listId });
    return {
      listId,
      ...view.notCurrent(listId),
      meetings: rows
        .sort((a, b) => (`${a.heldOn} ${a.meetingId}` < `${b.heldOn} ${b.meetingId}` ? -1 : 1))
        .map(({ listId: _, regionCode: __, ...meeting }) => meeting),
    };
  }

  @QueryRoute(
    'meetings/:meetingId',
    staff,
    '一次联席会议：议程、决定与落实 A meeting: agenda, decisions and their follow-up',
    asOfQuery,
  )
  async meeting(@Param('meetingId') id: string, @CallerOf() caller: Caller, @AsOf() asOf: Date | undefined) {
    const meetingId = parsed(MeetingId, id, '/meetingId');
    if (caller.actor.region && caller.actor.region !== regionOf(meetingId))
      throw new Problem('OTHER_REGION', { region: caller.actor.region });
    const row = await (await this.readModels.view(asOf, meetings)).row(meetings, meetingId);
    if (!row) throw new Problem('NOT_FOUND', { what: '会议 meeting' });
    return row;
  }
}
