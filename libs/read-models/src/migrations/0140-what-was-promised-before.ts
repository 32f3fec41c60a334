import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What indicators were before an adjustment: a month is judged by the lead and target then in force. */
export class WhatWasPromisedBefore1700000000140 implements MigrationInterface {
  name = 'WhatWasPromisedBefore1700000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table read."ledger" add revisions json not null default '[]'`);
    await runner.query('alter table read."ledger" alter revisions drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read."ledger" drop revisions');
  }
}
