import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './change.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  AdjustmentApplied: [
    '{"adjustment":1,"before":["60","2019-12-31","新建改建农村公厕","市住建局"],"changes":[{"indicatorId":"i1","kind":"target","target":"50","targetText":"50座以上"},{"dueOn":"2019-12-25","indicatorId":"i1","kind":"due date"},{"kind":"title","title":"新建公厕"},{"indicatorId":"i2","kind":"lead","lead":"市交通运输局"}],"department":"市住建局","evidence":[{"caption":"考古勘探报告","kind":"document"}],"projectId":"511400-2019-p000000007","reason":"文物勘探，工期顺延。"}',
  ],
  AdjustmentChecked: ['{"adjustment":1,"opinion":"情况属实。","projectId":"511400-2019-p000000007","supported":true}'],
  AdjustmentApproved: [
    '{"adjustment":1,"body":"市人大常委会","changes":[{"indicatorId":"i1","kind":"target","target":"50","targetText":"50座以上"},{"dueOn":"2019-12-25","indicatorId":"i1","kind":"due date"},{"kind":"title","title":"新建公厕"},{"indicatorId":"i2","kind":"lead","lead":"市交通运输局"},{"goal":"2020年6月建成","kind":"carry over","toYear":2020},{"into":["511400-2019-p000000021","511400-2019-p000000022"],"kind":"split"},{"into":"511400-2019-p000000021","kind":"merge"},{"kind":"terminate"}],"decidedOn":"2019-08-02","documentNo":"常发〔2019〕9号","heldOn":"2019-08-01","projectId":"511400-2019-p000000007"}',
  ],
  AdjustmentRejected: [
    '{"adjustment":1,"body":"市人大常委会","documentNo":"常发〔2019〕9号","heldOn":"2019-08-01","projectId":"511400-2019-p000000007"}',
  ],
  AdjustmentPublished: ['{"adjustment":1,"noticeNo":"公告〔2019〕3号","projectId":"511400-2019-p000000007"}'],
};

describe('the stored events of change', () => keepsItsStoredSamples(definitionsIn(events), stored));
