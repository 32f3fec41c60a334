import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The period of collection of a list. No list had one before, so nothing is rebuilt. */
export class ListsSayWhenTheyCollect1700000000101 implements MigrationInterface {
  name = 'ListsSayWhenTheyCollect1700000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read."annual_list" add collection jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read."annual_list" drop collection');
  }
}
