import type { DepartmentName, Indicator, IndicatorId, ListId, Month, ProjectId, RegionCode } from '@minsheng/contracts';
import type { StartedDelivery } from '@minsheng/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Matrix } from './matrix';
import type { Targets } from './promise';
import type { IndicatorStanding } from './standing';

interface Money {
  readonly done: string;
  readonly paid: string;
}

export interface VerifiedVersion {
  readonly version: number;
  readonly position: string;
  readonly how: string;
  readonly money?: Money;
  readonly certificateNo?: string;
  /** The places that it speaks of (`placeOf`), where another version spoke of the same indicators before. */
  readonly places?: readonly string[];
}

/**
 * A department's report for a month: the status of its newest version, and the events from which its figures come.
 */
export interface ReportMark {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly version: number;
  readonly status: 'submitted' | 'returned' | 'verified' | 'certified';
  readonly submittedOn: string;
  readonly returnedFor?: string;
  /** Submitted or corrected after the month was closed. */
  readonly late?: boolean;
  /** Another figure was verified after the month was closed. */
  readonly laterCorrected?: boolean;
  readonly money?: Money;
  /**
   * What counts: its version, the position of the event that verified it, and the statistics stamp where there is one.
   */
  readonly verified?: VerifiedVersion;
  /** Versions that were verified before, the newest first: what they say stands where no later one speaks of it. */
  readonly earlier?: readonly VerifiedVersion[];
  /** Indicators that this month's versions speak of, as claimed and as verified. */
  readonly claims: readonly IndicatorId[];
  readonly proves: readonly IndicatorId[];
}

/**
 * The ledger (台账) of a project: every indicator, district and month. Its columns are `json`, not `jsonb`: readers pass
 * the text on as it was written.
 */
@Entity({ schema: 'read', name: 'ledger' })
export class LedgerRow {
  @PrimaryColumn('text') projectId!: ProjectId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('int') no!: number;
  @Column('json') indicators!: readonly Indicator[];
  @Column('json') targets!: Targets;
  /** What indicators were before each adjustment, by the first month that it holds for. */
  @Column('json') revisions!: StartedDelivery['revisions'];
  /** By month, the position of the event that first closed it. */
  @Column('json') closed!: Readonly<Record<Month, string>>;
  /** By month and department (`markKey`). */
  @Column('json') reports!: Readonly<Record<string, ReportMark>>;
  @Column('json') claimed!: Matrix;
  @Column('json') verified!: Matrix;
  @Column('json') standing!: readonly IndicatorStanding[];
}
