import type {
  DepartmentName,
  DeliveryEvent,
  ListId,
  Month,
  ProjectId,
  RegionCode,
  ReportLine,
} from '@minsheng/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type Submitted = Extract<DeliveryEvent, { type: 'ReportSubmitted' }>['data'];

/** A version of a report as it was submitted, and its outcome. */
export interface ReportVersion extends Pick<
  Submitted,
  'version' | 'submittedOn' | 'problems' | 'nextMonth' | 'money' | 'evidence' | 'lines' | 'otherLines'
> {
  /** Null where the department sent no words. */
  readonly progress: string | null;
  readonly status: 'submitted' | 'returned' | 'verified' | 'certified';
  /** Why it was corrected after the month was closed. */
  readonly correction?: string;
  readonly returnedFor?: string;
  readonly how?: string;
  readonly verifiedLines?: readonly ReportLine[];
  /** Certificate of the statistics bureau. */
  readonly certificateNo?: string;
}

/** A department's report on a project for a month, with all its versions. */
@Entity({ schema: 'read', name: 'report' })
export class ReportRow {
  /** Project, month and department. */
  @PrimaryColumn('text') reportId!: string;
  @Index() @Column('text') projectId!: ProjectId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('text') period!: Month;
  @Index() @Column('text') department!: DepartmentName;
  @Column('text') status!: ReportVersion['status'];
  @Column('jsonb') versions!: readonly ReportVersion[];
}
