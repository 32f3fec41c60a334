import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How far a projection, or the policies, have read the log. It moves in the transaction that writes their effect, and
 * only if it is still at the position at which the batch began.
 */
@Entity({ schema: 'read', name: 'checkpoint' })
export class CheckpointRow {
  @PrimaryColumn('text') name!: string;
  @Column('bigint') position!: string;
  /** Why it was halted; null while it runs. */
  @Column('text', { nullable: true }) halted!: string | null;
  /** Paused by an operator. */
  @Column('boolean', { default: false }) paused!: boolean;
  /** Fencing token: rises with each change of holder; a write with an older epoch is refused. */
  @Column('bigint', { default: 0 }) epoch!: string;
  /** Application name of the process that holds the lease; null if none does. */
  @Column('text', { nullable: true }) holder!: string | null;
  /** Last heartbeat of the holder. */
  @Column('timestamptz', { nullable: true }) beatAt!: Date | null;
}

/**
 * Seconds after which a holder that is connected, but not heard of, counts as silent and may be replaced: it sleeps, or
 * its machine is cut off. A living one is heard of every two seconds.
 */
export const SILENT_AFTER_S = 10;

/** The checkpoint of the policies, which read the log as the projections do. */
export const POLICIES = 'policies';
