import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read models whose rows look otherwise from here on: emptied, and built from the log again by the projector. */
const BUILT_ANEW = ['project', 'report', 'annual_list', 'timeline'];

/** Figures leave the project's row for a ledger of their own; lights, sites and meetings get tables. */
export class TheLedgerStandsApart1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.buildAnew(runner);
    await runner.query(`alter table read."project" drop verified, drop figures,
      add original jsonb, add periods jsonb not null, add investment jsonb, add liaisons jsonb not null, add
      escalations jsonb not null, add measures jsonb not null,
      add listed jsonb not null, add adjustments jsonb not null, add levels_passed jsonb not null, add look_backs
      jsonb not null, add co_departments jsonb not null`);
    await runner.query(`create table read."ledger" (
      project_id text not null, list_id text not null, region_code text not null, no integer not null, indicators
      json not null, targets json not null, closed json not null,
      reports json not null, claimed json not null, verified json not null, standing json not null, constraint
      "PK_a82b542154b170c84537b0c1dd6" primary key ("project_id"))`);
    await runner.query('create index "IDX_7780188f67b4b32f639ed43271" on read."ledger" ("list_id")');
    await runner.query(`create table read."light" (
      light_id text not null, project_id text not null, list_id text not null, region_code text not null, period
      text not null, published jsonb not null, now jsonb not null,
      override jsonb, shown text not null, reopened boolean not null, late_proof jsonb, history jsonb not null,
      constraint "PK_cd561b5b962507d6c83026fea53" primary key ("light_id"))`);
    await runner.query('create index "IDX_683f125cbda8d912cf032d6e7f" on read."light" ("project_id")');
    await runner.query('create index "IDX_ddd3e509ffce99186c609f4edc" on read."light" ("list_id")');
    await runner.query(`create table read."meeting" (
      meeting_id text not null, list_id text not null, region_code text not null, title text not null, held_on text
      not null, chair text not null, members jsonb not null,
      agenda jsonb not null, minutes_no text, version integer not null, constraint "PK_4d1f5f00d095f5d8da5e92becc3"
      primary key ("meeting_id"))`);
    await runner.query('create index "IDX_dac4c844a0d4696e1602c3ff0a" on read."meeting" ("list_id")');
    await runner.query(`create table read."site" (
      site_id text not null, project_id text not null, list_id text not null, region_code text not null, no integer
      not null, name text not null, district text not null,
      indicator_id text, longitude numeric, latitude numeric, state text not null, state_on text, note text,
      constraint "PK_5a3b28c4439c0972c59a0504e6b" primary key ("site_id"))`);
    await runner.query('create index "IDX_d8494292d96356bb5eb77424f1" on read."site" ("project_id")');
    await runner.query('create index "IDX_22fd29a5f03bf3ecfe664099e9" on read."site" ("list_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.buildAnew(runner);
    for (const table of ['site', 'meeting', 'light', 'ledger']) await runner.query(`drop table read."${table}"`);
    await runner.query(`delete from read."checkpoint" where name in ('site', 'meeting', 'light', 'ledger')`);
    await runner.query(`alter table read."project" drop original, drop periods, drop investment, drop liaisons,
      drop escalations, drop measures, drop listed, drop adjustments, drop levels_passed, drop look_backs, drop
      co_departments,
      add verified jsonb not null, add figures jsonb not null`);
  }

  /**
   * Without their checkpoints they begin at the first event; what a rebuild left beside them has the old columns and
   * goes.
   */
  private async buildAnew(runner: QueryRunner): Promise<void> {
    for (const table of BUILT_ANEW) {
      await runner.query(`truncate read."${table}"`);
      for (const beside of ['__old', '__new']) await runner.query(`drop table if exists read."${table}${beside}"`);
      await runner.query('delete from read."checkpoint" where name = any($1)', [
        [table, `${table}__old`, `${table}__new`],
      ]);
    }
  }
}
