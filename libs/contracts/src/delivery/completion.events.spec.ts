import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './completion.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  CompletionClaimed: [
    '{"department":"市住建局","endedOn":"2019-12-02","evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"projectId":"511400-2019-p000000007","statement":"全部建成并投入使用。"}',
  ],
  NotMetRecorded: [
    '{"body":"眉山市人民政府","endedOn":"2019-12-30","projectId":"511400-2019-p000000007","reason":"文物勘探，工期顺延。"}',
  ],
  AcceptanceLevelPassed: [
    '{"evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"inspector":"市政府督查室","items":[{"item":"数量","note":"","passed":true},{"item":"质量","note":"抽查合格","passed":true}],"level":"县级自验","projectId":"511400-2019-p000000007"}',
  ],
  AcceptancePassed: [
    '{"acceptedOn":"2019-12-20","evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"inspector":"市政府督查室","items":[{"item":"数量","note":"","passed":true},{"item":"质量","note":"抽查合格","passed":true}],"leads":["市住建局","市交通运输局"],"projectId":"511400-2019-p000000007","rules":{"answerDays":15,"badLevel":2,"lights":{"redOver":30,"scheme":"points behind","yellowFrom":10},"line":{"shape":"linear"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
    '{"acceptedOn":"2019-12-20","evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"inspector":"市政府督查室","items":[{"item":"数量","note":"","passed":true},{"item":"质量","note":"抽查合格","passed":true}],"leads":["市住建局"],"level":"市级复核","projectId":"511400-2019-p000000007","rules":{"acceptanceLevels":["县级自验","市级复核"],"answerDays":15,"badLevel":2,"confirmOver":300,"escalation":[{"measure":"interview","when":{"months":2,"reached":"months running"}},{"measure":"circular criticism","when":{"reached":"third quarter"}},{"measure":"supervision organ","when":{"reached":"year end"}}],"evidence":"strict","lights":{"orangeBelow":50,"redBelow":30,"scheme":"five colours","yellowBelow":80},"line":{"byJune":60,"shape":"front-loaded"},"orderDays":{"blue":15,"red":5,"yellow":10},"ratingDays":30,"remindDaysBefore":3,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}},"sideLights":{"entry":{"redOverMonths":2,"yellowFromMonths":1},"money":{},"start":{"redAfterMonths":3}}},"rulesVersion":2}',
  ],
  AcceptanceFailed: [
    '{"evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"inspector":"市政府督查室","items":[{"item":"数量","note":"","passed":true},{"item":"质量","note":"两座未通水","passed":false}],"projectId":"511400-2019-p000000007"}',
    '{"evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"inspector":"市政府督查室","items":[{"item":"数量","note":"","passed":true},{"item":"质量","note":"两座未通水","passed":false}],"level":"县级自验","projectId":"511400-2019-p000000007"}',
  ],
  ProjectClosed: ['{"archiveNo":"MS-2019-07","outcome":"met","projectId":"511400-2019-p000000007"}'],
  LookedBack: [
    '{"evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"findings":"回访三处点位，均在正常使用。","inspector":"市人大代表检查组","projectId":"511400-2019-p000000007"}',
  ],
  ProjectReopened: [
    '{"evidence":[{"caption":"竣工验收备案表","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"findings":"两座未通水。","inspector":"市人大代表检查组","projectId":"511400-2019-p000000007","reopenedOn":"2020-03-10"}',
  ],
};

describe('the stored events of completion', () => keepsItsStoredSamples(definitionsIn(events), stored));
