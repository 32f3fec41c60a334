import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a projection or policy has come. It moves in the transaction of its effect, from exactly the position it was read at. */
@Entity({ schema: 'read', name: 'checkpoint' })
export class CheckpointRow {
  @PrimaryColumn('text') name!: string;
  @Column('bigint') position!: string;
  /** Why it stands still, where it does. */
  @Column('text', { nullable: true }) halted!: string | null;
}

/** The checkpoint of the policies, which follow the log as the projections do. */
export const POLICIES = 'policies';
