import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds of evaluation. Every evaluation was in its first one before, so nothing is rebuilt. */
export class AnEvaluationHasRounds1700000000103 implements MigrationInterface {
  name = 'AnEvaluationHasRounds1700000000103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table read."rating_tally" add round int not null default 1, add earlier jsonb not null default '[]';
      alter table read."rating_tally" alter round drop default, alter earlier drop default;
      update read."project" set evaluation = evaluation || '{"round": 1}' where jsonb_typeof(evaluation) = 'object'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table read."rating_tally" drop round, drop earlier;
      update read."project" set evaluation = evaluation - 'round' where jsonb_typeof(evaluation) = 'object'
    `);
  }
}
