import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a month was closed over, and lights withdrawn. No light was before, so nothing is rebuilt. */
export class ALightCanBeWithdrawn1700000000106 implements MigrationInterface {
  name = 'ALightCanBeWithdrawn1700000000106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read."light" add closing jsonb, add withdrawn jsonb, alter shown drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from read."light" where shown is null');
    await runner.query('alter table read."light" drop closing, drop withdrawn, alter shown set not null');
  }
}
