import type { DeliveryEvent, DepartmentName, Light, Month } from '@minsheng/contracts';
import { changedCommitment, endingOf, withOwnSteps } from '@minsheng/domain';
import type { LogPlace, Projection } from '../projection';
import { districtsOf, leadsOf, withTargets } from './promise';
import type { AdjustmentTold, IssueTold, LightInBrief, OrderTold, PeriodTold, ProjectRow } from './project.entity';

type Row = ProjectRow | undefined;
type SomeChanges = Partial<Projection<ProjectRow, DeliveryEvent>['on']>;

export const byDelivery = (row: Row, { streamVersion }: LogPlace, change: Partial<ProjectRow> = {}): Row =>
  row && { ...row, ...change, deliveryVersion: streamVersion };
export const without = <D extends { projectId: unknown }>({ projectId: _, ...data }: D): Omit<D, 'projectId'> => data;
/** Orders, issues and adjustments are numbered from one, in their order. */
const numbered = <T>(all: readonly T[], number: number, change: (item: T) => Partial<T>): T[] =>
  all.map((item, index) => (index === number - 1 ? { ...item, ...change(item) } : item));
const ofMonth = <T extends { readonly period: Month }>(all: readonly T[], item: T): T[] =>
  [...all.filter(({ period }) => period !== item.period), item].sort((a, b) => (a.period < b.period ? -1 : 1));

const withLight = (row: ProjectRow, light: LightInBrief): Partial<ProjectRow> => {
  const lights = ofMonth(row.lights, { ...light, shown: light.override?.colour ?? light.now });
  return { lights, light: lights[lights.length - 1].shown };
};
const relit = (row: ProjectRow, { period, colour, why }: Light): Partial<ProjectRow> => {
  const before = row.lights.find((light) => light.period === period);
  return withLight(row, { ...before, period, published: before?.published ?? colour, now: colour, shown: colour, why });
};
const overridden = (row: ProjectRow, period: Month, override: LightInBrief['override']): Partial<ProjectRow> => {
  const found = row.lights.find((light) => light.period === period);
  if (!found) return {};
  const { override: _, ...before } = found;
  return withLight(row, { ...before, ...(override && { override }) });
};

const period = (
  row: ProjectRow,
  { period: wanted, dueOn }: { period: Month; dueOn: string },
  change: (told: PeriodTold) => Partial<PeriodTold> = () => ({}),
): Partial<ProjectRow> => {
  const told = row.periods.find((period) => period.period === wanted) ?? {
    period: wanted,
    dueOn,
    reminded: [],
    overdue: [],
    owed: [],
  };
  return { periods: ofMonth(row.periods, { ...told, ...change(told) }) };
};
const handedIn = (row: ProjectRow, of: { period: Month; department: DepartmentName }): Partial<ProjectRow> => ({
  periods: row.periods.map((period) =>
    period.period === of.period
      ? { ...period, owed: period.owed.filter((department) => department !== of.department) }
      : period,
  ),
});

export const cycle = {
  TargetsBrokenDown: (row, { indicators, leaderInCharge }, recorded) => {
    const targets = withTargets(row?.targets ?? {}, indicators);
    return byDelivery(
      row,
      recorded,
      row && {
        leaderInCharge: leaderInCharge ?? null,
        targets,
        districts: districtsOf(targets),
        commitment: { ...row.commitment, indicators: withOwnSteps(row.commitment.indicators, indicators) },
      },
    );
  },
  InvestmentPlanned: (row, data, recorded) => byDelivery(row, recorded, { investment: without(data) }),
  LiaisonAppointed: (row, { department }, recorded) =>
    // who it is lies in the vault
    byDelivery(row, recorded, { liaisons: [...new Set([...(row?.liaisons ?? []), department])] }),
  PeriodOpened: (row, data, recorded) => byDelivery(row, recorded, row && period(row, data)),
  ReportReminded: (row, data, recorded) =>
    byDelivery(
      row,
      recorded,
      row && period(row, data, ({ reminded }) => ({ reminded: [...reminded, data.department] })),
    ),
  ReportOverdue: (row, data, recorded) =>
    byDelivery(
      row,
      recorded,
      row &&
        period(row, data, ({ overdue, owed }) => ({
          overdue: [...overdue, data.department],
          owed: [...owed, data.department],
        })),
    ),
  // figures live in the ledger
  ReportSubmitted: (row, data, recorded) => byDelivery(row, recorded, row && handedIn(row, data)),
  ReportCorrected: (row, data, recorded) => byDelivery(row, recorded, row && handedIn(row, data)),
  ReportReturned: (row, _, recorded) => byDelivery(row, recorded),
  ReportVerified: (row, _, recorded) => byDelivery(row, recorded),
  ReportCertified: (row, _, recorded) => byDelivery(row, recorded),
  MonthClosed: (row, { light }, recorded) => byDelivery(row, recorded, row && relit(row, light)),
  LightRecomputed: (row, { light }, recorded) => byDelivery(row, recorded, row && relit(row, light)),
  MonthReopened: (row, _, recorded) => byDelivery(row, recorded),
  MonthClosedAgain: (row, { light }, recorded) => byDelivery(row, recorded, row && relit(row, light)),
  RulesChanged: (row, _, recorded) => byDelivery(row, recorded),
  LightOverridden: (row, { period: month, colour, decidedBy, until }, recorded) =>
    byDelivery(row, recorded, row && overridden(row, month, { colour, decidedBy, until })),
  OverrideEnded: (row, { period: month }, recorded) =>
    byDelivery(row, recorded, row && overridden(row, month, undefined)),
} satisfies SomeChanges;

const order = (row: Row, number: number, recorded: LogPlace, change: (shown: OrderTold) => Partial<OrderTold>): Row =>
  byDelivery(row, recorded, row && { orders: numbered(row.orders, number, change) });
const issue = (row: Row, number: number, recorded: LogPlace, change: Partial<IssueTold>): Row =>
  byDelivery(row, recorded, row && { issues: numbered(row.issues, number, () => change) });

export const pressed = {
  EscalationReached: (row, data, recorded) =>
    byDelivery(row, recorded, row && { escalations: [...row.escalations, without(data)] }),
  MeasureTaken: (row, data, recorded) =>
    byDelivery(
      row,
      recorded,
      row && {
        measures: [...row.measures, without(data)],
        listed: data.measure === 'listed supervision' ? [...new Set([...row.listed, data.department])] : row.listed,
      },
    ),
  Delisted: (row, { department }, recorded) =>
    byDelivery(row, recorded, row && { listed: row.listed.filter((name) => name !== department) }),
  OrderIssued: (row, data, recorded) =>
    byDelivery(
      row,
      recorded,
      row && { orders: [...row.orders, { ...without(data), status: 'issued', overdue: false, escalations: [] }] },
    ),
  OrderReceived: (row, data, recorded) =>
    order(row, data.order, recorded, () => ({ status: 'received', receivedOn: data.on })),
  OrderAnswered: (row, data, recorded) =>
    order(row, data.order, recorded, () => ({ status: 'answered', answer: data.answer })),
  OrderOverdue: (row, data, recorded) => order(row, data.order, recorded, () => ({ overdue: true })),
  OrderEscalated: (row, { order: number, level, reason, dueOn }, recorded) =>
    order(row, number, recorded, ({ escalations }) => ({
      level,
      dueOn,
      status: 'issued',
      overdue: false,
      escalations: [...escalations, { level, reason, dueOn }],
    })),
  OrderClosed: (row, data, recorded) =>
    order(row, data.order, recorded, () => ({ status: 'closed', ...(data.waiver && { waiver: data.waiver }) })),
  IssueRaised: (row, data, recorded) =>
    byDelivery(
      row,
      recorded,
      row && { issues: [...row.issues, { ...without(data), status: 'raised', overdue: false }] },
    ),
  IssueDecided: (row, data, recorded) =>
    issue(row, data.issue, recorded, { ...without(data), status: 'decided', overdue: false }),
  IssueOverdue: (row, data, recorded) => issue(row, data.issue, recorded, { overdue: true }),
  IssueResolved: (row, data, recorded) => issue(row, data.issue, recorded, { status: 'resolved', result: data.result }),
  IssueReopened: (row, data, recorded) =>
    issue(row, data.issue, recorded, { status: 'raised', overdue: false, reopenedFor: data.reason }),
} satisfies SomeChanges;

const adjustment = (
  row: Row,
  number: number,
  recorded: LogPlace,
  change: Partial<AdjustmentTold>,
  effect: Partial<ProjectRow> = {},
): Row => byDelivery(row, recorded, row && { ...effect, adjustments: numbered(row.adjustments, number, () => change) });

export const adjustments = {
  AdjustmentApplied: (row, data, recorded) =>
    byDelivery(row, recorded, row && { adjustments: [...row.adjustments, { ...without(data), status: 'applied' }] }),
  AdjustmentChecked: (row, { adjustment: number, supported, opinion }, recorded) =>
    adjustment(row, number, recorded, { status: 'checked', check: { supported, opinion } }),
  AdjustmentApproved: (row, { adjustment: number, changes, body, heldOn, documentNo }, recorded) => {
    if (!row) return row;
    const commitment = changedCommitment(row.commitment, changes);
    return adjustment(
      row,
      number,
      recorded,
      { status: 'approved', decision: { body, heldOn, documentNo } },
      {
        original: row.original ?? row.commitment,
        title: commitment.title,
        commitment,
        leads: leadsOf(commitment.indicators),
        ...endingOf(changes),
      },
    );
  },
  AdjustmentRejected: (row, { adjustment: number, body, heldOn, documentNo }, recorded) =>
    adjustment(row, number, recorded, { status: 'rejected', decision: { body, heldOn, documentNo } }),
  AdjustmentPublished: (row, { adjustment: number, noticeNo }, recorded) =>
    adjustment(row, number, recorded, { status: 'published', noticeNo }),
} satisfies SomeChanges;
