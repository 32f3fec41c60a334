import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './meeting.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  MeetingConvened: [
    '{"chair":"分管副市长","heldOn":"2019-05-20","meetingId":"511400-2019-m000000003","members":["市住建局","市自然资源局"],"title":"联席会议第3次会议"}',
  ],
  AgendaItemPut: [
    '{"issue":{"issue":1,"projectId":"511400-2019-p000000007"},"item":2,"meetingId":"511400-2019-m000000003","topic":"用地手续办理缓慢"}',
  ],
  DecisionRecorded: [
    '{"decision":"由市自然资源局调剂。","dueOn":"2019-05-31","issue":{"issue":1,"projectId":"511400-2019-p000000007"},"item":2,"meeting":"联席会议第3次会议","meetingId":"511400-2019-m000000003","owner":"市自然资源局"}',
  ],
  MeetingAdjourned: ['{"meetingId":"511400-2019-m000000003","minutesNo":"联席〔2019〕3号"}'],
  DecisionFollowedUp: ['{"done":true,"item":2,"meetingId":"511400-2019-m000000003","text":"用地已调剂。"}'],
};

describe('the stored events of the joint conference', () => keepsItsStoredSamples(definitionsIn(events), stored));
