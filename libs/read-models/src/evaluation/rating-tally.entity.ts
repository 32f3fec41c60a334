import type { LevelCounts, ListId, ProjectId, RegionCode } from '@minsheng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How many people rated a project at each level. Frozen when the evaluation closes: the score is computed from it.
 */
@Entity({ schema: 'read', name: 'rating_tally' })
export class RatingTallyRow {
  @PrimaryColumn('text') projectId!: ProjectId;
  @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('jsonb') counts!: LevelCounts;
  /** Ratings that were changed to another level. */
  @Column('int') changes!: number;
  @Column('boolean') frozen!: boolean;
  /** Ratings recorded after the closing: shown, never counted. */
  @Column('int') afterClosing!: number;
}
