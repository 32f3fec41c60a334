import type { DepartmentName, EventData, ListId, MeetingId, RegionCode } from '@minsheng/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A topic on the agenda, the decision on it, and its follow-ups. */
export interface AgendaItem extends Pick<EventData<'AgendaItemPut'>, 'item' | 'topic' | 'issue' | 'from'> {
  /** The meeting that took it, where this one left it open. */
  readonly carriedTo?: MeetingId;
  /** The next meeting that was over before it could take it. */
  readonly returnedBy?: MeetingId;
  /** Why nothing is decided on it here, or a decision has no effect. */
  readonly settled?: EventData<'ItemSettled'>['because'];
  /** Why it goes no further. */
  readonly droppedFor?: string;
  readonly decision?: Pick<EventData<'DecisionRecorded'>, 'decision' | 'owner' | 'dueOn'>;
  readonly followUps: readonly (Pick<EventData<'DecisionFollowedUp'>, 'done' | 'text'> & { readonly on: string })[];
  readonly done: boolean;
}

/** One session of the joint conference (联席会议). */
@Entity({ schema: 'read', name: 'meeting' })
export class MeetingRow {
  @PrimaryColumn('text') meetingId!: MeetingId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('text') title!: string;
  @Column('text') heldOn!: string;
  @Column('text') chair!: string;
  @Column('jsonb') members!: readonly DepartmentName[];
  @Column('jsonb') agenda!: readonly AgendaItem[];
  @Column('text', { nullable: true }) minutesNo!: string | null;
  @Column('int') version!: number;
}
