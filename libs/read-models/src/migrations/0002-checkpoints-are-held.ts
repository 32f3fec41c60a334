import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who moves a checkpoint, and that it may be told to stand still. */
export class CheckpointsAreHeld1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table read."checkpoint" add paused boolean not null default false, add epoch bigint not null default
        0, add holder text, add beat_at timestamptz`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read."checkpoint" drop paused, drop epoch, drop holder, drop beat_at');
  }
}
