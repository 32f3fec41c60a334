import { gardens, lamps, listId } from '@minsheng/read-models/testing';
import { everyRole } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
interface Operation {
  readonly method: 'post' | 'get';
  readonly path: string;
  readonly operationId: string;
}
const operations = async (method: Operation['method']): Promise<Operation[]> =>
  Object.entries(
    (await api.get('/api/openapi.json')).body.paths as Record<string, Record<string, { operationId: string }>>,
  ).flatMap(([path, methods]) => (methods[method] ? [{ method, path, operationId: methods[method].operationId }] : []));
const filled = (path: string) =>
  path.replace('{listId}', listId).replace('{projectId}', gardens).replace('{suggestionId}', lamps);

/** Who may send what: the policy in words. A route that is not here, or has gone, fails the test below. */
const mayPost: Readonly<Record<string, readonly string[]>> = {
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
};
/** Reads that are not everyone's. */
const mayGet: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/suggestions/{suggestionId}': ['auditor', 'commission', 'department'],
  '/api/v1/lists/{listId}/suggestions': ['auditor', 'commission'],
  '/api/v1/projects/{projectId}/liaisons': ['commission', 'department'],
  '/api/v1/projects/{projectId}/reports': [
    'auditor',
    'commission',
    'department',
    'deputy',
    'evaluator',
    'leader',
    'statistics',
  ],
  '/api/v1/my/reports': ['department'],
  '/api/v1/projects/{projectId}/reports/{period}/draft': ['department'],
  '/api/v1/my/month': ['department'],
  ...Object.fromEntries(
    [
      'lists/{listId}/ledger',
      'lists/{listId}/investment',
      'lists/{listId}/orders',
      'lists/{listId}/issues',
      'lists/{listId}/ranking',
      'lists/{listId}/bulletin',
      'lists/{listId}/meetings',
      'meetings/{meetingId}',
    ].map((path) => [
      `/api/v1/${path}`,
      ['auditor', 'commission', 'department', 'deputy', 'evaluator', 'leader', 'statistics'],
    ]),
  ),
};

describe('every route that takes a command', () => {
  it('is in the table, and the table names no other', async () => {
    expect((await operations('post')).map(({ operationId }) => operationId).sort()).toEqual(
      Object.keys(mayPost).sort(),
    );
  });
  it('is closed to whoever has no token', async () => {
    for (const { path, operationId } of await operations('post'))
      expect([operationId, (await api.post(filled(path), {})).body.code]).toEqual([operationId, 'TOKEN_MISSING']);
  });
  it.each(everyRole.map((person) => [person.role, person] as const))(
    'opens to %s exactly as the table says',
    async (role, person) => {
      const open: string[] = [];
      for (const { path, operationId } of await operations('post')) {
        const { status, body } = await api.post(filled(path), {}, person);
        if (body.code !== 'ROLE_NOT_ALLOWED') open.push(operationId);
        else
          expect([status, body.facts]).toEqual([
            403,
            { role, allowed: expect.stringContaining(mayPost[operationId][0]) },
          ]);
      }
      expect(open.sort()).toEqual(
        Object.keys(mayPost)
          .filter((name) => mayPost[name].includes(role))
          .sort(),
      );
      expect(await api.events()).toEqual([]);
    },
  );
});

describe('every route that reads', () => {
  it('is open to everyone, or to whom the table says', async () => {
    const closed: Record<string, string[]> = {};
    for (const { path } of await operations('get')) {
      if ((await api.get(filled(path))).body.code !== 'TOKEN_MISSING') continue;
      closed[path] = [];
      for (const person of everyRole)
        if ((await api.get(filled(path), person)).body.code !== 'ROLE_NOT_ALLOWED') closed[path].push(person.role);
      closed[path].sort();
    }
    expect(closed).toEqual(mayGet);
  });
});
