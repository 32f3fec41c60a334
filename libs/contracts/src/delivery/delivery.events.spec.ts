import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import { commitmentEvents } from './commitment.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  DeliveryStarted: [
    '{"commitment":{"coDepartments":["市财政局"],"domain":"环境友好","indicators":[{"additive":true,"applicable":true,"baseline":"12.5","comparator":">=","id":"i1","lead":"市住建局","name":"新建改建公厕","steps":[{"due":"2019-06","quantity":"30","text":"完成一半"}],"target":"60","targetText":"60座以上","unit":"座"},{"additive":false,"applicable":true,"comparator":"<=","id":"i2","lead":"市交通运输局","name":"城镇登记失业率","steps":[],"target":"4.3","unit":"%"},{"additive":false,"applicable":false,"comparator":"event","id":"i3","lead":"市交通运输局","name":"投入试运营","steps":[{"due":"2019-10","text":"投入试运营"}],"target":null,"unit":"项"}],"level":"city","span":{"from":2019,"to":2020},"suggestions":["511400-2019-s000000001"],"title":"新建改建农村公厕577座"},"no":7,"projectId":"511400-2019-p000000007","rules":{"answerDays":15,"badLevel":2,"lights":{"redOver":30,"scheme":"points behind","yellowFrom":10},"line":{"shape":"linear"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
    '{"adoptedBy":"眉山市第四届人民代表大会第四次会议","commitment":{"coDepartments":["市财政局"],"domain":"环境友好","indicators":[{"additive":true,"applicable":true,"baseline":"12.5","comparator":">=","dueOn":"2020-06-30","id":"i1","kind":"count","lead":"市住建局","name":"新建改建公厕","scale":"1","stageGoals":[{"goal":"完成一半","target":"30","year":2019}],"steps":[{"due":"2019-06","quantity":"30","text":"完成一半"}],"stepsAre":"increments","stretch":"66","target":"60","targetText":"60座以上","unit":"座"},{"additive":true,"applicable":true,"comparator":">=","id":"i2","kind":"count","lead":"市住建局","name":"其中农村","partOf":"i1","steps":[],"target":"40","unit":"座"},{"additive":false,"applicable":true,"ceiling":"95","comparator":"range","id":"i3","kind":"rate","lead":"市生态环境局","name":"空气优良天数比例","steps":[],"target":"80","unit":"%"},{"additive":false,"applicable":false,"comparator":"event","eventKind":"put into use","id":"i4","kind":"event","lead":"市交通运输局","name":"投入试运营","steps":[{"due":"2019-10","text":"投入试运营"}],"target":null,"unit":"项"},{"additive":false,"applicable":true,"checkpoints":4,"comparator":">=","id":"i5","kind":"recurring duty","lead":"市住建局","name":"每季保洁检查","steps":[],"target":null,"unit":"次"}],"level":"city","lineage":[{"projectId":"511400-2018-p000000003","relation":"carried over from"}],"span":{"from":2019,"to":2020},"suggestions":["511400-2019-s000000001"],"title":"新建改建农村公厕577座"},"no":7,"projectId":"511400-2019-p000000007","rules":{"acceptanceLevels":["县级自验","市级复核"],"answerDays":15,"badLevel":2,"confirmOver":300,"escalation":[{"measure":"interview","when":{"months":2,"reached":"months running"}},{"measure":"circular criticism","when":{"reached":"third quarter"}}],"evidence":"strict","lights":{"orangeBelow":50,"redBelow":30,"scheme":"five colours","yellowBelow":80},"line":{"shape":"linear"},"orderDays":{"blue":15,"red":5,"yellow":10},"ratingDays":30,"remindDaysBefore":3,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}},"sideLights":{"entry":{"redOverMonths":2,"yellowFromMonths":1},"money":{},"start":{"redAfterMonths":3}}},"rulesVersion":1}',
  ],
  TargetsBrokenDown: [
    '{"indicators":[{"buffer":true,"districts":[{"district":"东坡区","target":"40"},{"district":"海曙、江东、' +
      '江北","target":"25.5"},{"district":"天府新区","target":null}],"indicatorId":"i1","steps":[{"due":"2019-12","quantity":"60","text":"全部建成"}]}],"leaderInCharge":"分管副市长","projectId":"511400-2019-p000000007"}',
    '{"indicators":[{"buffer":true,"districts":[{"district":"东坡区","target":"40"},{"district":"海曙、江东、' +
      '江北","members":["海曙","江东","江北"],"target":"25.5"},{"district":"市本级","ownLevel":true,"target":null}],"indicatorId":"i1","steps":[{"due":"2019-06","quantity":"30","text":"完成一半"},{"due":"2019-12","quantity":"60","text":"全部建成"}],"stepsAre":"cumulative"}],"leaderInCharge":"分管副市长","projectId":"511400-2019-p000000007"}',
  ],
  InvestmentPlanned: [
    '{"bySource":[{"amount":"800.5","source":"own ' +
      'budget"},{"amount":"400","source":"bonds"}],"payments":[{"amount":"500","due":"2019-06"},{"amount":"1200.5","due":"2019-12"}],"projectId":"511400-2019-p000000007","total":"2400","year":"1200.5"}',
  ],
  LiaisonAppointed: [
    '{"contact":{"cipher":"b3BhcXVl","iv":"MDEyMzQ1Njc4OWFi","person":"7c9e6679-7425-40de-944b-e07fc1f90ae7"},"department":"市住建局","projectId":"511400-2019-p000000007"}',
  ],
};

/** Reporting, supervision, change and completion have files of their own. */
describe('the stored events of commitment', () => keepsItsStoredSamples(definitionsIn({ commitmentEvents }), stored));
