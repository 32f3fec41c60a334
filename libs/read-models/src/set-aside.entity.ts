import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A row that is not current: an event for it could not be applied, and all that follows for it waits. Written in the
 * transaction that moves the checkpoint past the event.
 */
@Entity({ schema: 'read', name: 'set_aside' })
export class SetAsideRow {
  /** Name of the read model, or of the policies. */
  @PrimaryColumn('text') checkpoint!: string;
  /** Key of the row; the subject, where the rows are unknown; or the stream, for the policies. */
  @PrimaryColumn('text') key!: string;
  /** Id of the list, project, suggestion or meeting it is about. */
  @Column('text') subject!: string;
  /** Position of the event that could not be applied. */
  @Column('bigint') since!: string;
  @Column('text') reason!: string;
}
