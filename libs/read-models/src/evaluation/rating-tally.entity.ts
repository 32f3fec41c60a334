import type { LevelCounts, ListId, ProjectId, RegionCode } from '@minsheng/contracts';
import type { Publishing } from './published-ratings';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The ratings of a round that is over. */
export type RoundTally = Pick<RatingTallyRow, 'round' | 'counts' | 'changes' | 'afterClosing'>;

/**
 * How many people rated a project at each level. Frozen when the evaluation closes: the score is computed from it.
 */
@Entity({ schema: 'read', name: 'rating_tally' })
export class RatingTallyRow {
  @PrimaryColumn('text') projectId!: ProjectId;
  @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  /** The round that is counted, from 1. */
  @Column('int') round!: number;
  @Column('jsonb') counts!: LevelCounts;
  /** Ratings that were changed to another level. */
  @Column('int') changes!: number;
  @Column('boolean') frozen!: boolean;
  /** Ratings recorded after the closing: shown, never counted. */
  @Column('int') afterClosing!: number;
  /** What of it the public may see, step by step. */
  @Column('jsonb') publishing!: Publishing;
  /** What the rounds before came to, oldest first. */
  @Column('jsonb') earlier!: readonly RoundTally[];
}
