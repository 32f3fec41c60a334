import { gardens, lamps, listId } from '@minsheng/read-models/testing';
import { routes, type Role, type Route } from '@minsheng/contracts';
import { commission, everyPerson, ofWorks, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();

/** Each is addressed with ids that exist nowhere: whoever may not come in learns not even that. */
const ids: Readonly<Record<string, string>> = {
  listId,
  projectId: gardens,
  suggestionId: lamps,
  meetingId: `${listId}-meeting001`,
  regionCode: '511472',
  calendarId: 'CN',
  period: '2019-03',
  year: '2019',
  code: 'ABCDEFGHJK',
};
const addressOf = ({ path }: Route) => path.replace(/:(\w+)/g, (_, name: string) => ids[name]);
/** What the door itself says; anything else came from behind it. */
const closed = new Set(['TOKEN_MISSING', 'TOKEN_INVALID', 'CLAIM_MISSING', 'ROLE_NOT_ALLOWED', 'OTHER_REGION']);
const knock = async (route: Route, person?: Person): Promise<string> => {
  const address = addressOf(route);
  const { body } =
    route.method === 'POST' ? await api.post(address, {}, person) : await api.send(route.method, address, person, {});
  return closed.has(body?.code) ? body.code : 'open';
};

const staff = ['commission', 'department', 'evaluator', 'leader', 'recorder', 'auditor', 'statistics', 'deputy'];
/** Who may do what: the policy in words. A route that is not here, or has gone, fails the test below. */
const may: Readonly<Record<string, readonly string[]>> = {
  SubmitSuggestion: ['public'],
  EnterSuggestion: ['commission', 'deputy'],
  RegisterSuggestion: ['commission'],
  ReferSuggestion: ['commission'],
  MergeSuggestion: ['commission'],
  UnmergeSuggestion: ['commission'],
  AssignSuggestion: ['commission'],
  GiveOpinion: ['department'],
  ScreenSuggestion: ['commission'],
  AnswerSuggestion: ['commission'],
  EraseSubmitter: ['commission'],
  EraseLiaison: ['commission'],
  OpenAnnualList: ['commission'],
  AdoptRules: ['commission'],
  AmendRules: ['commission'],
  ProposeCandidate: ['commission'],
  ShelveCandidate: ['commission'],
  PutToDecision: ['commission'],
  RecordBallot: ['commission'],
  ResolveTie: ['commission'],
  CorrectBallot: ['commission'],
  RecordSecondBallot: ['commission'],
  LeaveSeatsEmpty: ['commission'],
  SetCollectionPeriod: ['commission'],
  DecideByGovernment: ['commission'],
  AdoptAnnualList: ['commission'],
  BreakDownTargets: ['commission'],
  SubmitReport: ['department'],
  CorrectReport: ['department'],
  ReturnReport: ['commission'],
  VerifyReport: ['commission'],
  CloseMonth: ['commission'],
  RaiseIssue: ['commission', 'department'],
  DecideIssue: ['leader'],
  ResolveIssue: ['commission'],
  IssueOrder: ['commission'],
  AnswerOrder: ['department'],
  CloseOrder: ['commission'],
  ClaimCompletion: ['department'],
  RecordNotMet: ['commission'],
  InspectProject: ['commission'],
  CloseProject: ['commission'],
  LookBack: ['auditor', 'commission'],
  PlanInvestment: ['commission', 'department'],
  AppointLiaison: ['commission', 'department'],
  CertifyReport: ['statistics'],
  ReopenMonth: ['commission'],
  PassDay: ['commission'],
  PassDays: ['commission'],
  SubmitMonth: ['department'],
  OverrideLight: ['commission'],
  WithdrawOverride: ['commission'],
  TakeMeasure: ['commission'],
  Delist: ['commission'],
  ReceiveOrder: ['department'],
  EscalateOrder: ['commission'],
  ReopenIssue: ['commission', 'department'],
  ApplyForAdjustment: ['department'],
  CheckAdjustment: ['commission'],
  DecideAdjustment: ['leader', 'recorder'],
  PublishAdjustment: ['commission'],
  ConveneMeeting: ['commission', 'leader'],
  PutOnAgenda: ['commission', 'leader'],
  RecordDecision: ['commission', 'leader'],
  AdjournMeeting: ['commission', 'leader'],
  FollowUpDecision: ['commission', 'leader'],
  RegisterSites: ['commission', 'department'],
  UpdateSites: ['commission', 'department'],
  RateProject: ['public'],
  RecordSurvey: ['commission', 'evaluator'],
  RecordThirdPartyEvaluation: ['evaluator'],
  RecordSatisfactionBallot: ['commission'],
  CorrectSurvey: ['commission', 'evaluator'],
  CorrectThirdPartyEvaluation: ['evaluator'],
  CorrectSatisfactionBallot: ['commission'],
  CloseEvaluation: ['commission'],
  ScoreSatisfaction: ['commission'],
  AnswerRectification: ['department'],
  CloseRectification: ['commission'],
  RegisterFunctionalZone: ['commission'],
  AdoptHolidayNotice: ['commission'],
  Suggestion: ['commission', 'department', 'auditor'],
  Suggestions: ['commission', 'auditor'],
  Liaisons: ['commission', 'department'],
  MyReports: ['department'],
  MyMonth: ['department'],
  ReportDraft: ['department'],
  Reports: staff,
  Ledger: staff,
  Investment: staff,
  Orders: staff,
  Issues: staff,
  Ranking: staff,
  Bulletin: staff,
  Meetings: staff,
  Meeting: staff,
  ErasePersonalData: ['public'],
};
/** What everyone may read, the one without a token as well. */
const everyones = [
  'AnnualLists',
  'AnnualList',
  'Board',
  'Dossier',
  'Lights',
  'Evaluation',
  'SitesOfProject',
  'SitesOfList',
  'TrackedSuggestion',
  'RegionsNamed',
  'Region',
  'FunctionalZones',
  'HolidayNotices',
  'CalendarYear',
  'Alive',
  'Ready',
  'Problems',
  'Problem',
];

/** What a route is about: a region's matters, or what belongs to no region. */
const ofARegion = ({ path }: Route) => /:(listId|projectId|suggestionId|meetingId)\b/.test(path);
const table = Object.entries(routes as Readonly<Record<string, Route>>);

it('every route is in the tables, and they name no other', () =>
  expect(table.map(([name]) => name).sort()).toEqual([...Object.keys(may), ...everyones].sort()));

describe('who has no token', () => {
  it.each(table)('%s', async (name, route) =>
    expect(await knock(route)).toBe(everyones.includes(name) ? 'open' : 'TOKEN_MISSING'),
  );
});

/** The same person from the office of this region, of another, and with a token that does not say. */
const standing = { own: commission.region, other: '510100', none: undefined };
const whoever = everyPerson.flatMap(({ role, organisation }) =>
  (Object.keys(standing) as (keyof typeof standing)[]).map((region) => ({
    cell: `${role}, region ${region}`,
    role,
    region,
    person: {
      sub: `${role} ${region}`,
      role,
      ...(organisation && { organisation }),
      ...(standing[region] && { region: standing[region] }),
    } satisfies Person,
  })),
);
/** Residents, and who runs the installation: their tokens name no region, and it would change nothing. */
const ofNoOffice: readonly Role[] = ['public', 'operator'];
const expected = (name: string, route: Route, role: Role, region: keyof typeof standing): string => {
  if (ofNoOffice.includes(role))
    return everyones.includes(name) || may[name].includes(role) ? 'open' : 'ROLE_NOT_ALLOWED';
  if (region === 'none') return 'CLAIM_MISSING';
  if (everyones.includes(name)) return 'open';
  if (!may[name].includes(role)) return 'ROLE_NOT_ALLOWED';
  return region === 'other' && ofARegion(route) ? 'OTHER_REGION' : 'open';
};

describe.each(whoever)('$cell', ({ role, region, person }) => {
  it('finds every door as it should be', async () => {
    const found: string[] = [];
    for (const [name, route] of table) found.push(`${name}: ${await knock(route, person)}`);
    expect(found).toEqual(table.map(([name, route]) => `${name}: ${expected(name, route, role, region)}`));
    expect(await api.events()).toEqual([]);
  });
});

it('a department that speaks for no organisation finds every door closed, the public ones as well', async () => {
  const { organisation: _, ...nobody } = ofWorks;
  for (const [name, route] of table)
    expect([name, await knock(route, { ...nobody, sub: 'nobody' })]).toEqual([name, 'CLAIM_MISSING']);
});
it('a month of another region is not read by naming its list in the question', async () => {
  const { body } = await api.get(`my/month?listId=${listId}&period=2019-03`, {
    ...ofWorks,
    sub: 'x',
    region: '510100',
  });
  expect(body.code).toBe('OTHER_REGION');
});
