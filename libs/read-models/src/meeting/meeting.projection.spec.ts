import { council, delivering, gardens, health, rowAfter, rowsAfter, works, type GivenEvent } from '../testing';
import { meetings } from './meeting.projection';

const events = delivering.filter(({ data }) => 'meetingId' in data);
const upTo = (type: string) =>
  rowAfter(meetings, ...events.slice(0, events.findIndex((event) => event.type === type) + 1));

describe('a meeting of the joint conference', () => {
  it('begins with who chairs and who takes part', async () => {
    expect(await upTo('MeetingConvened')).toEqual({
      meetingId: council,
      listId: '511400-2019',
      regionCode: '511400',
      title: '第三次联席会议',
      heldOn: '2019-07-01',
      chair: '副市长',
      members: [works, health],
      agenda: [],
      minutesNo: null,
      version: 1,
    });
  });
  it('shows each item with its issue, its decision and what became of it', async () => {
    expect((await upTo('AgendaItemPut')).agenda).toEqual([
      { item: 1, topic: '用地', issue: { projectId: gardens, issue: 1 }, followUps: [], done: false },
    ]);
    expect((await upTo('DecisionRecorded')).agenda).toMatchObject([
      { decision: { decision: '先行用地', owner: '市自然资源局', dueOn: '2019-07-30' }, done: false },
    ]);
    expect(await upTo('DecisionFollowedUp')).toMatchObject({
      minutesNo: '纪要〔2019〕3号',
      version: 6,
      agenda: [{ done: true, followUps: [{ done: true, text: '已批', on: '2019-07-01' }] }],
    });
  });
  it('shows what was carried to which meeting, what was dropped and why, and where an item comes from', async () => {
    const next = '511400-2019-council004';
    const put = (meetingId: string, item: number, topic: string, over: object = {}): GivenEvent => ({
      type: 'AgendaItemPut',
      data: { meetingId, item, topic, ...over },
    });
    const [convened] = events;
    const adjourned: GivenEvent = {
      type: 'MeetingAdjourned',
      data: {
        meetingId: council,
        minutesNo: '纪要〔2019〕3号',
        carried: { to: next, items: [{ item: 1, topic: '用地' }] },
        dropped: [{ item: 2, reason: '已另行办理' }],
      },
    };
    expect(
      await rowsAfter(
        meetings,
        convened,
        put(council, 1, '用地'),
        put(council, 2, '资金'),
        adjourned,
        { ...convened, data: { ...convened.data, meetingId: next } },
        put(next, 1, '用地', { from: { meetingId: council, item: 1 } }),
      ),
    ).toMatchObject([
      {
        agenda: [
          { item: 1, carriedTo: next },
          { item: 2, droppedFor: '已另行办理' },
        ],
      },
      { agenda: [{ item: 1, from: { meetingId: council, item: 1 } }] },
    ]);
  });
});
