import type {
  Change,
  Commitment,
  DepartmentName,
  EscalationStep,
  EventData,
  Indicator,
  IndicatorId,
  Light,
  Money,
  Month,
  OrderLevel,
  Override,
  Quantity,
  ReportLine,
  Rules,
  Sealed,
} from '@minsheng/contracts';

/**
 * A district's share of an indicator. `target` null: it takes part without a figure of its own. A reporting group names
 * its members and counts once.
 */
export interface DistrictTarget {
  readonly district: string;
  readonly target: Quantity | null;
  readonly members?: readonly string[];
  readonly ownLevel?: boolean;
}
/** What was promised, as it stands today, and by which rules it is judged. */
export interface PromiseState {
  readonly commitment: Commitment;
  /** The list's year: what is due after it is due by another list. */
  readonly year: number;
  /** The body that adopted the list: it alone approves adjustments. */
  readonly adoptedBy?: string;
  /** Rule sets by the first month they hold for, oldest first; the first one holds from the beginning. */
  readonly ruleSets: readonly { readonly from?: Month; readonly rulesVersion: number; readonly rules: Rules }[];
  readonly districts: Readonly<Record<IndicatorId, readonly DistrictTarget[]>>;
  readonly investment?: Omit<EventData<'InvestmentPlanned'>, 'projectId'>;
  /** The liaison officers of each department, the present one last, sealed: only the vault can say who they are. */
  readonly liaisons: Readonly<Record<DepartmentName, readonly Sealed[]>>;
}

/** The newest report of one department for one month. */
export interface Report {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly version: number;
  readonly status: 'submitted' | 'returned' | 'verified' | 'certified';
  readonly author: string;
  readonly submittedOn: string;
  readonly claimed: readonly ReportLine[];
  /** Whether evidence came with this version (invariant 16). */
  readonly proven: boolean;
  readonly money?: Money;
  /** What counts: the figures of the newest verified version. */
  readonly verified?: readonly ReportLine[];
  readonly verifiedMoney?: Report['money'];
  /** Why the version before this one, or this one, was given back. */
  readonly returnedFor?: string;
  /** Submitted, or corrected, after the month was closed. */
  readonly late: boolean;
}
export interface ReportsState {
  /** By month and department (`reportKey`). */
  readonly reports: Readonly<Record<string, Report>>;
  /** What counts, by month: of each place the line that was verified last, whoever sent it. */
  readonly verified: Readonly<Record<Month, readonly ReportLine[]>>;
}

export interface LightsState {
  /** What each closed month shows now by computation. */
  readonly lights: Readonly<Record<Month, Light>>;
  /** Lights set by hand that are in force; the computed light is never touched (invariant 17). */
  readonly overrides: Readonly<Record<Month, Override>>;
  /** Lights published by mistake, as they were when they were withdrawn last. */
  readonly withdrawn: Readonly<Record<Month, Light>>;
}

/** A supervision order (督办单) as it stands: its level and day move on when it is escalated. */
export interface SupervisionOrder {
  /** The month whose light it presses on. */
  readonly period: Month;
  readonly department: DepartmentName;
  readonly level: OrderLevel;
  readonly dueOn: string;
  readonly status: 'issued' | 'received' | 'answered' | 'closed' | 'withdrawn';
  /** It is recorded that its day passed unanswered. */
  readonly overdue: boolean;
}
/** An issue (问题): put by the department that raised it, decided with an owner and a day. */
export interface Issue {
  readonly status: 'raised' | 'decided' | 'resolved';
  readonly department: DepartmentName;
  /** Unknown for issues of older ledgers. */
  readonly raisedOn?: string;
  readonly owner?: DepartmentName;
  readonly dueOn?: string;
  readonly overdue: boolean;
  /** The meeting's agenda where a meeting decided: it hears what became of it. */
  readonly agendaItem?: EventData<'IssueDecided'>['agendaItem'];
}
/** Everything that presses a delivery on. */
export interface SupervisionState {
  /** In the order in which they were issued. */
  readonly orders: readonly SupervisionOrder[];
  /** Put to the joint conference, in the order in which they were raised. */
  readonly issues: readonly Issue[];
  /** Escalations that a rule called for. */
  readonly escalations: readonly {
    readonly period: Month;
    readonly department: DepartmentName;
    readonly step: EscalationStep;
    readonly months: readonly Month[];
  }[];
  /** Who is under listed supervision (挂牌督办), and for which month. */
  readonly listed: readonly { readonly department: DepartmentName; readonly period: Month }[];
}

/** What is recorded of the months themselves; overdue and reminded by month and department (`reportKey`). */
export interface MonthState {
  /** By month, the day by which its reports are due. */
  readonly opened: Readonly<Partial<Record<Month, Omit<EventData<'PeriodOpened'>, 'projectId' | 'period'>>>>;
  readonly reminded: readonly string[];
  readonly overdue: readonly string[];
  /** Closed months that stand open again. */
  readonly reopened: readonly Month[];
  /** Months that a later closing named as left open. */
  readonly skipped: readonly Month[];
  /** Months closed by force before their last or due day. */
  readonly closedEarly: readonly Month[];
}

export interface Adjustment {
  readonly status: 'applied' | 'checked' | 'approved' | 'rejected' | 'published';
  readonly department: DepartmentName;
  readonly changes: readonly Change[];
  /** The day of its last step; unknown of steps that were stored without one. */
  readonly since?: string;
  /** Indicators that were broken down when it was applied for. */
  readonly brokenDown: readonly IndicatorId[];
}
/** What an adjustment may change of an indicator, as it was before. */
export type IndicatorBefore = Pick<Indicator, 'id' | 'target' | 'targetText' | 'dueOn' | 'lead'>;
/** Adjustments (调整) that were applied for, in their order; and what was promised before the first one took effect. */
export interface ChangeState {
  readonly adjustments: readonly Adjustment[];
  /** Readable for ever (invariant 4); absent while nothing has changed. */
  readonly original?: Commitment;
  /**
   * What indicators were before each approved adjustment, by the first month that it holds for: months before that are
   * judged without it.
   */
  readonly revisions: readonly { readonly from: Month; readonly before: readonly IndicatorBefore[] }[];
}

/** How far a delivery has come, and how it ended. */
export interface CompletionState {
  readonly status:
    | 'under way'
    | 'completion claimed'
    | 'not met'
    | 'accepted'
    | 'closed'
    | 'carried over'
    | 'split'
    | 'merged'
    | 'terminated';
  /** How the promise ended, once that is known: that it was met, not before its acceptance. */
  readonly outcome?: 'met' | 'not met';
  /** A look back found that the verified figures do not hold; until new ones are verified. */
  readonly refuted?: true;
  readonly acceptedOn?: string;
  /** Districts that completion was claimed without, by indicator. */
  readonly exceptions?: readonly { readonly indicatorId: IndicatorId; readonly district: string }[];
  /** The month in which it ended: from then on nobody expects a report. */
  readonly endedIn?: Month;
  /**
   * Months between an end and a look back that took it back: nobody expected a report then. `until` is not among them.
   */
  readonly pauses: readonly { readonly from: Month; readonly until: Month }[];
  /** Levels of acceptance passed, lowest first, and by whom: each is another unit. */
  readonly levelsPassed: readonly string[];
  readonly inspectors: readonly string[];
}

/** A delivery that has begun: what each part of it remembers. */
export interface StartedDelivery
  extends PromiseState, ReportsState, LightsState, SupervisionState, MonthState, ChangeState, CompletionState {}
export type Delivery = { readonly status: 'not started' } | StartedDelivery;
