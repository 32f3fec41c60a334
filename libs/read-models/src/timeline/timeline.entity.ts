import type { ListId, ProjectId, RegionCode, Role, SuggestionId } from '@minsheng/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A step of a suggestion, a project or a list, as a sentence. */
@Entity({ schema: 'read', name: 'timeline' })
export class TimelineRow {
  /** Position in the log, padded so that text order is log order. */
  @PrimaryColumn('text') position!: string;
  @Column('text') recordedAt!: string;
  /** Business date of the act. */
  @Column('text') on!: string;
  @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Index() @Column('text', { nullable: true }) projectId!: ProjectId | null;
  @Index() @Column('text', { nullable: true }) suggestionId!: SuggestionId | null;
  @Column('text') type!: string;
  @Column('text') role!: Role;
  @Column('text', { nullable: true }) organisation!: string | null;
  @Column('text') sentence!: string;
}
