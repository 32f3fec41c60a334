import type { Actor, DeliveryEvent } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { leadsOf } from '../../indicator/leads';
import type { Delivery, Issue, StartedDelivery, SupervisionState } from '../delivery.state';
import type { DecideRows, EvolveRows, FallenDue } from '../delivery.tables';
import { assertLead } from '../promise/assert-lead';
import { assertNotEnded, assertUnderWay, hasEnded } from '../promise/status';

type Issues = Pick<SupervisionState, 'issues'>;

export type IssueRefusal =
  | 'ISSUE_UNKNOWN'
  | 'ISSUE_DECIDED'
  | 'MEETING_BEFORE_THE_ISSUE'
  | 'DECIDED_BY_A_MEETING'
  | 'ISSUE_NOT_DECIDED'
  | 'ISSUE_NOT_RESOLVED'
  | 'ISSUE_NOT_YOURS';
const refuse = (code: IssueRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};
const changed = (issues: Issues['issues'], number: number, change: Partial<Issue>) =>
  issues.map((issue, index) => (index === number - 1 ? { ...issue, ...change } : issue));

/** Why no meeting decides the issue any more; undefined while it waits for a decision. */
const settledBy = (delivery: StartedDelivery, issue: number) => {
  if (hasEnded(delivery)) return 'project ended';
  return delivery.issues[issue - 1]?.status === 'raised' ? undefined : 'decided elsewhere';
};
/** The same, for an item that a meeting leaves open. */
export const issueSettledBy = (delivery: Delivery, issue: number) =>
  delivery.status === 'not started' ? undefined : settledBy(delivery, issue);
/**
 * Asked before an issue goes on an agenda, or is decided there: it is raised and waits, and the meeting is not older. A
 * project that never began has no issue.
 * @throws ISSUE_UNKNOWN, ISSUE_DECIDED, MEETING_BEFORE_THE_ISSUE, DELIVERY_NOT_UNDER_WAY
 */
export const assertWaitsForDecision = (delivery: Delivery, issue: number, heldOn: string): void => {
  if (delivery.status === 'not started') return refuse('ISSUE_UNKNOWN', { issue });
  const { status, raisedOn } = delivery.issues[issue - 1] ?? refuse('ISSUE_UNKNOWN', { issue });
  assertNotEnded(delivery);
  if (status !== 'raised') refuse('ISSUE_DECIDED', { issue });
  if (raisedOn && heldOn < raisedOn) refuse('MEETING_BEFORE_THE_ISSUE', { issue, heldOn, raisedOn });
};
/** A department says only of what it raised or has to settle that it is not settled; the commission of every issue. */
const concerns = ({ department, owner }: Issue, { role, organisation }: Actor) =>
  role !== 'department' || organisation === department || organisation === owner;
const heard = ({ agendaItem }: Issue) => agendaItem && { agendaItem };

export const decideIssues = {
  RaiseIssue: (delivery, data, { id: projectId, by, today }) => {
    const byCommission = by.role === 'commission';
    const department = byCommission
      ? leadsOf(assertUnderWay(delivery).commitment.indicators)[0]
      : assertLead(assertUnderWay(delivery), by.organisation);
    return [
      {
        type: 'IssueRaised',
        data: {
          projectId,
          issue: delivery.issues.length + 1,
          department,
          ...data,
          raisedOn: today,
          ...(byCommission && { raisedBy: 'commission' as const }),
        },
      },
    ];
  },
  DecideIssue: (_, { issue }) => refuse('DECIDED_BY_A_MEETING', { issue }),
  // Two meetings may have decided at once: the second hears that its decision has no effect.
  DecideIssueInMeeting: (delivery, data, { id: projectId }) => {
    const { issue, agendaItem } = data;
    if (!delivery.issues[issue - 1]) return refuse('ISSUE_UNKNOWN', { issue });
    const because = settledBy(delivery, issue);
    if (because)
      return [{ type: 'IssueDecisionDeclined', data: { projectId, issue, decision: { ...agendaItem, because } } }];
    return [{ type: 'IssueDecided', data: { projectId, ...data } }];
  },
  ResolveIssue: (delivery, data, { id: projectId }) => {
    const issue = delivery.issues[data.issue - 1];
    if (issue?.status !== 'decided') return refuse('ISSUE_NOT_DECIDED', { issue: data.issue });
    return [{ type: 'IssueResolved', data: { projectId, ...data, ...heard(issue) } }];
  },
  ReopenIssue: (delivery, data, { id: projectId, by }) => {
    const issue = assertNotEnded(delivery).issues[data.issue - 1];
    if (issue?.status !== 'resolved') return refuse('ISSUE_NOT_RESOLVED', { issue: data.issue });
    if (!concerns(issue, by)) return refuse('ISSUE_NOT_YOURS', { issue: data.issue });
    return [{ type: 'IssueReopened', data: { projectId, ...data, ...heard(issue) } }];
  },
} satisfies DecideRows;

export const evolveIssues = {
  IssueRaised: (delivery, { department, raisedOn }) => ({
    ...delivery,
    issues: [...delivery.issues, { status: 'raised', department, raisedOn, overdue: false }],
  }),
  IssueDecisionDeclined: (delivery) => delivery, // the meeting's matter
  IssueDecided: (delivery, { issue, owner, dueOn, agendaItem }) => ({
    ...delivery,
    issues: changed(delivery.issues, issue, { status: 'decided', owner, dueOn, overdue: false, agendaItem }),
  }),
  IssueOverdue: (delivery, { issue }) => ({ ...delivery, issues: changed(delivery.issues, issue, { overdue: true }) }),
  IssueResolved: (delivery, { issue }) => ({
    ...delivery,
    issues: changed(delivery.issues, issue, { status: 'resolved' }),
  }),
  IssueReopened: (delivery, { issue }) => ({
    ...delivery,
    issues: changed(delivery.issues, issue, { status: 'raised', overdue: false, agendaItem: undefined }),
  }),
} satisfies EvolveRows;

/** Decisions of the joint conference whose day has passed without a result, each told once. */
export const issuesFallenDue: FallenDue = (delivery, { id: projectId, today }) =>
  delivery.issues.flatMap(({ status, owner, dueOn, overdue }, index): DeliveryEvent[] =>
    status === 'decided' && !overdue && today > dueOn!
      ? [{ type: 'IssueOverdue', data: { projectId, issue: index + 1, owner: owner!, dueOn: dueOn! } }]
      : [],
  );
