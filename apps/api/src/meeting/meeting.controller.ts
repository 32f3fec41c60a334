import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListId, MeetingId, meetingRoutes } from '@minsheng/contracts';
import { meetings } from '@minsheng/read-models';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Answers, asOfQuery } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';

@ApiTags('联席会议 joint conference')
@Controller()
export class MeetingController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(meetingRoutes.Meetings, asOfQuery)
  async meetings(@Param('listId') id: string, @AsOf() asOf: Date | undefined) {
    const listId = parsed(ListId, id, '/listId');
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

  @Answers(meetingRoutes.Meeting, asOfQuery)
  async meeting(@Param('meetingId') id: string, @AsOf() asOf: Date | undefined) {
    const meetingId = parsed(MeetingId, id, '/meetingId');
    const row = await (await this.readModels.view(asOf, meetings)).row(meetings, meetingId);
    if (!row) throw new Problem('NOT_FOUND', { what: '会议 meeting' });
    return row;
  }
}
