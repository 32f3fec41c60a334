import type {
  Closing,
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

/** A report verified after the month was closed: the cause of a recomputation. */
export interface LateProof {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly version: number;
  readonly position: string;
}

/** A change of the light of a closed month. */
export interface LightStep {
  readonly position: string;
  /** Business date. */
  readonly on: string;
  readonly what: 'closed' | 'recomputed' | 'reopened' | 'withdrawn' | 'closed again' | 'overridden' | 'override ended';
  readonly colour?: Colour;
  readonly why?: Light['why'];
  readonly reason?: string;
  readonly cause?: LateProof;
  readonly closing?: Closing;
}

/** The light of one project in one month, with its history. */
@Entity({ schema: 'read', name: 'light' })
export class LightRow {
  /** Project and month. */
  @PrimaryColumn('text') lightId!: string;
  @Index() @Column('text') projectId!: ProjectId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('text') period!: Month;
  /** As it was when the month was closed; only a light published by mistake is followed by another. */
  @Column('jsonb') published!: Light;
  /** As computed from today's figures. */
  @Column('jsonb') now!: Light;
  /** Set by hand and in force; the computed light is kept apart (invariant 17). */
  @Column('jsonb', { nullable: true }) override!: Omit<Override, 'period'> | null;
  /** The colour shown: the one set by hand, else the computed one; null once the light was withdrawn. */
  @Column('text', { nullable: true }) shown!: Colour | null;
  @Column('jsonb', { nullable: true }) closing!: Closing | null;
  /** Published by mistake: since when it counts no more, and why. The month waits to be closed. */
  @Column('jsonb', { nullable: true }) withdrawn!: { readonly on: string; readonly reason: string } | null;
  @Column('boolean') reopened!: boolean;
  @Column('jsonb', { nullable: true }) lateProof!: LateProof | null;
  @Column('jsonb') history!: readonly LightStep[];
}

/** A light that shows a colour: it was not withdrawn. */
export const isShown = <Row extends Pick<LightRow, 'shown'>>(row: Row): row is Row & { shown: Colour } =>
  row.shown !== null;
