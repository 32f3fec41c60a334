import type {
  Colour,
  DepartmentName,
  Light,
  ListId,
  Month,
  Override,
  ProjectId,
  RegionCode,
} from '@minsheng/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A report that was verified after the month was closed: what a recomputation goes back to. */
export interface LateProof {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly version: number;
  readonly position: string;
}

/** One thing that happened to the light of a closed month. */
export interface LightStep {
  readonly position: string;
  /** Business date. */
  readonly on: string;
  readonly what: 'closed' | 'recomputed' | 'reopened' | 'closed again' | 'overridden' | 'override ended';
  readonly colour?: Colour;
  readonly why?: Light['why'];
  readonly reason?: string;
  readonly cause?: LateProof;
}

/** The light of one project in one month, with all that has become of it. */
@Entity({ schema: 'read', name: 'light' })
export class LightRow {
  /** Project and month. */
  @PrimaryColumn('text') lightId!: string;
  @Index() @Column('text') projectId!: ProjectId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('text') period!: Month;
  /** What the month was closed with; it never changes. */
  @Column('jsonb') published!: Light;
  /** What the figures make of the month today. */
  @Column('jsonb') now!: Light;
  /** Set by hand and in force; the computed light stays beside it (invariant 17). */
  @Column('jsonb', { nullable: true }) override!: Omit<Override, 'period'> | null;
  /** What people see: the colour set by hand, else the computed one. */
  @Column('text') shown!: Colour;
  @Column('boolean') reopened!: boolean;
  @Column('jsonb', { nullable: true }) lateProof!: LateProof | null;
  @Column('jsonb') history!: readonly LightStep[];
}
