import { canonicalJson, type DeliveryCommand, type DeliveryEvent, type DepartmentName, type Month, type ProjectId } from '@minsheng/contracts';
import { compare, sum } from '../decimal';
import { Refusal, unreachable, type Decider } from '../decider';
import { workingDaysAfter } from '../calendar/working-days';
import { monthOf, yearOfMonth } from '../month';
import { assertReport, monthBefore, type ReportRefusal } from './assert-report';
import { evolve, figuresAt, reportKey, type Delivery, type StartedDelivery } from './delivery.state';
import { leadsOf, lightAt, unmetIndicators } from './judge';
import { lightSeenAgain } from './light';

export type DeliveryRefusal = ReportRefusal
  | 'DELIVERY_NOT_STARTED' | 'DELIVERY_ALREADY_STARTED' | 'DELIVERY_NOT_UNDER_WAY' | 'DISTRICT_SUM_BELOW_TOTAL' | 'DISTRICT_SUM_ABOVE_TOTAL'
  | 'PERIOD_OUTSIDE_YEAR' | 'PERIOD_NOT_BEGUN' | 'PERIOD_CLOSED' | 'PERIOD_NOT_CLOSED' | 'REPORT_ALREADY_SUBMITTED' | 'REPORT_NOT_SUBMITTED' | 'AUTHOR_CANNOT_VERIFY'
  | 'ISSUE_UNKNOWN' | 'ISSUE_NOT_DECIDED' | 'DEPARTMENT_DOES_NOT_LEAD' | 'ORDER_UNKNOWN' | 'ORDER_NOT_ANSWERED' | 'ORDER_ALREADY_OPEN' | 'ORDER_ALREADY_CLOSED' | 'INDICATORS_NOT_MET' | 'ALL_INDICATORS_MET' | 'COMPLETION_NOT_CLAIMED'
  | 'NOT_ACCEPTED' | 'NOT_SCORED' | 'RECTIFICATIONS_OPEN' | 'ORDERS_OPEN' | 'ISSUES_OPEN';
type Facts = Record<string, string | number>;
const refuse = (code: DeliveryRefusal, facts?: Facts): never => { throw new Refusal(code, facts); };

const lead = (delivery: StartedDelivery, organisation: DepartmentName | undefined): DepartmentName => {
  if (!organisation || !leadsOf(delivery).includes(organisation)) return refuse('NOT_THE_LEAD_DEPARTMENT');
  return organisation;
};
const assertPeriod = (period: Month, id: ProjectId, today: string) => {
  if (yearOfMonth(period) !== Number(id.slice(7, 11))) refuse('PERIOD_OUTSIDE_YEAR', { period });
  if (period > monthOf(today)) refuse('PERIOD_NOT_BEGUN', { period, today });
};
const submitted = (delivery: StartedDelivery, period: Month, department: DepartmentName) => {
  if (delivery.status === 'closed') refuse('DELIVERY_NOT_UNDER_WAY', { status: delivery.status });
  const report = delivery.reports[reportKey(period, department)];
  return report?.status === 'submitted' ? report : refuse('REPORT_NOT_SUBMITTED', { period, department });
};

/** Closed months whose light changes by what was just verified: the month itself and those after it that carry its figures. */
const lightsSeenAgain = (delivery: StartedDelivery, projectId: ProjectId, since: Month): DeliveryEvent[] => {
  const cameLate = Object.values(delivery.reports).filter(({ late }) => late).map(({ period }) => period);
  return Object.values(delivery.lights).filter(({ period }) => period >= since).flatMap((before) => {
    const light = lightSeenAgain(before, lightAt(delivery, before.period), cameLate.some((period) => period <= before.period));
    return canonicalJson(light) === canonicalJson(before) ? [] : [{ type: 'LightRecomputed' as const, data: { projectId, light, before: before.colour } }];
  });
};

/** Invariant 7: district targets of an additive indicator sum to the total; more needs the buffer flag, less is an error. */
const assertBreakdown = (delivery: StartedDelivery, { indicators }: Extract<DeliveryCommand, { type: 'BreakDownTargets' }>['data']) => {
  for (const { indicatorId, districts, buffer } of indicators) {
    const indicator = delivery.commitment.indicators.find(({ id, applicable }) => id === indicatorId && applicable) ?? refuse('INDICATOR_UNKNOWN', { indicatorId });
    const targets = districts.flatMap(({ target }) => (target === null ? [] : [target]));
    if (!indicator.additive || indicator.target === null || targets.length === 0) continue;
    const total = sum(targets);
    if (compare(total, indicator.target) < 0) refuse('DISTRICT_SUM_BELOW_TOTAL', { indicatorId, sum: total, total: indicator.target });
    if (compare(total, indicator.target) > 0 && !buffer) refuse('DISTRICT_SUM_ABOVE_TOTAL', { indicatorId, sum: total, total: indicator.target });
  }
};

export const deliveryDecider: Decider<ProjectId, Delivery, DeliveryCommand, DeliveryEvent> = {
  initialState: { status: 'not started' },
  evolve,
  decide(command, delivery, { id: projectId, by, today }) {
    if (command.type === 'StartDelivery') {
      if (delivery.status !== 'not started') return refuse('DELIVERY_ALREADY_STARTED');
      return [{ type: 'DeliveryStarted', data: { projectId, ...command.data } }];
    }
    if (delivery.status === 'not started') return refuse('DELIVERY_NOT_STARTED');
    const running = () => (delivery.status === 'under way' ? delivery : refuse('DELIVERY_NOT_UNDER_WAY', { status: delivery.status }));
    switch (command.type) {
      case 'BreakDownTargets':
        assertBreakdown(running(), command.data);
        return [{ type: 'TargetsBrokenDown', data: { projectId, ...command.data } }];
      case 'SubmitReport': {
        const { period, lines } = command.data;
        const department = lead(running(), by.organisation);
        assertPeriod(period, projectId, today);
        if (delivery.lights[period]) return refuse('PERIOD_CLOSED', { period });
        const before = delivery.reports[reportKey(period, department)];
        if (before && before.status !== 'returned') return refuse('REPORT_ALREADY_SUBMITTED', { period, department });
        assertReport(delivery, lines, department, figuresAt(delivery, monthBefore(period)));
        return [{ type: 'ReportSubmitted', data: { projectId, department, version: (before?.version ?? 0) + 1, author: by.id, submittedOn: today, ...command.data } }];
      }
      case 'CorrectReport': {
        const { period, lines } = command.data;
        if (delivery.status === 'closed') return refuse('DELIVERY_NOT_UNDER_WAY', { status: delivery.status });
        const department = lead(delivery, by.organisation);
        if (!delivery.lights[period]) return refuse('PERIOD_NOT_CLOSED', { period });
        const before = delivery.reports[reportKey(period, department)];
        if (before?.status === 'submitted') return refuse('REPORT_ALREADY_SUBMITTED', { period, department });
        assertReport(delivery, lines, department, figuresAt(delivery, monthBefore(period)));
        return [{ type: 'ReportCorrected', data: { projectId, department, version: (before?.version ?? 0) + 1, author: by.id, submittedOn: today, ...command.data } }];
      }
      case 'ReturnReport': {
        const { version } = submitted(delivery, command.data.period, command.data.department);
        return [{ type: 'ReportReturned', data: { projectId, version, ...command.data } }];
      }
      case 'VerifyReport': {
        const { period, department } = command.data;
        const { version, author, claimed } = submitted(delivery, period, department);
        if (author === by.id) return refuse('AUTHOR_CANNOT_VERIFY');
        const lines = command.data.lines ?? claimed;
        assertReport(delivery, lines, department, figuresAt(delivery, monthBefore(period)));
        const verified: DeliveryEvent = { type: 'ReportVerified', data: { projectId, version, ...command.data, lines: [...lines] } };
        return [verified, ...lightsSeenAgain(evolve(delivery, verified) as StartedDelivery, projectId, period)];
      }
      case 'CloseMonth': {
        const { period } = command.data;
        assertPeriod(period, projectId, today);
        if (delivery.lights[period]) return refuse('PERIOD_CLOSED', { period });
        return [{ type: 'MonthClosed', data: { projectId, light: lightAt(delivery, period) } }];
      }
      case 'RaiseIssue':
        return [{ type: 'IssueRaised', data: { projectId, issue: delivery.issues.length + 1, department: lead(running(), by.organisation), ...command.data } }];
      case 'DecideIssue':
        if (delivery.issues[command.data.issue - 1] !== 'raised') return refuse('ISSUE_UNKNOWN', { issue: command.data.issue });
        return [{ type: 'IssueDecided', data: { projectId, ...command.data } }];
      case 'ResolveIssue':
        if (delivery.issues[command.data.issue - 1] !== 'decided') return refuse('ISSUE_NOT_DECIDED', { issue: command.data.issue });
        return [{ type: 'IssueResolved', data: { projectId, ...command.data } }];
      case 'IssueOrder':
        if (!leadsOf(delivery).includes(command.data.department)) return refuse('DEPARTMENT_DOES_NOT_LEAD', { department: command.data.department });
        if (delivery.orders.some(({ department, status }) => department === command.data.department && status !== 'closed')) return refuse('ORDER_ALREADY_OPEN', { department: command.data.department });
        return [{ type: 'OrderIssued', data: { projectId, order: delivery.orders.length + 1, ...command.data, dueOn: command.data.dueOn ?? workingDaysAfter(today, delivery.rules.answerDays) } }];
      case 'AnswerOrder': {
        const order = delivery.orders[command.data.order - 1];
        if (!order || order.department !== by.organisation) return refuse('ORDER_UNKNOWN', { order: command.data.order });
        if (order.status === 'closed') return refuse('ORDER_ALREADY_CLOSED', { order: command.data.order });
        return [{ type: 'OrderAnswered', data: { projectId, department: order.department, ...command.data } }];
      }
      case 'CloseOrder': {
        const order = delivery.orders[command.data.order - 1] ?? refuse('ORDER_UNKNOWN', { order: command.data.order });
        if (order.status === 'closed') return refuse('ORDER_ALREADY_CLOSED', { order: command.data.order });
        if (order.status !== 'answered' && !command.data.waiver) return refuse('ORDER_NOT_ANSWERED', { order: command.data.order });
        return [{ type: 'OrderClosed', data: { projectId, ...command.data } }];
      }
      case 'ClaimCompletion': {
        const department = lead(running(), by.organisation);
        const unmet = unmetIndicators(delivery, monthOf(today));
        if (unmet.length > 0) return refuse('INDICATORS_NOT_MET', { indicators: unmet.join(', ') });
        return [{ type: 'CompletionClaimed', data: { projectId, department, endedOn: today, ...command.data } }];
      }
      case 'RecordNotMet':
        if (unmetIndicators(running(), monthOf(today)).length === 0) return refuse('ALL_INDICATORS_MET');
        return [{ type: 'NotMetRecorded', data: { projectId, endedOn: today, ...command.data } }];
      case 'InspectProject': {
        if (delivery.status !== 'completion claimed' && delivery.status !== 'not met') return refuse('COMPLETION_NOT_CLAIMED');
        if (command.data.items.some(({ passed }) => !passed)) return [{ type: 'AcceptanceFailed', data: { projectId, ...command.data } }];
        const { rulesVersion, rules } = delivery;
        return [{ type: 'AcceptancePassed', data: { projectId, acceptedOn: today, rulesVersion, rules, leads: [...leadsOf(delivery)], ...command.data } }];
      }
      case 'CloseEvaluatedProject': {
        const { scored, openRectifications, ...closing } = command.data;
        if (delivery.status !== 'accepted') return refuse('NOT_ACCEPTED');
        if (!scored) return refuse('NOT_SCORED');
        if (openRectifications > 0) return refuse('RECTIFICATIONS_OPEN', { open: openRectifications });
        if (delivery.orders.some(({ status }) => status !== 'closed')) return refuse('ORDERS_OPEN');
        if (delivery.issues.some((status) => status !== 'resolved')) return refuse('ISSUES_OPEN');
        return [{ type: 'ProjectClosed', data: { projectId, outcome: delivery.outcome!, ...closing } }];
      }
      default: return unreachable(command);
    }
  },
};
