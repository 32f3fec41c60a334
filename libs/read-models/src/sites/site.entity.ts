import type { DistrictName, IndicatorId, ListId, ProjectId, RegionCode, SiteState } from '@minsheng/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A site (点位) of a project. A row each: a list has tens of thousands, and a map reads those in view. */
@Entity({ schema: 'read', name: 'site' })
export class SiteRow {
  /** Project and number, padded so that text order is the order of numbers. */
  @PrimaryColumn('text') siteId!: string;
  @Index() @Column('text') projectId!: ProjectId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('int') no!: number;
  @Column('text') name!: string;
  @Column('text') district!: DistrictName;
  @Column('text', { nullable: true }) indicatorId!: IndicatorId | null;
  /** Degrees of WGS 84, as registered. */
  @Column('numeric', { nullable: true }) longitude!: string | null;
  @Column('numeric', { nullable: true }) latitude!: string | null;
  @Column('text') state!: SiteState;
  /** Date of its last change of state; null while it is planned. */
  @Column('text', { nullable: true }) stateOn!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}
