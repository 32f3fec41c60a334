import { DeliveryCommands, MeetingId, type DeliveryCommand, type DeliveryEvent } from '@minsheng/contracts';
import {
  commission,
  health,
  healthOfficer,
  housing,
  housingOfficer,
  listId,
  timer,
  transport,
  transportOfficer,
} from '../../testing/fixtures';
import { deliveryDecider } from '../delivery.decider';
import { defaults, given, projectId, started } from '../delivery.fixtures';
import { assertWaitsForDecision, issueSettledBy } from './issues';

const { today } = defaults;

const agendaItem = { meetingId: MeetingId.parse(`${listId}-m000000003`), item: 2 };
const raise: DeliveryCommand = { type: 'RaiseIssue', data: { title: '用地指标不足', detail: '三个点位无用地指标。' } };
const decision = DeliveryCommands.DecideIssue.schema.parse({
  issue: 1,
  meeting: '第二次联席会议',
  decision: '由市自然资源局调剂。',
  owner: transport,
  dueOn: '2019-05-31',
});
const decide = (issue: number): DeliveryCommand => ({ type: 'DecideIssue', data: { ...decision, issue } });
const decideInMeeting: DeliveryCommand = { type: 'DecideIssueInMeeting', data: { ...decision, agendaItem } };
const resolve: DeliveryCommand = { type: 'ResolveIssue', data: { issue: 1, result: '用地已调剂。' } };
const reopen: DeliveryCommand = { type: 'ReopenIssue', data: { issue: 1, reason: '第二处仍未交地。' } };
const passDay: DeliveryCommand = { type: 'PassDay', data: {} };

const raised = (issue: number): DeliveryEvent => ({
  type: 'IssueRaised',
  data: { projectId, issue, department: housing, title: '用地指标不足', detail: '三个点位无用地指标。' },
});
const raisedOn = (day: string, issue = 1): DeliveryEvent => ({
  type: 'IssueRaised',
  data: { projectId, issue, department: housing, title: '用地指标不足', detail: '三个点位无用地指标。', raisedOn: day },
});
const decided: DeliveryEvent = { type: 'IssueDecided', data: { projectId, ...decision } };
const decidedInMeeting: DeliveryEvent = { type: 'IssueDecided', data: { projectId, ...decision, agendaItem } };
const resolved: DeliveryEvent = { type: 'IssueResolved', data: { projectId, issue: 1, result: '用地已调剂。' } };
const reopened: DeliveryEvent = { type: 'IssueReopened', data: { projectId, issue: 1, reason: '第二处仍未交地。' } };
const overdue: DeliveryEvent = {
  type: 'IssueOverdue',
  data: { projectId, issue: 1, owner: transport, dueOn: '2019-05-31' },
};
const closed: DeliveryEvent = { type: 'ProjectClosed', data: { projectId, archiveNo: '2019-7', outcome: 'not met' } };
const claimed: DeliveryEvent = {
  type: 'CompletionClaimed',
  data: { projectId, department: housing, statement: '已建成。', evidence: [], endedOn: '2019-06-03' },
};

describe('issues for the joint conference', () => {
  it('are numbered as they are raised', () => {
    given(started()).when(raise).then(raisedOn(today));
    given(started(), raised(1)).when(raise).then(raisedOn(today, 2));
  });
  it('are raised by a lead', () =>
    given(started()).when(raise, { by: transportOfficer }).thenRefused('NOT_THE_LEAD_DEPARTMENT'));
  it('are raised while the delivery is under way', () =>
    given(started(), claimed).when(raise).thenRefused('DELIVERY_NOT_UNDER_WAY'));
  it('are raised by the commission too, whose office runs the conference, for the lead whose matter it is', () =>
    given(started())
      .when(raise, { by: commission })
      .thenMatches({ type: 'IssueRaised', data: { issue: 1, department: housing, raisedBy: 'commission' } }));
  it('are decided with an owner and a day, then resolved', () => {
    given(started(), raised(1)).when(decideInMeeting).then(decidedInMeeting);
    given(started(), raised(1), decidedInMeeting)
      .when(resolve)
      .thenMatches({ type: 'IssueResolved', data: { result: '用地已调剂。' } });
  });
  it('are not decided when nobody raised them, or twice', () => {
    given(started()).when(decideInMeeting).thenRefused('ISSUE_UNKNOWN');
  });
  it.each<[string, DeliveryEvent, 'decided elsewhere' | 'project ended']>([
    ['another meeting has decided them', decided, 'decided elsewhere'],
    ['their project has ended', closed, 'project ended'],
  ])('decided where %s, tell the meeting that its decision has no effect', (_, before, because) =>
    given(started(), raised(1), before)
      .when(decideInMeeting)
      .then({
        type: 'IssueDecisionDeclined',
        data: { projectId, issue: 1, decision: { ...agendaItem, because } },
      }),
  );
  const delivery = (...events: DeliveryEvent[]) => events.reduce(deliveryDecider.evolve, deliveryDecider.initialState);
  const raisedInMay = raisedOn('2019-05-10');
  it.each<[string, DeliveryEvent[], string]>([
    ['of a project that never began', [], 'ISSUE_UNKNOWN'],
    ['that nobody raised', [started()], 'ISSUE_UNKNOWN'],
    ['that was decided', [started(), raised(1), decided], 'ISSUE_DECIDED'],
    ['of a project that has ended', [started(), raised(1), closed], 'DELIVERY_NOT_UNDER_WAY'],
    ['raised after the meeting', [started(), raisedInMay], 'MEETING_BEFORE_THE_ISSUE'],
  ])('do not go on an agenda: one %s', (_, events, code) =>
    expect(() => assertWaitsForDecision(delivery(...events), 1, '2019-05-09')).toThrow(code),
  );
  it('go on the agenda of a meeting of the day they were raised, or of any where an older ledger kept no day', () => {
    assertWaitsForDecision(delivery(started(), raisedInMay), 1, '2019-05-10');
    assertWaitsForDecision(delivery(started(), raised(1)), 1, '2019-01-01');
  });
  it('wait for no meeting once they are decided, or their project has ended', () => {
    expect(issueSettledBy(delivery(started(), raised(1)), 1)).toBeUndefined();
    expect(issueSettledBy(delivery(started(), raised(1), decided), 1)).toBe('decided elsewhere');
    expect(issueSettledBy(delivery(started(), raised(1), closed), 1)).toBe('project ended');
  });
  it('are decided by a meeting on its agenda, and in no other way', () =>
    given(started(), raised(1)).when(decide(1)).thenRefused('DECIDED_BY_A_MEETING'));
  it('decided before meetings had agendas are resolved as ever', () =>
    given(started(), raised(1), decided).when(resolve).then(resolved));
  it('are not resolved before they are decided', () =>
    given(started(), raised(1)).when(resolve).thenRefused('ISSUE_NOT_DECIDED'));
  it('decided in a meeting, tell its agenda what became of them', () => {
    given(started(), raised(1), decidedInMeeting)
      .when(resolve)
      .then({ type: 'IssueResolved', data: { projectId, issue: 1, result: '用地已调剂。', agendaItem } });
    given(started(), raised(1), decidedInMeeting, resolved)
      .when(reopen)
      .then({ type: 'IssueReopened', data: { projectId, issue: 1, reason: '第二处仍未交地。', agendaItem } });
  });
});

describe('an issue that was resolved', () => {
  const past = [started(), raised(1), decided, resolved];
  it.each([
    ['whoever raised it', housingOfficer],
    ['its owner', transportOfficer],
    ['the commission', commission],
  ])('is opened again by %s', (_, by) =>
    given(...past)
      .when(reopen, { by })
      .then(reopened),
  );
  it('is no matter of another department', () => {
    expect(healthOfficer.organisation).toBe(health);
    given(...past)
      .when(reopen, { by: healthOfficer })
      .thenRefused('ISSUE_NOT_YOURS');
  });
  it('waits for another decision then', () => {
    given(...past, reopened)
      .when(resolve)
      .thenRefused('ISSUE_NOT_DECIDED');
    given(...past, reopened)
      .when(decideInMeeting)
      .then(decidedInMeeting);
  });
  it.each([
    ['never raised', [started()]],
    ['raised', [started(), raised(1)]],
    ['decided', [started(), raised(1), decided]],
  ])('is the only kind: this one is %s', (_, events) =>
    given(...events)
      .when(reopen, { by: commission })
      .thenRefused('ISSUE_NOT_RESOLVED'),
  );
});

describe('the clock', () => {
  const past = [started(), claimed, raised(1)]; // completion is claimed, so that no period opens
  it('tells once that a decision was not carried out by its day', () => {
    given(...past, decided)
      .when(passDay, { by: timer, today: '2019-05-31' })
      .then();
    given(...past, decided)
      .when(passDay, { by: timer, today: '2019-06-01' })
      .then(overdue);
    given(...past, decided, overdue)
      .when(passDay, { by: timer, today: '2019-06-02' })
      .then();
  });
  it.each([
    ['undecided', past],
    ['resolved', [...past, decided, resolved]],
  ])('has nothing to tell of one that is %s', (_, events) =>
    given(...events)
      .when(passDay, { by: timer, today: '2019-12-31' })
      .then(),
  );
  it('tells again of a new day that passed', () =>
    given(...past, decided, overdue, resolved, reopened, decided)
      .when(passDay, { by: timer, today: '2019-06-05' })
      .then(overdue));
});
