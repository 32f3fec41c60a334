import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import * as events from './selection.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  CandidateProposed: [
    '{"coDepartments":["市财政局"],"domain":"环境友好","indicators":[{"additive":true,"applicable":true,"baseline":"12.5","comparator":">=","id":"i1","lead":"市住建局","name":"新建改建公厕","steps":[{"due":"2019-06","quantity":"30","text":"完成一半"}],"target":"60","targetText":"60座以上","unit":"座"},{"additive":false,"applicable":true,"comparator":"<=","id":"i2","lead":"市交通运输局","name":"城镇登记失业率","steps":[],"target":"4.3","unit":"%"},{"additive":false,"applicable":false,"comparator":"event","id":"i3","lead":"市交通运输局","name":"投入试运营","steps":[{"due":"2019-10","text":"投入试运营"}],"target":null,"unit":"项"}],"level":"city","projectId":"511400-2019-p000000007","span":{"from":2019,"to":2020},"suggestions":["511400-2019-s000000001"],"title":"新建改建农村公厕577座"}',
  ],
  CandidateShelved: [
    '{"projectId":"511400-2019-p000000007","reason":"用地手续未办结。"}',
  ],
  CandidateAdopted: [
    '{"commitment":{"coDepartments":["市财政局"],"domain":"环境友好","indicators":[{"additive":true,"applicable":true,"baseline":"12.5","comparator":">=","id":"i1","lead":"市住建局","name":"新建改建公厕","steps":[{"due":"2019-06","quantity":"30","text":"完成一半"}],"target":"60","targetText":"60座以上","unit":"座"},{"additive":false,"applicable":true,"comparator":"<=","id":"i2","lead":"市交通运输局","name":"城镇登记失业率","steps":[],"target":"4.3","unit":"%"},{"additive":false,"applicable":false,"comparator":"event","id":"i3","lead":"市交通运输局","name":"投入试运营","steps":[{"due":"2019-10","text":"投入试运营"}],"target":null,"unit":"项"}],"level":"city","span":{"from":2019,"to":2020},"suggestions":["511400-2019-s000000001"],"title":"新建改建农村公厕577座"},"no":7,"projectId":"511400-2019-p000000007","rules":{"answerDays":15,"badLevel":2,"lights":{"redOver":30,"scheme":"points behind","yellowFrom":10},"line":{"shape":"linear"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
  ],
  CandidatePassedOver: [
    '{"projectId":"511400-2019-p000000007"}',
  ],
  AnnualListOpened: [
    '{"listId":"511400-2019","mode":"deputies vote","regionCode":"511400","regionName":"眉山市","seats":1,"title":"眉山市2019年民生实事","year":2019}',
  ],
  RulesAdopted: [
    '{"listId":"511400-2019","rules":{"answerDays":15,"badLevel":2,"lights":{"scheme":"month met or not"},"line":{"byJune":60,"shape":"front-loaded"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
  ],
  CandidatesPutToDecision: [
    '{"listId":"511400-2019","projectIds":["511400-2019-p000000007","511400-2019-p000000008"]}',
  ],
  BallotRecorded: [
    '{"body":"眉山市第四届人民代表大会第四次会议","deputies":380,"heldOn":"2019-01-18","issued":372,"listId":"511400-2019","returned":371,"tallies":[{"abstained":6,"against":10,"inFavour":350,"notVoted":4,"projectId":"511400-2019-p000000007"},{"abstained":8,"against":12,"inFavour":350,"notVoted":0,"projectId":"511400-2019-p000000008"}],"valid":370}',
  ],
  TieResolved: [
    '{"chosen":["511400-2019-p000000007"],"how":"就得票相同的候选项目再次投票。","listId":"511400-2019"}',
  ],
  GovernmentDecided: [
    '{"body":"眉山市人民政府","documentNo":"眉府发〔2019〕1号","heldOn":"2019-01-18","listId":"511400-2019","projectIds":["511400-2019-p000000007"]}',
  ],
  AnnualListAdopted: [
    '{"adopted":["511400-2019-p000000007"],"adoptedOn":"2019-01-18","announcementNo":"公告第3号","body":"眉山市第四届人民代表大会第四次会议","listId":"511400-2019","passedOver":["511400-2019-p000000008"],"rules":{"answerDays":15,"badLevel":2,"lights":{"redOver":30,"scheme":"points behind","yellowFrom":10},"line":{"shape":"linear"},"ratingDays":30,"reportDueDay":28,"satisfaction":{"grades":[{"from":80,"grade":"满意"},{"from":60,"grade":"基本满意"},{"from":0,"grade":"不满意"}],"points":[0,30,60,80,100],"smallestSample":5,"weights":{"rating":30,"survey":50,"thirdParty":20}}},"rulesVersion":1}',
  ],
};

describe('the stored events of selection', () => keepsItsStoredSamples(definitionsIn(events), stored));
