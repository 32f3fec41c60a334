import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './delivery.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  DeliveryStarted: [
    '{"commitment":{"coDepartments":["市财政局"],"domain":"环境友好","indicators":[{"additive":true,"applicable":true,"baseline":"12.5","comparator":">=","id":"i1","lead":"市住建局","name":"新建改建公厕","steps":[{"due":"2019-06","quantity":"30","text":"完成一半"}],"target":"60","targetText":"60座以上","unit":"座"},{"additive":false,"applicable":true,"comparator":"<=","id":"i2","lead":"市交通运输局","name":"城镇登记失业率","steps":[],"target":"4.3","unit":"%"},{"additive":false,"applicable":false,"comparator":"event","id":"i3","lead":"市交通运输局","name":"投入试运营","steps":[{"due":"2019-10","text":"投入试运营"}],"target":null,"unit":"项"}],"level":"city","span":{"from":2019,"to":2020},"suggestions":["511400-2019-s000000001"],"title":"新建改建农村公厕577座"},"no":7,"projectId":"511400-2019-p000000007","rules":{"answerDays":15,"badLevel":2,"lights":{"redOver":30,"scheme":"points behind","yellowFrom":10},"line":{"shape":"linear"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
  ],
  TargetsBrokenDown: [
    '{"indicators":[{"buffer":true,"districts":[{"district":"东坡区","target":"40"},{"district":"海曙、江东、江北","target":"25.5"},{"district":"天府新区","target":null}],"indicatorId":"i1","steps":[{"due":"2019-12","quantity":"60","text":"全部建成"}]}],"leaderInCharge":"分管副市长","projectId":"511400-2019-p000000007"}',
  ],
  ReportSubmitted: [
    '{"author":"officer-41","department":"市住建局","evidence":[{"caption":"东坡区某村公厕","kind":"photo","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"},{"caption":"验收单","kind":"document"}],"lines":[{"district":"东坡区","indicatorId":"i1","value":"12.5"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"doneOn":"2019-03-20","indicatorId":"i3","worksPercent":"100"}],"period":"2019-03","progress":"已开工15座，建成9座。","projectId":"511400-2019-p000000007","submittedOn":"2019-03-27","version":1}',
  ],
  ReportCorrected: [
    '{"author":"officer-41","department":"市住建局","evidence":[{"caption":"东坡区某村公厕","kind":"photo","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"},{"caption":"验收单","kind":"document"}],"lines":[{"district":"东坡区","indicatorId":"i1","value":"12.5"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"doneOn":"2019-03-20","indicatorId":"i3","worksPercent":"100"}],"period":"2019-03","progress":"已开工15座，建成9座。","projectId":"511400-2019-p000000007","reason":"审计核减三座。","submittedOn":"2019-05-06","version":2}',
  ],
  ReportReturned: [
    '{"department":"市住建局","period":"2019-03","projectId":"511400-2019-p000000007","reason":"照片与点位不符。","version":1}',
  ],
  ReportVerified: [
    '{"department":"市住建局","how":"site visit","lines":[{"district":"东坡区","indicatorId":"i1","value":"12.5"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"doneOn":"2019-03-20","indicatorId":"i3","worksPercent":"100"}],"note":"实地核查九座。","period":"2019-03","projectId":"511400-2019-p000000007","version":2}',
  ],
  MonthClosed: [
    '{"light":{"colour":"yellow","missing":[],"period":"2019-03","rule":{"redOver":30,"scheme":"points behind","yellowFrom":10},"rulesVersion":1,"why":"behind the line","worst":{"behind":"10","district":"东坡区","indicatorId":"i1","lead":"市住建局","line":"25","met":false,"percent":"15"}},"projectId":"511400-2019-p000000007"}',
  ],
  LightRecomputed: [
    '{"before":"red","light":{"colour":"yellow","missing":[],"period":"2019-03","rule":{"redOver":30,"scheme":"points behind","yellowFrom":10},"rulesVersion":1,"why":"caught up later","worst":{"behind":"10","district":"东坡区","indicatorId":"i1","lead":"市住建局","line":"25","met":false,"percent":"15"}},"projectId":"511400-2019-p000000007"}',
  ],
  IssueRaised: [
    '{"department":"市住建局","detail":"三个点位无用地指标。","issue":1,"projectId":"511400-2019-p000000007","title":"用地指标不足"}',
  ],
  IssueDecided: [
    '{"decision":"由市自然资源局调剂。","dueOn":"2019-05-31","issue":1,"meeting":"第二次联席会议","owner":"市自然资源局","projectId":"511400-2019-p000000007"}',
  ],
  IssueResolved: [
    '{"issue":1,"projectId":"511400-2019-p000000007","result":"用地已调剂。"}',
  ],
  OrderIssued: [
    '{"department":"市住建局","dueOn":"2019-04-20","order":1,"period":"2019-03","projectId":"511400-2019-p000000007","reason":"落后序时进度31个百分点。"}',
  ],
  OrderAnswered: [
    '{"answer":"已增加两个施工队。","department":"市住建局","order":1,"projectId":"511400-2019-p000000007"}',
  ],
  OrderClosed: [
    '{"order":1,"projectId":"511400-2019-p000000007","waiver":"汛期停工，免于答复。"}',
  ],
  CompletionClaimed: [
    '{"department":"市住建局","endedOn":"2019-12-02","evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"projectId":"511400-2019-p000000007","statement":"全部建成并投入使用。"}',
  ],
  NotMetRecorded: [
    '{"body":"眉山市人民政府","endedOn":"2019-12-30","projectId":"511400-2019-p000000007","reason":"文物勘探，工期顺延。"}',
  ],
  AcceptancePassed: [
    '{"acceptedOn":"2019-12-20","evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"inspector":"市政府督查室","items":[{"item":"数量","note":"","passed":true},{"item":"质量","note":"抽查合格","passed":true}],"leads":["市住建局","市交通运输局"],"projectId":"511400-2019-p000000007","rules":{"answerDays":15,"badLevel":2,"lights":{"redOver":30,"scheme":"points behind","yellowFrom":10},"line":{"shape":"linear"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
  ],
  AcceptanceFailed: [
    '{"evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"inspector":"市政府督查室","items":[{"item":"数量","note":"","passed":true},{"item":"质量","note":"两座未通水","passed":false}],"projectId":"511400-2019-p000000007"}',
  ],
  ProjectClosed: [
    '{"archiveNo":"MS-2019-07","outcome":"met","projectId":"511400-2019-p000000007"}',
  ],
};

describe('the stored events of delivery', () => keepsItsStoredSamples(definitionsIn(events), stored));
