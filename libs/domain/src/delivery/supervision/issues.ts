import type { Actor, DeliveryEvent, DepartmentName, EventData } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { Delivery } from '../delivery.state';
import type { Decides, FallenDue, SomeEvolves } from '../part';
import { leadOf, assertNotEnded, assertUnderWay } from '../who';

/** An issue (问题): put by the department that raised it, decided with an owner and a day. */
export interface Issue {
  readonly status: 'raised' | 'decided' | 'resolved';
  readonly department: DepartmentName;
  readonly owner?: DepartmentName;
  readonly dueOn?: string;
  readonly overdue: boolean;
  /** The meeting's agenda where a meeting decided: it hears what became of it. */
  readonly agendaItem?: EventData<'IssueDecided'>['agendaItem'];
}
/** Put to the joint conference, in the order in which they were raised. */
export interface IssuesState {
  readonly issues: readonly Issue[];
}
export const noIssues: IssuesState = { issues: [] };

export type IssueRefusal = 'ISSUE_UNKNOWN' | 'ISSUE_NOT_DECIDED' | 'ISSUE_NOT_RESOLVED' | 'ISSUE_NOT_YOURS';
const refuse = (code: IssueRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};
const changed = (issues: IssuesState['issues'], number: number, change: Partial<Issue>) =>
  issues.map((issue, index) => (index === number - 1 ? { ...issue, ...change } : issue));

/** An issue that waits for a decision. @throws ISSUE_UNKNOWN */
const assertRaised = ({ issues }: IssuesState, issue: number): Issue =>
  issues[issue - 1]?.status === 'raised' ? issues[issue - 1] : refuse('ISSUE_UNKNOWN', { issue });
/** The same, asked before an issue goes on an agenda; a project that never began has none. @throws ISSUE_UNKNOWN */
export const assertWaitsForDecision = (delivery: Delivery, issue: number): void => {
  assertRaised(delivery.status === 'not started' ? noIssues : delivery, issue);
};
/** Whoever raised it or has to settle it may say that it is not settled; so may staff without a department. */
const concerns = ({ department, owner }: Issue, { organisation }: Actor) =>
  organisation === undefined || organisation === department || organisation === owner;
const heard = ({ agendaItem }: Issue) => agendaItem && { agendaItem };

export const issueDecides: Decides<
  'RaiseIssue' | 'DecideIssue' | 'DecideIssueInMeeting' | 'ResolveIssue' | 'ReopenIssue'
> = {
  RaiseIssue: (delivery, data, { id: projectId, by }) => [
    {
      type: 'IssueRaised',
      data: {
        projectId,
        issue: delivery.issues.length + 1,
        department: leadOf(assertUnderWay(delivery), by.organisation),
        ...data,
      },
    },
  ],
  DecideIssue: (delivery, data, { id: projectId }) => {
    assertRaised(delivery, data.issue);
    return [{ type: 'IssueDecided', data: { projectId, ...data } }];
  },
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
};

export const issueEvolves = {
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
} satisfies SomeEvolves;

/** Decisions of the joint conference whose day has passed without a result, each told once. */
export const issuesFallenDue: FallenDue = (delivery, { id: projectId, today }) =>
  delivery.issues.flatMap(({ status, owner, dueOn, overdue }, index): DeliveryEvent[] =>
    status === 'decided' && !overdue && today > dueOn!
      ? [{ type: 'IssueOverdue', data: { projectId, issue: index + 1, owner: owner!, dueOn: dueOn! } }]
      : [],
  );
