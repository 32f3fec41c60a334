import type { EventData, ListId, ProjectId, RegionCode, Sealed, SuggestionId } from '@minsheng/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const suggestionStatuses = [
  'received',
  'registered',
  'referred',
  'merged',
  'assigned',
  'screened',
  'answered',
] as const;
type Status = (typeof suggestionStatuses)[number];

/** A suggestion from its receipt to its answer. Only the vault knows who wrote it. */
@Entity({ schema: 'read', name: 'suggestion' })
export class SuggestionRow {
  @PrimaryColumn('text') suggestionId!: SuggestionId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('text') channel!: string;
  @Column('text') receivedOn!: string;
  @Index() @Column('text') trackingCode!: string;
  /** Title and content as the person wrote them, encrypted with that person's key. */
  @Column('jsonb') words!: Sealed;
  @Column('boolean') anonymous!: boolean;
  @Column('text', { nullable: true }) district!: string | null;
  @Column('text', { nullable: true }) domain!: string | null;
  /** The public title given at triage. */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text') status!: Status;
  @Column('text', { nullable: true }) statusBeforeMerge!: Status | null;
  @Index() @Column('text', { nullable: true }) mergedInto!: SuggestionId | null;
  @Column('text', { nullable: true }) department!: string | null;
  @Column('text', { nullable: true }) dueOn!: string | null;
  /** Where it was referred as out of scope, and why. */
  @Column('jsonb', { nullable: true }) referral!: Pick<
    EventData<'SuggestionReferred'>,
    'to' | 'reason' | 'text'
  > | null;
  @Column('jsonb') opinions!: readonly Pick<EventData<'OpinionGiven'>, 'department' | 'opinion' | 'supports'>[];
  @Column('jsonb', { nullable: true }) screening!: Pick<
    EventData<'SuggestionScreened'>,
    'criteria' | 'outcome' | 'reason'
  > | null;
  /** The candidate projects that name it. */
  @Column('jsonb') projectIds!: readonly ProjectId[];
  @Column('text', { nullable: true }) outcome!: EventData<'SuggestionAnswered'>['outcome'] | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('int') version!: number;
}
