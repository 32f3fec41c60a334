import type { Actor, DeliveryEvent } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { leadsOf } from '../../indicator/leads';
import type { Delivery, Issue, SupervisionState } from '../delivery.state';
import type { DecideRows, EvolveRows, FallenDue } from '../delivery.tables';
import { assertLead } from '../promise/assert-lead';
import { assertNotEnded, assertUnderWay } from '../promise/status';

type Issues = Pick<SupervisionState, 'issues'>;

export type IssueRefusal =
  'ISSUE_UNKNOWN' | 'DECIDED_BY_A_MEETING' | 'ISSUE_NOT_DECIDED' | 'ISSUE_NOT_RESOLVED' | 'ISSUE_NOT_YOURS';
const refuse = (code: IssueRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};
const changed = (issues: Issues['issues'], number: number, change: Partial<Issue>) =>
  issues.map((issue, index) => (index === number - 1 ? { ...issue, ...change } : issue));

/** An issue that waits for a decision. @throws ISSUE_UNKNOWN */
const assertRaised = ({ issues }: Issues, issue: number): Issue =>
  issues[issue - 1]?.status === 'raised' ? issues[issue - 1] : refuse('ISSUE_UNKNOWN', { issue });
/** The same, asked before an issue goes on an agenda; a project that never began has none. @throws ISSUE_UNKNOWN */
export const assertWaitsForDecision = (delivery: Delivery, issue: number): void => {
  assertRaised(delivery.status === 'not started' ? { issues: [] } : delivery, issue);
};
/** A department says only of what it raised or has to settle that it is not settled; the commission of every issue. */
const concerns = ({ department, owner }: Issue, { role, organisation }: Actor) =>
  role !== 'department' || organisation === department || organisation === owner;
const heard = ({ agendaItem }: Issue) => agendaItem && { agendaItem };

export const decideIssues = {
  RaiseIssue: (delivery, data, { id: projectId, by }) => {
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
          ...(byCommission && { raisedBy: 'commission' as const }),
        },
      },
    ];
  },
  DecideIssue: (_, { issue }) => refuse('DECIDED_BY_A_MEETING', { issue }),
  DecideIssueInMeeting: (delivery, data, { id: projectId }) => {
    assertRaised(delivery, data.issue);
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
  IssueRaised: (delivery, { department }) => ({
    ...delivery,
    issues: [...delivery.issues, { status: 'raised', department, overdue: false }],
  }),
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
