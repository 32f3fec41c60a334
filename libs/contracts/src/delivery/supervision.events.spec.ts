import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './supervision.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  RulesChanged: [
    '{"from":"2019-07","projectId":"511400-2019-p000000007","rules":{"acceptanceLevels":["县级自验","市级复核"],"answerDays":15,"badLevel":2,"confirmOver":300,"escalation":[{"measure":"interview","when":{"months":2,"reached":"months running"}},{"measure":"circular criticism","when":{"reached":"third quarter"}},{"measure":"supervision organ","when":{"reached":"year end"}}],"evidence":"strict","lights":{"orangeBelow":50,"redBelow":30,"scheme":"five colours","yellowBelow":80},"line":{"byJune":60,"shape":"front-loaded"},"orderDays":{"blue":15,"red":5,"yellow":10},"ratingDays":30,"remindDaysBefore":3,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}},"sideLights":{"entry":{"redOverMonths":2,"yellowFromMonths":1},"money":{},"start":{"redAfterMonths":3}}},"rulesVersion":2}',
  ],
  LightOverridden: [
    '{"colour":"yellow","decidedBy":"民生实事联席会议办公室","period":"2019-03","projectId":"511400-2019-p000000007","reason":"现场抽查资料不全","until":"2019-05-05"}',
  ],
  OverrideEnded: ['{"period":"2019-03","projectId":"511400-2019-p000000007","reason":"到期"}'],
  EscalationReached: [
    '{"department":"市住建局","months":["2019-03","2019-04"],"period":"2019-04","projectId":"511400-2019-p000000007","step":{"measure":"interview","when":{"months":2,"reached":"months running"}}}',
  ],
  MeasureTaken: [
    '{"department":"市住建局","measure":"listed ' +
      'supervision","on":"2019-05-06","period":"2019-04","projectId":"511400-2019-p000000007","record":"列入挂牌督办，按周调度。"}',
  ],
  Delisted: ['{"department":"市住建局","projectId":"511400-2019-p000000007","reason":"已追平序时。"}'],
  OrderIssued: [
    '{"department":"市住建局","dueOn":"2019-04-20","order":1,"period":"2019-03","projectId":"511400-2019-p000000007","reason":"落后序时进度31个百分点。"}',
    '{"department":"市住建局","dueOn":"2019-04-20","level":"blue","order":1,"period":"2019-03","projectId":"511400-2019-p000000007","reason":"落后序时进度31个百分点。"}',
    '{"department":"市住建局","dueOn":"2027-04-20","dueOnProvisional":true,"level":"blue","order":1,"period":"2027-03","projectId":"511400-2027-p000000007","reason":"落后序时进度31个百分点。"}',
  ],
  OrderReceived: ['{"department":"市住建局","on":"2019-04-09","order":1,"projectId":"511400-2019-p000000007"}'],
  OrderAnswered: [
    '{"answer":"已增加两个施工队。","department":"市住建局","order":1,"projectId":"511400-2019-p000000007"}',
  ],
  OrderOverdue: ['{"department":"市住建局","dueOn":"2019-04-20","order":1,"projectId":"511400-2019-p000000007"}'],
  OrderEscalated: [
    '{"department":"市住建局","dueOn":"2019-05-08","level":"yellow","order":1,"projectId":"511400-2019-p000000007","reason":"逾期未答复"}',
    '{"department":"市住建局","dueOn":"2027-05-10","dueOnProvisional":true,"level":"yellow","order":1,"projectId":"511400-2027-p000000007","reason":"逾期未答复"}',
  ],
  OrderClosed: ['{"order":1,"projectId":"511400-2019-p000000007","waiver":"汛期停工，免于答复。"}'],
  IssueRaised: [
    '{"department":"市住建局","detail":"三个点位无用地指标。","issue":1,"projectId":"511400-2019-p000000007","title":"用地指标不足"}',
  ],
  IssueDecided: [
    '{"decision":"由市自然资源局调剂。","dueOn":"2019-05-31","issue":1,"meeting":"第二次联席会议","owner":"市自然资源局","projectId":"511400-2019-p000000007"}',
    '{"agendaItem":{"item":2,"meetingId":"511400-2019-m000000003"},"decision":"由市自然资源局调剂。' +
      '","dueOn":"2019-05-31","issue":1,"meeting":"联席会议第3次会议","owner":"市自然资源局","projectId":"511400-2019-p000000007"}',
  ],
  IssueOverdue: ['{"dueOn":"2019-05-31","issue":1,"owner":"市自然资源局","projectId":"511400-2019-p000000007"}'],
  IssueResolved: [
    '{"issue":1,"projectId":"511400-2019-p000000007","result":"用地已调剂。"}',
    '{"agendaItem":{"item":2,"meetingId":"511400-2019-m000000003"},"issue":1,"projectId":"511400-2019-p000000007","result":"用地已调剂。"}',
  ],
  IssueReopened: [
    '{"agendaItem":{"item":2,"meetingId":"511400-2019-m000000003"},"issue":1,"projectId":"511400-2019-p000000007","reason":"第二处仍未交地。"}',
  ],
};

describe('the stored events of supervision', () => keepsItsStoredSamples(definitionsIn(events), stored));
