import { routes, type Route } from '@minsheng/contracts';
import {
  delivered,
  gardens,
  lamps,
  listId,
  opened,
  rater,
  received,
  started,
  suggested,
  works,
} from '@minsheng/read-models/testing';
import { ofHealth, ofWorks, type Person } from '../testing/issued-tokens';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const evidence = [{ kind: 'photo', caption: '现场照片' }];
const report = { period: '2019-03', lines: [{ indicatorId: 'i1', value: '3' }], progress: '建成三座。', evidence: [] };
/** A valid body for each command that a department may send. */
const bodies: Readonly<Record<string, object>> = {
  ApplyForAdjustment: { changes: [{ kind: 'title', title: '口袋公园' }], reason: '名称统一。', evidence },
  ClaimCompletion: { statement: '全部建成。', evidence },
  AppointLiaison: { department: works, contact: { name: '联络员', phone: '0000' } },
  PlanInvestment: { year: '100', bySource: [], payments: [] },
  SubmitMonth: { period: '2019-03', rows: [{ projectId: gardens, indicatorId: 'i1', value: '3' }] },
  SubmitReport: report,
  CorrectReport: { ...report, reason: '漏报。' },
  ReceiveOrder: { order: 1 },
  AnswerOrder: { order: 1, answer: '已整改。' },
  RaiseIssue: { title: '用地', detail: '两处用地未批。' },
  ReopenIssue: { issue: 1, reason: '又停了。' },
  AnswerRectification: { ticket: 1, answer: '已补种。' },
  RegisterSites: { sites: [{ no: 1, name: '车站口袋公园', district: '东坡区' }] },
  UpdateSites: { sites: [{ no: 1, state: 'built', on: '2019-03-01' }] },
  GiveOpinion: { opinion: '可行。', supports: true },
};
/** What somebody hears who speaks for a department that has no part in it. */
const notTheirs = new Set([
  'NOT_THE_LEAD_DEPARTMENT',
  'NOT_THE_HANDLING_DEPARTMENT',
  'NOT_THE_RATED_DEPARTMENT',
  'LIAISON_OF_ANOTHER_DEPARTMENT',
  'SITES_OF_ANOTHER_DEPARTMENT',
  'DEPARTMENT_TAKES_NO_PART',
  'ISSUE_NOT_YOURS',
  'ORDER_UNKNOWN',
]);
const table = Object.entries(routes as Readonly<Record<string, Route>>).filter(
  ([, { method, access }]) => method === 'POST' && access.includes('department'),
);
const send = ({ path }: Route, name: string, person: Person) =>
  api.post(
    path.replace(':listId', listId).replace(':projectId', gardens).replace(':suggestionId', lamps),
    bodies[name],
    person,
  );

/** Of a whole month, what is wrong with its first row. */
const codeOf = ({ body }: Answer): string => body.errors?.[0]?.code ?? body.code;

beforeEach(() =>
  api.given(
    received(lamps),
    suggested(lamps, 'SuggestionRegistered', { title: '路灯', domain: '环境友好' }),
    suggested(lamps, 'SuggestionAssigned', { department: works, dueOn: '2019-04-20' }),
    started(gardens),
    delivered('OrderIssued', {
      order: 1,
      period: '2019-02',
      department: works,
      level: 'red',
      reason: '亮红灯',
      dueOn: '2019-04-01',
    }),
    delivered('IssueRaised', { issue: 1, department: works, title: '用地', detail: '未批' }),
    delivered('IssueDecided', {
      issue: 1,
      meeting: '第三次会议',
      decision: '先行用地',
      owner: works,
      dueOn: '2019-03-20',
    }),
    delivered('IssueResolved', { issue: 1, result: '已批' }),
    opened,
    {
      type: 'RectificationOpened',
      data: { projectId: gardens, ticket: rater, level: 1, dueOn: '2019-04-10', departments: [works] },
    },
  ),
);

it('every command that a department may send has a body here', () =>
  expect(table.map(([name]) => name).sort()).toEqual(Object.keys(bodies).sort()));

it.each(table)(
  '%s is refused to a department that has no part in the matter, and nothing is recorded',
  async (name, route) => {
    const code = codeOf(await send(route, name, ofHealth));
    expect([name, notTheirs.has(code) ? 'not theirs' : code]).toEqual([name, 'not theirs']);
    expect(await api.events()).toEqual([]);
  },
);
it.each(table)('%s is not refused for that to the department whose matter it is', async (name, route) => {
  const code = codeOf(await send(route, name, ofWorks));
  expect([name, notTheirs.has(code)]).toEqual([name, false]);
});
