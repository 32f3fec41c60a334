import { defaultRules } from '@minsheng/contracts';
import type { GivenEvent } from './given-events';

/** One list, three candidates and two suggestions: every kind of event there is happens at least once. */
export const listId = '511400-2019';
export const gardens = '511400-2019-gardens001';
export const clinics = '511400-2019-clinics002';
export const stadium = '511400-2019-stadium003';
export const lamps = '511400-2019-lamps00001';
export const benches = '511400-2019-benches002';
const parking = '511400-2019-parking003';
export const works = '市住房和城乡建设局';
export const health = '市卫生健康委员会';
export const council = '511400-2019-council001';
export const rater = 'a'.repeat(32);
const secondRater = 'b'.repeat(32);
export const rules = defaultRules;

export const indicator = (over: object = {}) => ({
  id: 'i1',
  name: '新建口袋公园',
  unit: '个',
  comparator: '>=',
  target: '12',
  additive: true,
  applicable: true,
  lead: works,
  steps: [],
  ...over,
});
export const commitment = (over: object = {}) => ({
  title: '新建口袋公园',
  domain: '环境友好',
  indicators: [indicator()],
  coDepartments: [],
  suggestions: [],
  ...over,
});
export const words = { person: '8f1d6b0a-6f0e-4f43-9a55-0f6b7c7c2f10', iv: 'iviviviviviviviv', cipher: 'sealed' };
export const light = (over: object = {}) => ({
  period: '2019-03',
  colour: 'green',
  why: 'on the line',
  rulesVersion: 1,
  rule: rules.lights,
  missing: [],
  sides: {},
  ...over,
});
export const line = (value: string, over: object = {}) => ({ indicatorId: 'i1', value, ...over });

export const received = (suggestionId: string, over: object = {}): GivenEvent => ({
  type: 'SuggestionReceived',
  data: {
    suggestionId,
    listId,
    channel: 'web',
    receivedOn: '2018-09-01',
    trackingCode: 'ABCDEFGHJK',
    words,
    anonymous: false,
    ...over,
  },
  on: '2018-09-01',
  by: { role: 'public' },
});
export const proposed = (projectId: string, over: object = {}): GivenEvent => ({
  type: 'CandidateProposed',
  data: { projectId, ...commitment(over) },
});
export const started = (projectId: string, over: object = {}): GivenEvent => ({
  type: 'DeliveryStarted',
  data: { projectId, no: 1, rulesVersion: 1, rules, commitment: commitment(over) },
  by: { role: 'policy' },
});
const about = (period: string, department = works) => ({ projectId: gardens, period, department });
const reported = (period: string, value: string, version = 1) => ({
  ...about(period),
  lines: [line(value)],
  progress: '按计划推进',
  evidence: [],
  version,
  author: 'clerk',
  submittedOn: `${period}-25`,
});
export const submitted = (period: string, value: string, version = 1): GivenEvent => ({
  type: 'ReportSubmitted',
  data: reported(period, value, version),
  on: `${period}-25`,
  by: { role: 'department', organisation: works },
});
export const corrected = (period: string, value: string, version: number): GivenEvent => ({
  type: 'ReportCorrected',
  data: { ...reported(period, value, version), reason: '漏报一处' },
  by: { role: 'department', organisation: works },
});
export const returned = (period: string, version = 1): GivenEvent => ({
  type: 'ReportReturned',
  data: { ...about(period), reason: '缺照片', version },
});
export const verified = (period: string, value: string, version = 1): GivenEvent => ({
  type: 'ReportVerified',
  data: { ...about(period), how: 'site visit', version, lines: [line(value)] },
});
export const closed = (over: object): GivenEvent => ({
  type: 'MonthClosed',
  data: { projectId: gardens, light: light(over) },
});
export const recomputed = (before: string, over: object): GivenEvent => ({
  type: 'LightRecomputed',
  data: { projectId: gardens, before, light: light(over) },
});
export const opened: GivenEvent = {
  type: 'EvaluationOpened',
  data: { projectId: gardens, opensOn: '2019-11-20', closesOn: '2019-12-20', rulesVersion: 1, rules, leads: [works] },
  on: '2019-11-20',
  by: { role: 'policy' },
};
export const rated = (raterTag: string, level: number): GivenEvent => ({
  type: 'ProjectRated',
  data: { projectId: gardens, raterTag, level, badLevel: 2 },
  on: '2019-11-25',
  by: { role: 'public' },
});
export const ratedAgain = (raterTag: string, previousLevel: number, level: number): GivenEvent => ({
  type: 'RatingChanged',
  data: { projectId: gardens, raterTag, level, previousLevel, badLevel: 2 },
  by: { role: 'public' },
});
const evaluated = (type: GivenEvent['type'], data: object = {}): GivenEvent => ({
  type,
  data: { projectId: gardens, ...data },
  on: '2019-12-21',
});
const suggested = (suggestionId: string, type: GivenEvent['type'], data: object): GivenEvent => ({
  type,
  data: { suggestionId, ...data },
  on: '2018-10-01',
});
const listed = (type: GivenEvent['type'], data: object): GivenEvent => ({
  type,
  data: { listId, ...data },
  on: '2019-01-10',
});
const criterion = { met: true, note: '' };
const screening = {
  criteria: { perceivable: criterion, doable: criterion, fundable: criterion, checkable: criterion },
  outcome: 'candidate',
};
const inspection = {
  inspector: '市建设工程质量监督站',
  items: [{ item: '绿化', passed: true, note: '' }],
  evidence: [{ kind: 'certificate', caption: '验收证书' }],
};

/** What happened to the delivery of the gardens. */
export const delivered = (type: GivenEvent['type'], data: object = {}): GivenEvent => ({
  type,
  data: { projectId: gardens, ...data },
});
const convened = (type: GivenEvent['type'], data: object): GivenEvent => ({
  type,
  data: { meetingId: council, ...data },
  on: '2019-07-01',
  by: { role: 'commission' },
});
const bySomeTimer = (type: GivenEvent['type'], data: object): GivenEvent => ({
  ...delivered(type, data),
  by: { role: 'timer' },
});
const [nextStep] = rules.escalation;

export const suggesting: readonly GivenEvent[] = [
  received(lamps, { domain: '环境友好', district: '东坡区' }),
  received(benches, { anonymous: true }),
  received(parking),
  suggested(lamps, 'SuggestionRegistered', { title: '增加路灯', domain: '行有所畅' }),
  suggested(benches, 'SuggestionRegistered', { title: '增加座椅', domain: '环境友好' }),
  suggested(benches, 'SuggestionMerged', { into: lamps }),
  suggested(benches, 'SuggestionUnmerged', { from: lamps, reason: '不是一件事' }),
  suggested(parking, 'SuggestionReferred', { to: '市交警支队', reason: 'one person or unit only', text: '个案' }),
  suggested(lamps, 'SuggestionAssigned', { department: works, dueOn: '2018-10-20' }),
  suggested(lamps, 'OpinionGiven', { department: works, opinion: '可行', supports: true }),
  suggested(lamps, 'SuggestionScreened', screening),
];
export const selecting: readonly GivenEvent[] = [
  listed('AnnualListOpened', {
    regionCode: '511400',
    year: 2019,
    regionName: '眉山市',
    title: '2019年民生实事',
    mode: 'deputies vote',
    seats: 2,
  }),
  listed('RulesAdopted', { rules, rulesVersion: 1 }),
  proposed(gardens, { suggestions: [lamps] }),
  proposed(clinics, { title: '改造卫生院', domain: '病有所医', indicators: [indicator({ lead: health })] }),
  proposed(stadium, { title: '体育馆' }),
  suggested(lamps, 'SuggestionLinkedToCandidate', { projectId: gardens }),
  suggested(lamps, 'SuggestionAnswered', { answer: '已列入候选', outcome: 'candidate' }),
  { type: 'CandidateShelved', data: { projectId: stadium, reason: '用地未落实' } },
  listed('CandidatesPutToDecision', { projectIds: [gardens, clinics, stadium] }),
  listed('BallotRecorded', {
    body: '市人民代表大会',
    heldOn: '2019-01-10',
    deputies: 100,
    issued: 100,
    returned: 100,
    valid: 100,
    tallies: [gardens, clinics, stadium].map((projectId) => ({
      projectId,
      inFavour: 60,
      against: 40,
      abstained: 0,
      notVoted: 0,
    })),
  }),
  listed('TieResolved', { chosen: [gardens, clinics], how: '再次票决' }),
  listed('GovernmentDecided', {
    body: '市人民政府',
    heldOn: '2019-01-10',
    documentNo: '眉府发〔2019〕1号',
    projectIds: [gardens, clinics],
  }),
  listed('AnnualListAdopted', {
    announcementNo: '眉府发〔2019〕1号',
    adoptedOn: '2019-01-15',
    body: '市人民代表大会',
    rulesVersion: 1,
    rules,
    adopted: [gardens, clinics],
    passedOver: [stadium],
  }),
  listed('RulesAmended', {
    rulesVersion: 2,
    rules,
    from: '2019-07',
    reason: '年中调整亮灯规则',
    adopted: [gardens, clinics],
  }),
  { type: 'CandidateAdopted', data: { projectId: gardens, no: 1, rulesVersion: 1, rules, commitment: commitment() } },
  { type: 'CandidatePassedOver', data: { projectId: stadium } },
];
export const delivering: readonly GivenEvent[] = [
  started(gardens),
  {
    type: 'TargetsBrokenDown',
    data: {
      projectId: gardens,
      leaderInCharge: '副市长',
      indicators: [
        {
          indicatorId: 'i1',
          buffer: false,
          districts: [
            { district: '东坡区', target: '7' },
            { district: '彭山区', target: '5' },
          ],
          steps: [{ due: '2019-06', text: '过半', quantity: '6' }],
        },
      ],
    },
  },
  delivered('InvestmentPlanned', {
    total: '900',
    year: '600',
    bySource: [
      { source: 'own budget', amount: '400' },
      { source: 'upper level', amount: '200' },
    ],
    payments: [{ due: '2019-06', amount: '300' }],
  }),
  delivered('LiaisonAppointed', { department: works, contact: words }),
  bySomeTimer('PeriodOpened', { period: '2019-03', dueOn: '2019-03-28' }),
  bySomeTimer('ReportReminded', { ...about('2019-03'), dueOn: '2019-03-28' }),
  bySomeTimer('ReportOverdue', { ...about('2019-03'), dueOn: '2019-03-28' }),
  submitted('2019-03', '3'),
  returned('2019-03'),
  submitted('2019-03', '2', 2),
  verified('2019-03', '2', 2),
  delivered('ReportCertified', { ...about('2019-03'), version: 2, certificateNo: '眉统认〔2019〕3号' }),
  closed({}),
  submitted('2019-06', '6'),
  verified('2019-06', '6'),
  closed({ period: '2019-06', colour: 'red', why: 'behind the line' }),
  corrected('2019-03', '4', 3),
  verified('2019-03', '4', 3),
  recomputed('red', { period: '2019-06', colour: 'yellow', why: 'caught up later' }),
  delivered('MonthReopened', { period: '2019-03', reason: '统计口径有误' }),
  delivered('MonthClosedAgain', { light: light() }),
  delivered('RulesChanged', { rulesVersion: 2, rules, from: '2019-07' }),
  delivered('LightOverridden', {
    period: '2019-06',
    colour: 'green',
    decidedBy: '市长',
    reason: '暴雨停工',
    until: '2019-07-31',
  }),
  bySomeTimer('OverrideEnded', { period: '2019-06', reason: '到期' }),
  {
    type: 'IssueRaised',
    data: { projectId: gardens, issue: 1, department: works, title: '用地', detail: '两处用地未批' },
  },
  convened('MeetingConvened', {
    title: '第三次联席会议',
    heldOn: '2019-07-01',
    chair: '副市长',
    members: [works, health],
  }),
  convened('AgendaItemPut', { item: 1, topic: '用地', issue: { projectId: gardens, issue: 1 } }),
  convened('DecisionRecorded', {
    item: 1,
    decision: '先行用地',
    owner: '市自然资源局',
    dueOn: '2019-07-30',
    meeting: '第三次联席会议',
    issue: { projectId: gardens, issue: 1 },
  }),
  convened('MeetingAdjourned', { minutesNo: '纪要〔2019〕3号' }),
  {
    type: 'IssueDecided',
    data: {
      projectId: gardens,
      issue: 1,
      meeting: '第三次联席会议',
      decision: '先行用地',
      owner: '市自然资源局',
      dueOn: '2019-07-30',
    },
  },
  bySomeTimer('IssueOverdue', { issue: 1, owner: '市自然资源局', dueOn: '2019-07-30' }),
  delivered('IssueReopened', { issue: 1, reason: '又停了' }),
  {
    type: 'IssueDecided',
    data: {
      projectId: gardens,
      issue: 1,
      meeting: '第三次联席会议',
      decision: '先行用地',
      owner: '市自然资源局',
      dueOn: '2019-08-30',
    },
  },
  { type: 'IssueResolved', data: { projectId: gardens, issue: 1, result: '已批' } },
  convened('DecisionFollowedUp', { item: 1, done: true, text: '已批' }),
  delivered('EscalationReached', { ...about('2019-06'), step: nextStep, months: ['2019-06'] }),
  delivered('MeasureTaken', { ...about('2019-06'), measure: 'listed supervision', record: '挂牌', on: '2019-07-02' }),
  delivered('Delisted', { department: works, reason: '已整改' }),
  {
    type: 'OrderIssued',
    data: { ...about('2019-06'), order: 1, level: 'yellow', reason: '亮红灯', dueOn: '2019-07-15' },
    by: { role: 'policy' },
  },
  delivered('OrderReceived', { order: 1, department: works, on: '2019-07-03' }),
  bySomeTimer('OrderOverdue', { order: 1, department: works, dueOn: '2019-07-15' }),
  bySomeTimer('OrderEscalated', {
    order: 1,
    department: works,
    level: 'red',
    reason: '逾期未答复',
    dueOn: '2019-07-22',
  }),
  { type: 'OrderAnswered', data: { projectId: gardens, order: 1, answer: '已整改', department: works } },
  { type: 'OrderClosed', data: { projectId: gardens, order: 1 } },
  delivered('AdjustmentApplied', {
    adjustment: 1,
    department: works,
    changes: [{ kind: 'target', indicatorId: 'i1', target: '10' }],
    before: ['12'],
    reason: '两处文物',
    evidence: inspection.evidence,
  }),
  delivered('AdjustmentChecked', { adjustment: 1, supported: true, opinion: '属实' }),
  delivered('AdjustmentApproved', {
    adjustment: 1,
    changes: [{ kind: 'target', indicatorId: 'i1', target: '10' }],
    body: '市人民代表大会',
    heldOn: '2019-08-01',
    documentNo: '眉人发〔2019〕8号',
    decidedOn: '2019-08-01',
  }),
  delivered('AdjustmentPublished', { adjustment: 1, noticeNo: '公告第8号' }),
  delivered('AdjustmentApplied', {
    adjustment: 2,
    department: works,
    changes: [{ kind: 'terminate' }],
    before: [null],
    reason: '不做了',
    evidence: inspection.evidence,
  }),
  delivered('AdjustmentRejected', {
    adjustment: 2,
    body: '市人民代表大会',
    heldOn: '2019-08-20',
    documentNo: '眉人发〔2019〕9号',
  }),
  delivered('SitesRegistered', {
    sites: [
      { no: 1, name: '湖滨口袋公园', district: '东坡区', indicatorId: 'i1', longitude: '103.85', latitude: '30.05' },
      { no: 2, name: '车站口袋公园', district: '彭山区' },
    ],
  }),
  delivered('SitesUpdated', { sites: [{ no: 2, state: 'under construction', on: '2019-08-05', note: '进场' }] }),
  { type: 'NotMetRecorded', data: { projectId: gardens, body: '市发改委', reason: '雨季延误', endedOn: '2019-12-30' } },
  {
    type: 'AcceptanceFailed',
    data: { projectId: gardens, ...inspection, items: [{ item: '绿化', passed: false, note: '枯死' }] },
  },
  {
    type: 'CompletionClaimed',
    data: {
      projectId: gardens,
      department: works,
      statement: '十二处全部建成',
      evidence: inspection.evidence,
      endedOn: '2019-12-31',
    },
  },
  delivered('AcceptanceLevelPassed', { ...inspection, level: '区级自验', inspector: '东坡区住建局' }),
  {
    type: 'AcceptancePassed',
    data: { projectId: gardens, ...inspection, acceptedOn: '2019-11-20', rulesVersion: 1, rules, leads: [works] },
  },
];
export const evaluating: readonly GivenEvent[] = [
  opened,
  rated(rater, 1),
  rated(secondRater, 5),
  ratedAgain(rater, 1, 4),
  evaluated('RectificationOpened', { ticket: rater, level: 1, dueOn: '2019-12-10', departments: [works] }),
  evaluated('RectificationAnswered', { ticket: rater, answer: '已补种', department: works }),
  evaluated('RectificationClosed', { ticket: rater, calledBack: true, result: '满意' }),
  evaluated('SurveyRecorded', { surveyor: '市统计局', method: '电话', asked: 100, counts: [0, 1, 9, 40, 50] }),
  evaluated('ThirdPartyEvaluated', {
    institute: '省社科院',
    reportNo: '2019-7',
    dimensions: [{ name: '质量', weight: 100, score: 90 }],
  }),
  evaluated('SatisfactionBallotRecorded', {
    body: '市人大常委会',
    heldOn: '2019-12-22',
    valid: 30,
    satisfied: 25,
    basicallySatisfied: 5,
    dissatisfied: 0,
  }),
  evaluated('EvaluationClosed'),
  rated('c'.repeat(32), 3), // the last one came behind the closing
  evaluated('SatisfactionScored', {
    rulesVersion: 1,
    rule: rules.satisfaction,
    ratings: [0, 0, 0, 1, 1],
    channels: {
      rating: { weight: 30, answers: 2, score: null },
      survey: { weight: 50, answers: 100, score: '87.7' },
      thirdParty: { weight: 20, answers: 1, score: '90' },
    },
    score: '88.4',
    grade: '满意',
  }),
  { type: 'ProjectClosed', data: { projectId: gardens, archiveNo: '2019-实事-1', outcome: 'met' } },
  delivered('LookedBack', { inspector: '市督查室', findings: '完好', evidence: inspection.evidence }),
  delivered('ProjectReopened', {
    inspector: '市督查室',
    findings: '一处废弃',
    reopenedOn: '2020-03-01',
    evidence: inspection.evidence,
  }),
];
/** What holds for every list. */
export const registering: readonly GivenEvent[] = [
  {
    type: 'FunctionalZoneRegistered',
    data: { regionCode: '510171', name: '成都高新区', parent: '510100', reason: '国家级开发区，单独编制清单' },
    on: '2018-08-01',
  },
  {
    type: 'HolidayNoticeAdopted',
    data: {
      calendarId: 'CN',
      year: 2027,
      off: ['2027-01-01'],
      worked: ['2027-01-30'],
      documentNo: '国办发明电〔2026〕9号',
    },
    on: '2026-11-05',
  },
];

export const aYear: readonly GivenEvent[] = [...suggesting, ...selecting, ...delivering, ...evaluating, ...registering];
