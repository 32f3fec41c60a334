import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A suggestion may be named by several candidates; those that an older row had lost come back with a rebuild. */
export class SuggestionsHaveCandidates1700000000150 implements MigrationInterface {
  name = 'SuggestionsHaveCandidates1700000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table read."suggestion" add project_ids jsonb not null default '[]';
      update read."suggestion" set project_ids = jsonb_build_array(project_id) where project_id is not null;
      alter table read."suggestion" alter project_ids drop default, drop project_id
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table read."suggestion" add project_id text;
      update read."suggestion" set project_id = project_ids ->> -1;
      alter table read."suggestion" drop project_ids
    `);
  }
}
