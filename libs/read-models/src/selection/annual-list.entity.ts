import type { EventData, ListId, ProjectId, RegionCode, Rules } from '@minsheng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One annual list: how it was decided and what is on it. */
@Entity({ schema: 'read', name: 'annual_list' })
export class AnnualListRow {
  @PrimaryColumn('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('text') regionName!: string;
  @Column('int') year!: number;
  @Column('text') title!: string;
  @Column('text') mode!: 'deputies vote' | 'government';
  @Column('int') seats!: number;
  @Column('text') status!: 'open' | 'put to decision' | 'decided' | 'adopted';
  @Column('int', { nullable: true }) rulesVersion!: number | null;
  @Column('jsonb', { nullable: true }) rules!: Rules | null;
  @Column('jsonb') candidates!: readonly ProjectId[];
  /** When suggestions are collected, and whom to turn to. */
  @Column('jsonb', { nullable: true }) collection!: Omit<EventData<'CollectionPeriodSet'>, 'listId'> | null;
  @Column('jsonb', { nullable: true }) decision!: object | null;
  @Column('jsonb') adopted!: readonly ProjectId[];
  @Column('jsonb') passedOver!: readonly ProjectId[];
  @Column('text', { nullable: true }) announcementNo!: string | null;
  @Column('text', { nullable: true }) adoptedOn!: string | null;
  @Column('int') version!: number;
}
