import type { LevelCounts, ListId, ProjectId, RegionCode } from '@minsheng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How many people rated a project at each level. Frozen when the evaluation closes: that is what the score is made of.
 */
@Entity({ schema: 'read', name: 'rating_tally' })
export class RatingTallyRow {
  @PrimaryColumn('text') projectId!: ProjectId;
  @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('jsonb') counts!: LevelCounts;
  /** Ratings that were given again with another level. */
  @Column('int') changes!: number;
  @Column('boolean') frozen!: boolean;
  /** Ratings that the log took behind the closing; they never count, and are shown. */
  @Column('int') afterClosing!: number;
}
