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

/**
 * Seconds after which a holder that is connected, but not heard of, counts as silent and may be replaced: it sleeps, or
 * its machine is cut off. A living one is heard of every two seconds.
 */
export const SILENT_AFTER_S = 10;

/** The checkpoint of the policies, which follow the log as the projections do. */
export const POLICIES = 'policies';
