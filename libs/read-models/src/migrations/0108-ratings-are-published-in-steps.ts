import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public sees of ratings. Rounds under way begin with nothing published: `npm run projector -- rebuild
 * rating_tally` publishes what their earlier days came to.
 */
export class RatingsArePublishedInSteps1700000000108 implements MigrationInterface {
  name = 'RatingsArePublishedInSteps1700000000108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table read."rating_tally"
        add publishing jsonb not null default '{"day": null, "published": null, "pending": null}';
      alter table read."rating_tally" alter publishing drop default
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read."rating_tally" drop publishing');
  }
}
