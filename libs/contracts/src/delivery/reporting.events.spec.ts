import { definitionsIn, keepsItsStoredSamples } from '../testing/stored-samples';
import { reportingEvents } from './reporting.events';

/** One text per version, as it lies in the log: the next version adds a line, none is ever edited. */
const stored = {
  PeriodOpened: [
    '{"dueOn":"2019-03-28","period":"2019-03","projectId":"511400-2019-p000000007"}',
    '{"dueOn":"2027-03-29","dueOnProvisional":true,"period":"2027-03","projectId":"511400-2027-p000000007"}',
  ],
  ReportReminded: [
    '{"department":"市住建局","dueOn":"2019-03-28","period":"2019-03","projectId":"511400-2019-p000000007"}',
    '{"department":"市住建局","dueOn":"2027-03-29","dueOnProvisional":true,"period":"2027-03","projectId":"511400-2027-p000000007"}',
  ],
  ReportOverdue: [
    '{"department":"市住建局","dueOn":"2019-03-28","period":"2019-03","projectId":"511400-2019-p000000007"}',
    '{"department":"市住建局","dueOn":"2027-03-29","dueOnProvisional":true,"period":"2027-03","projectId":"511400-2027-p000000007"}',
  ],
  ReportSubmitted: [
    '{"author":"officer-41","department":"市住建局","evidence":[{"caption":"东坡区某村公厕","kind":"photo","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"},{"caption":"验收单","kind":"document"}],"lines":[{"district":"东坡区","indicatorId":"i1","value":"12.5"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"doneOn":"2019-03-20","indicatorId":"i3","worksPercent":"100"}],"period":"2019-03","progress":"已开工15座，建成9座。","projectId":"511400-2019-p000000007","submittedOn":"2019-03-27","version":1}',
    '{"author":"officer-41","department":"市住建局","evidence":[{"caption":"验收单","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"lines":[{"district":"东坡区","enteredOn":"2019-03-01","indicatorId":"i1","startedOn":"2019-02-20","value":"12.5","worksPercent":"60"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"indicatorId":"i2","revisedBase":"15670","value":"97.5"},{"doneOn":"2019-03-20","indicatorId":"i3"},{"allServed":true,"indicatorId":"i4"}],"money":{"done":"120.5","paid":"80"},"nextMonth":"完成选址。","period":"2019-03","problems":"两处用地未落实。","progress":"已开工15座，建成9座。","projectId":"511400-2019-p000000007","submittedOn":"2019-03-27","version":1}',
  ],
  ReportCorrected: [
    '{"author":"officer-41","department":"市住建局","evidence":[{"caption":"东坡区某村公厕","kind":"photo","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"},{"caption":"验收单","kind":"document"}],"lines":[{"district":"东坡区","indicatorId":"i1","value":"12.5"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"doneOn":"2019-03-20","indicatorId":"i3","worksPercent":"100"}],"period":"2019-03","progress":"已开工15座，建成9座。","projectId":"511400-2019-p000000007","reason":"审计核减三座。","submittedOn":"2019-05-06","version":2}',
    '{"author":"officer-41","department":"市住建局","evidence":[{"caption":"验收单","kind":"certificate","sha256":"a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3a3"}],"lines":[{"district":"东坡区","enteredOn":"2019-03-01","indicatorId":"i1","startedOn":"2019-02-20","value":"12.5","worksPercent":"60"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"indicatorId":"i2","revisedBase":"15670","value":"97.5"},{"doneOn":"2019-03-20","indicatorId":"i3"},{"allServed":true,"indicatorId":"i4"}],"money":{"done":"120.5","paid":"80"},"nextMonth":"完成选址。","period":"2019-03","problems":"两处用地未落实。","progress":"已开工15座，建成9座。","projectId":"511400-2019-p000000007","reason":"漏报一处。","submittedOn":"2019-03-27","version":2}',
  ],
  ReportReturned: [
    '{"department":"市住建局","period":"2019-03","projectId":"511400-2019-p000000007","reason":"照片与点位不符。","version":1}',
  ],
  ReportVerified: [
    '{"department":"市住建局","how":"site ' +
      'visit","lines":[{"district":"东坡区","indicatorId":"i1","value":"12.5"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"doneOn":"2019-03-20","indicatorId":"i3","worksPercent":"100"}],"note":"实地核查九座。","period":"2019-03","projectId":"511400-2019-p000000007","version":2}',
    '{"confirmed":true,"department":"市住建局","how":"statistics ' +
      'bureau","lines":[{"district":"东坡区","enteredOn":"2019-03-01","indicatorId":"i1","startedOn":"2019-02-20","value":"12.5","worksPercent":"60"},{"indicatorId":"i1","reason":"审计核减","value":"9"},{"indicatorId":"i2","revisedBase":"15670","value":"97.5"},{"doneOn":"2019-03-20","indicatorId":"i3"},{"allServed":true,"indicatorId":"i4"}],"money":{"done":"120.5","paid":"80"},"note":"与统计台账一致。","period":"2019-03","projectId":"511400-2019-p000000007","version":2}',
  ],
  ReportCertified: [
    '{"certificateNo":"眉统认〔2019〕3号","department":"市住建局","period":"2019-03","projectId":"511400-2019-p000000007","version":2}',
  ],
  MonthClosed: [
    '{"light":{"colour":"yellow","missing":[],"period":"2019-03","rule":{"redOver":30,"scheme":"points ' +
      'behind","yellowFrom":10},"rulesVersion":1,"why":"behind the ' +
      'line","worst":{"behind":"10","district":"东坡区","indicatorId":"i1","lead":"市住建局","line":"25","met":false,"percent":"15"}},"projectId":"511400-2019-p000000007"}',
    '{"light":{"colour":"yellow","missing":[],"period":"2019-03","rule":{"redOver":30,"scheme":"points ' +
      'behind","yellowFrom":10},"rulesVersion":2,"sides":{"entry":{"colour":"green","why":"as ' +
      'planned"},"money":{"colour":"red","why":"paid below ' +
      'plan"},"start":{"colour":"yellow","indicatorId":"i3","months":1,"why":"not ' +
      'started"}},"turnsGreen":{"district":"东坡区","indicatorId":"i1","value":"20"},"why":"behind the ' +
      'line","worst":{"actual":"12.5","behind":"18.7","district":"东坡区","indicatorId":"i1","lead":"市住建局","line":"50","met":false,"percent":"31.3","target":"40"}},"projectId":"511400-2019-p000000007"}',
  ],
  LightRecomputed: [
    '{"before":"red","light":{"colour":"yellow","missing":[],"period":"2019-03","rule":{"redOver":30,"scheme":"points behind","yellowFrom":10},"rulesVersion":1,"why":"caught up later","worst":{"behind":"10","district":"东坡区","indicatorId":"i1","lead":"市住建局","line":"25","met":false,"percent":"15"}},"projectId":"511400-2019-p000000007"}',
    '{"before":"red","light":{"colour":"yellow","missing":[],"period":"2019-03","rule":{"redOver":30,"scheme":"points behind","yellowFrom":10},"rulesVersion":2,"sides":{"entry":{"colour":"green","why":"as planned"},"money":{"colour":"red","why":"paid below plan"},"start":{"colour":"yellow","indicatorId":"i3","months":1,"why":"not started"}},"turnsGreen":{"district":"东坡区","indicatorId":"i1","value":"20"},"why":"caught up later","worst":{"actual":"12.5","behind":"18.7","district":"东坡区","indicatorId":"i1","lead":"市住建局","line":"50","met":false,"percent":"31.3","target":"40"}},"projectId":"511400-2019-p000000007"}',
  ],
  MonthReopened: ['{"period":"2019-03","projectId":"511400-2019-p000000007","reason":"市住建局漏报。"}'],
  MonthClosedAgain: [
    '{"light":{"colour":"blue","missing":[],"period":"2019-03","rule":{"redOver":30,"scheme":"points ' +
      'behind","yellowFrom":10},"rulesVersion":2,"sides":{},"why":"finished and ' +
      'accepted"},"projectId":"511400-2019-p000000007"}',
  ],
};

describe('the stored events of reporting', () => keepsItsStoredSamples(definitionsIn({ reportingEvents }), stored));
