import { housingOfficer, timer } from './fixtures';
import {
  commitment,
  decided,
  east,
  evidence,
  group,
  hill,
  lead,
  listRules,
  other,
  sentTo,
  type Sent,
  type SentCommand,
} from './sent-commands.fixtures';

const narrative = {
  otherLines: { noFigure: '当月没有统计' },
  progress: '按计划推进。',
  evidence,
  money: { done: '9', paid: '9', reason: '退回预付款' },
};
const lines = (first: string, second: string, reason?: string) => [
  { indicatorId: 'i1', district: east, value: first, ...(reason && { reason }) },
  { indicatorId: 'i1', district: hill, value: second },
  { indicatorId: 'i1', district: group, noFigure: '两县合并统计' },
];
const of = (period: string) => ({ period, department: lead });
const inspection = (inspector: string, level: string) => ({
  inspector,
  level,
  items: [{ item: '数量核对', passed: true, note: '' }],
  evidence,
});

const delivery = (stream: string, ...commands: readonly Sent[]) =>
  sentTo(
    'delivery',
    stream,
    ['StartDelivery', { no: 7, adoptedBy: decided.body, rulesVersion: 1, rules: listRules, commitment }],
    ...commands,
  );
const adjusted = (number: number, changes: readonly object[]): readonly Sent[] => [
  ['ApplyForAdjustment', { changes, reason: '征地受阻。', evidence }, housingOfficer],
  ['CheckAdjustment', { adjustment: number, supported: true, opinion: '情况属实。' }],
  ['DecideAdjustment', { adjustment: number, approved: true, ...decided }],
  ['PublishAdjustment', { adjustment: number, noticeNo: '公告第9号' }],
];

const table = (districts: readonly string[], departures: readonly object[]): Sent => [
  'BreakDownTargets',
  {
    indicators: [
      {
        indicatorId: 'i1',
        districts: districts.map((district) => ({ district, target: '30' })),
        departures,
        buffer: true,
      },
    ],
  },
];

/** Every command of a delivery that takes a name, in three that end differently. */
export const everyNameOfADelivery: readonly SentCommand[] = [
  ...delivery(
    'met',
    [
      'RecordLiaison',
      { department: other, contact: { person: '7c9e6679-7425-40de-944b-e07fc1f90ae7', iv: 'iv', cipher: 'c' } },
    ],
    ['EraseLiaison', { department: other }],
    [
      'BreakDownTargets',
      {
        leaderInCharge: '分管副市长',
        indicators: [
          {
            indicatorId: 'i1',
            districts: [
              { district: east, target: '40' },
              { district: hill, target: '20' },
              { district: group, target: null, members: ['青神县', '洪雅县'] },
            ],
            steps: [{ due: '2019-06', text: '各区过半开工', quantity: '30' }],
          },
        ],
      },
    ],
    ['SubmitReport', { period: '2019-01', lines: lines('5', '3'), ...narrative }, housingOfficer],
    ['ReturnReport', { ...of('2019-01'), reason: '照片与点位不符。' }],
    ['SubmitReport', { period: '2019-01', lines: lines('6', '3', '首月数'), ...narrative }, housingOfficer],
    ['VerifyReport', { ...of('2019-01'), how: 'site visit', lines: lines('4', '3', '核减两座') }],
    ['CertifyReport', { ...of('2019-01'), certificateNo: '统认1号' }],
    ['CloseMonth', { period: '2019-01' }],
    [
      'OverrideLight',
      { period: '2019-01', colour: 'red', decidedBy: '督查室主任', reason: '群众反映', until: '2020-01-31' },
    ],
    ['WithdrawOverride', { period: '2019-01', reason: '已整改' }],
    [
      'CorrectReport',
      { period: '2019-01', lines: lines('3', '3', '复核减少'), ...narrative, reason: '复核。' },
      housingOfficer,
    ],
    ['VerifyReport', { ...of('2019-01'), how: 'documents' }],
    ['RaiseIssue', { title: '管网接入', detail: '请协调。' }, housingOfficer],
    [
      'DecideIssueInMeeting',
      {
        issue: 1,
        meeting: '第三次联席会议',
        decision: '年内接入。',
        owner: other,
        dueOn: '2020-01-31',
        agendaItem: { meetingId: '511400-2019-m000000001', item: 1 },
      },
      timer,
    ],
    ['TakeMeasure', { ...of('2019-01'), measure: 'listed supervision', record: '挂牌督办。' }],
    ['Delist', { department: lead, reason: '已整改。' }],
    ['IssueOrder', { ...of('2019-01'), level: 'yellow', reason: '进度滞后。', dueOn: '2020-01-10' }],
    ['ChangeRules', { rulesVersion: 2, rules: listRules, from: '2019-12' }, timer],
    ...adjusted(1, [
      {
        kind: 'target',
        indicatorId: 'i1',
        target: '58',
        targetText: '五十八座以上',
        districts: {
          targets: 'split again',
          split: [
            { district: east, target: '40' },
            { district: hill, target: '18' },
          ],
        },
      },
      { kind: 'title', title: '新建改建城乡公厕' },
    ]),
    ['SubmitReport', { period: '2019-12', lines: lines('45', '15'), ...narrative }, housingOfficer],
    ['VerifyReport', { ...of('2019-12'), how: 'site visit' }],
    [
      'ClaimCompletion',
      {
        statement: '全部建成。',
        evidence,
        inWords: [{ indicatorId: 'i2', evidence: [{ kind: 'document', caption: '管护制度' }] }],
        exceptions: [{ indicatorId: 'i1', district: hill, reason: '文物勘探。' }],
      },
      housingOfficer,
    ],
    ['InspectProject', inspection('彭山区政府', '县级自验')],
    ['InspectProject', inspection('市督查室', '市级复核')],
    ['LookBack', { inspector: '市人大代表检查组', holds: true, findings: '属实。', evidence }],
    ['AnswerOrder', { order: 1, answer: '已加快。' }, housingOfficer],
    ['CloseOrder', { order: 1 }],
    ['ResolveIssue', { issue: 1, result: '已接入。' }],
    ['CloseEvaluatedProject', { archiveNo: '归档7号', scored: true, openRectifications: 0 }],
  ),
  ...delivery(
    'reported as a whole',
    ['BreakDownTargets', { indicators: [{ indicatorId: 'i1', districts: [{ district: east, target: '60' }] }] }],
    ['SubmitReport', { period: '2019-01', lines: [{ indicatorId: 'i1', value: '5' }], ...narrative }, housingOfficer],
    ['VerifyReport', { ...of('2019-01'), how: 'documents' }],
    table(['青神县', '洪雅县', hill, '丹棱县'], [{ district: east, becomes: 'renamed', successor: '青神县' }]),
    table(
      ['洪雅县', hill, '仁寿县'],
      [
        { district: '青神县', becomes: 'merged', successor: '仁寿县' },
        { district: '丹棱县', becomes: 'withdrawn', reason: '任务已由省里承担' },
      ],
    ),
    table(
      ['洪雅县', '仁寿县', east],
      [
        {
          district: hill,
          becomes: 'split',
          parts: [
            { successor: '洪雅县', share: 60 },
            { successor: east, share: 40 },
          ],
        },
      ],
    ),
  ),
  ...delivery('not met', ['RecordNotMet', { body: '市政府常务会议', reason: '文物勘探。' }]),
  ...delivery(
    'carried over',
    ...adjusted(1, [{ kind: 'lead', indicatorId: 'i2', lead: other }]),
    ...adjusted(2, [{ kind: 'carry over', toYear: 2020, goal: '明年建成' }]),
  ),
];
