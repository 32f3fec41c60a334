import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How far a projection or policy has come. It moves in the transaction of its effect, from exactly the position it was
 * read at.
 */
@Entity({ schema: 'read', name: 'checkpoint' })
export class CheckpointRow {
  @PrimaryColumn('text') name!: string;
  @Column('bigint') position!: string;
  /** Why it stands still, where it does. */
  @Column('text', { nullable: true }) halted!: string | null;
  /** Somebody asked it to stand still. */
  @Column('boolean', { default: false }) paused!: boolean;
  /** Rises whenever somebody else takes the checkpoint: who writes with an older one is refused. */
  @Column('bigint', { default: 0 }) epoch!: string;
  /** Application name of the process that moves it; null when nobody does. */
  @Column('text', { nullable: true }) holder!: string | null;
  /** When the holder was last heard of. */
  @Column('timestamptz', { nullable: true }) beatAt!: Date | null;
}

/** The checkpoint of the policies, which follow the log as the projections do. */
export const POLICIES = 'policies';
