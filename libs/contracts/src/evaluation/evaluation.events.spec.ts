import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './evaluation.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  EvaluationOpened: [
    '{"closesOn":"2020-01-19","leads":["市住建局"],"opensOn":"2019-12-20","projectId":"511400-2019-p000000007","rules":{"answerDays":15,"badLevel":2,"lights":{"redOver":30,"scheme":"points behind","yellowFrom":10},"line":{"shape":"linear"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
    '{"closesOn":"2020-01-19","leads":["市住建局"],"opensOn":"2019-12-20","projectId":"511400-2019-p000000007","rules":{"acceptanceLevels":["县级自验","市级复核"],"answerDays":15,"badLevel":2,"confirmOver":300,"escalation":[{"measure":"interview","when":{"months":2,"reached":"months running"}},{"measure":"circular criticism","when":{"reached":"third quarter"}}],"evidence":"strict","lights":{"orangeBelow":50,"redBelow":30,"scheme":"five colours","yellowBelow":80},"line":{"shape":"linear"},"orderDays":{"blue":15,"red":5,"yellow":10},"ratingDays":30,"remindDaysBefore":3,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}},"sideLights":{"entry":{"redOverMonths":2,"yellowFromMonths":1},"money":{},"start":{"redAfterMonths":3}}},"rulesVersion":1}',
  ],
  SurveyRecorded: [
    '{"asked":724,"counts":[3,9,60,240,412],"method":"电话随机抽样","projectId":"511400-2019-p000000007","surveyor":"市统计局"}',
  ],
  ThirdPartyEvaluated: [
    '{"dimensions":[{"name":"态度","score":91,"weight":20},{"name":"能力","score":88,"weight":20},{"name":"效率","score":85,"weight":20},{"name":"效果","score":90,"weight":40}],"institute":"省社会科学院","projectId":"511400-2019-p000000007","reportNo":"2020-11"}',
  ],
  SatisfactionBallotRecorded: [
    '{"basicallySatisfied":43,"body":"宁海县人民代表大会","dissatisfied":4,"heldOn":"2020-12-29","projectId":"511400-2019-p000000007","satisfied":175,"valid":222}',
  ],
  EvaluationClosed: ['{"projectId":"511400-2019-p000000007"}'],
  SatisfactionScored: [
    '{"channels":{"rating":{"answers":4,"score":null,"weight":30},"survey":{"answers":724,"score":"88.8","weight":50},"thirdParty":{"answers":1,"score":"88.8","weight":20}},"grade":"满意","projectId":"511400-2019-p000000007","ratings":[1,0,1,1,1],"rule":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}},"rulesVersion":1,"score":"88.8"}',
  ],
  RectificationOpened: [
    '{"departments":["市住建局"],"dueOn":"2020-01-10","level":2,"projectId":"511400-2019-p000000007","ticket":"0123456789abcdef0123456789abcdef"}',
    '{"departments":["市住建局"],"dueOn":"2027-01-12","dueOnProvisional":true,"level":2,"projectId":"511400-2026-p000000007","ticket":"0123456789abcdef0123456789abcdef"}',
  ],
  RectificationAnswered: [
    '{"answer":"已安排每日保洁。","department":"市住建局","projectId":"511400-2019-p000000007","ticket":"0123456789abcdef0123456789abcdef"}',
  ],
  RectificationClosed: [
    '{"calledBack":true,"projectId":"511400-2019-p000000007","result":"来电人表示满意。' +
      '","ticket":"0123456789abcdef0123456789abcdef"}',
  ],
  ProjectRated: [
    '{"badLevel":2,"comment":{"cipher":"b3BhcXVl","iv":"MDEyMzQ1Njc4OWFi","person":"7c9e6679-7425-40de-944b-e07fc1f90ae7"},"level":2,"projectId":"511400-2019-p000000007","raterTag":"0123456789abcdef0123456789abcdef"}',
  ],
  RatingChanged: [
    '{"badLevel":2,"level":4,"previousLevel":2,"projectId":"511400-2019-p000000007","raterTag":"0123456789abcdef0123456789abcdef"}',
  ],
};

describe('the stored events of evaluation', () => keepsItsStoredSamples(definitionsIn(events), stored));
