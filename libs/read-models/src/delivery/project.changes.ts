import type {
  promiseEvents,
  DeliveryEvent,
  DepartmentName,
  EventData,
  Forced,
  Light,
  Month,
  monthlyEvents,
  supervisionEvents,
} from '@minsheng/contracts';
import { isCalledForBy, withOwnSteps } from '@minsheng/domain';
import type { EventGroup } from '../event-groups';
import type { EventPosition, Projection } from '../projection';
import { districtsOf, withTargets } from './promise';
import type { IssueView, LightInBrief, OrderView, PeriodView, ProjectRow } from './project.entity';

type Row = ProjectRow | undefined;
/** How the row changes by each event of a group. */
export type ChangesBy<Group extends EventGroup<DeliveryEvent['type']>> = Pick<
  Projection<ProjectRow, DeliveryEvent>['on'],
  Group[number]['type']
>;

export const byDelivery = (row: Row, { streamVersion }: EventPosition, change: Partial<ProjectRow> = {}): Row =>
  row && { ...row, ...change, deliveryVersion: streamVersion };
export const without = <D extends { projectId: unknown }>({ projectId: _, ...data }: D): Omit<D, 'projectId'> => data;
/** Orders, issues and adjustments are numbered from one, in their order. */
export const numbered = <T>(all: readonly T[], number: number, change: (item: T) => Partial<T>): T[] =>
  all.map((item, index) => (index === number - 1 ? { ...item, ...change(item) } : item));
const ofMonth = <T extends { readonly period: Month }>(all: readonly T[], item: T): T[] =>
  [...all.filter(({ period }) => period !== item.period), item].sort((a, b) => (a.period < b.period ? -1 : 1));

/**
 * With the colour of the newest closed month; of what was accepted as met, of a month since it was completed: what was
 * red before that is over.
 */
export const withHeadline = (row: ProjectRow): ProjectRow => {
  const newest = row.lights.at(-1);
  const completed = row.outcome === 'met' ? row.completion?.endedOn.slice(0, 7) : undefined;
  const isOver = newest !== undefined && completed !== undefined && newest.period < completed;
  return { ...row, light: newest && !isOver ? newest.shown : null };
};
const withLight = (row: ProjectRow, light: LightInBrief): ProjectRow =>
  withHeadline({
    ...row,
    lights: ofMonth(row.lights, { ...light, shown: light.override?.colour ?? light.now }),
  });
/** `forced`: how the month was closed; undefined where it is only recomputed. */
const withComputedLight = (row: ProjectRow, light: Light, forced?: Forced | null): Partial<ProjectRow> => {
  const { period, colour, why } = light;
  const before = row.lights.find((light) => light.period === period);
  const forcedFor = forced === undefined ? before?.forcedFor : forced?.reason;
  const { forcedFor: _, ...rest } = { ...before, period, published: before?.published ?? colour };
  return {
    ...withLight(row, {
      ...rest,
      now: colour,
      shown: colour,
      why,
      ...(forcedFor !== undefined && { forcedFor }),
    }),
    escalations: row.escalations.filter((escalation) => isCalledForBy(light, escalation)),
  };
};
/** A light published by mistake is gone, with the measures that it called for; its history is in its own row. */
const withoutLight = (
  row: ProjectRow,
  { period: withdrawn, reason }: EventData<'LightWithdrawn'>,
): Partial<ProjectRow> => {
  const lights = row.lights.filter(({ period }) => period !== withdrawn);
  return {
    ...withHeadline({ ...row, lights }),
    escalations: row.escalations.filter(({ months }) => !months.includes(withdrawn)),
    measures: row.measures.map((measure) =>
      measure.period === withdrawn ? { ...measure, withdrawnFor: reason } : measure,
    ),
  };
};
const withOverride = (row: ProjectRow, period: Month, override: LightInBrief['override']): Partial<ProjectRow> => {
  const found = row.lights.find((light) => light.period === period);
  if (!found) return {};
  const { override: _, ...before } = found;
  return withLight(row, { ...before, ...(override && { override }) });
};

const period = (
  row: ProjectRow,
  { period: wanted, dueOn, dueOnProvisional }: { period: Month; dueOn: string; dueOnProvisional?: true },
  change: (view: PeriodView) => Partial<PeriodView> = () => ({}),
): Partial<ProjectRow> => {
  const view = row.periods.find((period) => period.period === wanted) ?? {
    period: wanted,
    dueOn,
    ...(dueOnProvisional && { dueOnProvisional }),
    reminded: [],
    overdue: [],
    owed: [],
  };
  return { periods: ofMonth(row.periods, { ...view, ...change(view) }) };
};
const withoutOverdue = (row: ProjectRow, of: { period: Month; department: DepartmentName }): Partial<ProjectRow> => ({
  periods: row.periods.map((period) =>
    period.period === of.period
      ? { ...period, owed: period.owed.filter((department) => department !== of.department) }
      : period,
  ),
});

export const promiseChanges: ChangesBy<typeof promiseEvents> = {
  DeliveryStarted: (row, _, context) => byDelivery(row, context, { status: 'under way' }),
  TargetsBrokenDown: (row, { indicators, leaderInCharge }, context) => {
    const targets = withTargets(row?.targets ?? {}, indicators);
    return byDelivery(
      row,
      context,
      row && {
        leaderInCharge: leaderInCharge ?? row.leaderInCharge,
        targets,
        districts: districtsOf(targets),
        commitment: { ...row.commitment, indicators: withOwnSteps(row.commitment.indicators, indicators) },
      },
    );
  },
  InvestmentPlanned: (row, data, context) => byDelivery(row, context, { investment: without(data) }),
  LiaisonErased: (row, { department }, context) =>
    byDelivery(row, context, { liaisons: (row?.liaisons ?? []).filter((named) => named !== department) }),
  LiaisonAppointed: (row, { department }, context) =>
    byDelivery(row, context, { liaisons: [...new Set([...(row?.liaisons ?? []), department])] }),
};

export const monthlyChanges: ChangesBy<typeof monthlyEvents> = {
  PeriodOpened: (row, data, context) => byDelivery(row, context, row && period(row, data)),
  ReportReminded: (row, data, context) =>
    byDelivery(
      row,
      context,
      row && period(row, data, ({ reminded }) => ({ reminded: [...reminded, data.department] })),
    ),
  ReportOverdue: (row, data, context) =>
    byDelivery(
      row,
      context,
      row &&
        period(row, data, ({ overdue, owed }) => ({
          overdue: [...overdue, data.department],
          owed: [...owed, data.department],
        })),
    ),
  // the figures are in the ledger
  ReportSubmitted: (row, data, context) => byDelivery(row, context, row && withoutOverdue(row, data)),
  ReportCorrected: (row, data, context) => byDelivery(row, context, row && withoutOverdue(row, data)),
  ReportReturned: (row, _, context) => byDelivery(row, context),
  ReportVerified: (row, _, context) => byDelivery(row, context),
  ReportCertified: (row, _, context) => byDelivery(row, context),
  MonthClosed: (row, { light, forced }, context) =>
    byDelivery(row, context, row && withComputedLight(row, light, forced ?? null)),
  LightRecomputed: (row, { light }, context) => byDelivery(row, context, row && withComputedLight(row, light)),
  MonthReopened: (row, _, context) => byDelivery(row, context),
  MonthClosedAgain: (row, { light, forced }, context) =>
    byDelivery(row, context, row && withComputedLight(row, light, forced ?? null)),
  LightWithdrawn: (row, data, context) => byDelivery(row, context, row && withoutLight(row, data)),
};

const order = (
  row: Row,
  number: number,
  context: EventPosition,
  change: (shown: OrderView) => Partial<OrderView>,
): Row => byDelivery(row, context, row && { orders: numbered(row.orders, number, change) });
const issue = (row: Row, number: number, context: EventPosition, change: Partial<IssueView>): Row =>
  byDelivery(row, context, row && { issues: numbered(row.issues, number, () => change) });

export const supervisionChanges: ChangesBy<typeof supervisionEvents> = {
  RulesChanged: (row, _, context) => byDelivery(row, context),
  LightOverridden: (row, { period: month, colour, decidedBy, until }, context) =>
    byDelivery(row, context, row && withOverride(row, month, { colour, decidedBy, until })),
  OverrideEnded: (row, { period: month }, context) =>
    byDelivery(row, context, row && withOverride(row, month, undefined)),
  EscalationReached: (row, data, context) =>
    byDelivery(row, context, row && { escalations: [...row.escalations, without(data)] }),
  MeasureTaken: (row, data, context) =>
    byDelivery(
      row,
      context,
      row && {
        measures: [...row.measures, without(data)],
        listed: data.measure === 'listed supervision' ? [...new Set([...row.listed, data.department])] : row.listed,
      },
    ),
  Delisted: (row, { department }, context) =>
    byDelivery(row, context, row && { listed: row.listed.filter((name) => name !== department) }),
  OrderIssued: (row, data, context) =>
    byDelivery(
      row,
      context,
      row && { orders: [...row.orders, { ...without(data), status: 'issued', overdue: false, escalations: [] }] },
    ),
  OrderReceived: (row, data, context) =>
    order(row, data.order, context, () => ({ status: 'received', receivedOn: data.on })),
  OrderAnswered: (row, data, context) =>
    order(row, data.order, context, () => ({ status: 'answered', answer: data.answer })),
  OrderOverdue: (row, data, context) => order(row, data.order, context, () => ({ overdue: true })),
  OrderEscalated: (row, { order: number, level, reason, dueOn, dueOnProvisional }, context) =>
    order(row, number, context, ({ escalations }) => ({
      level,
      dueOn,
      dueOnProvisional,
      status: 'issued',
      overdue: false,
      escalations: [...escalations, { level, reason, dueOn, ...(dueOnProvisional && { dueOnProvisional }) }],
    })),
  OrderClosed: (row, data, context) =>
    order(row, data.order, context, () => ({ status: 'closed', ...(data.waiver && { waiver: data.waiver }) })),
  OrderWithdrawn: (row, { order: number, reason }, context) =>
    order(row, number, context, () => ({ status: 'withdrawn', overdue: false, withdrawnFor: reason })),
  IssueRaised: (row, data, context) =>
    byDelivery(
      row,
      context,
      row && { issues: [...row.issues, { ...without(data), status: 'raised', overdue: false }] },
    ),
  IssueDecisionDeclined: (row, _, context) => byDelivery(row, context),
  IssueDecided: (row, data, context) =>
    issue(row, data.issue, context, { ...without(data), status: 'decided', overdue: false }),
  IssueOverdue: (row, data, context) => issue(row, data.issue, context, { overdue: true }),
  IssueResolved: (row, data, context) => issue(row, data.issue, context, { status: 'resolved', result: data.result }),
  IssueReopened: (row, data, context) =>
    issue(row, data.issue, context, { status: 'raised', overdue: false, reopenedFor: data.reason }),
};
