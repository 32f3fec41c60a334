import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What holds for every region: functional zones, and the calendar of working days. */
export class TheRegistersAreShown1700000000107 implements MigrationInterface {
  name = 'TheRegistersAreShown1700000000107';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table read."functional_zone" (
      region_code text not null, name text not null, parent text not null, reason text not null, registered_on text
      not null, version integer not null, constraint "PK_functional_zone" primary key ("region_code"))`);
    await runner.query(`create table read."holiday_calendar" (
      calendar_id text not null, notices jsonb not null, version integer not null,
      constraint "PK_holiday_calendar" primary key ("calendar_id"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['holiday_calendar', 'functional_zone']) await runner.query(`drop table read."${table}"`);
    await runner.query(`delete from read."checkpoint" where name in ('holiday_calendar', 'functional_zone')`);
  }
}
