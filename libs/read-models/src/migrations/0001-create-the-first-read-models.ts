import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names of constraints and indexes are TypeORM's own, so that it finds nothing to change afterwards. */
export class CreateTheFirstReadModels1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table read."checkpoint" (
      name text not null, "position" bigint not null, halted text, constraint "PK_d70c4733e4ca61c1f576c2c8eef"
      primary key ("name"))`);
    await runner.query(`create table read."project" (
      project_id text not null, list_id text not null, region_code text not null, no integer, title text not null,
      domain text not null,
      status text not null, commitment jsonb not null, leads jsonb not null, suggestions jsonb not null,
      leader_in_charge text, targets jsonb not null,
      districts jsonb not null, verified jsonb not null, figures jsonb not null, light text, lights jsonb not null,
      issues jsonb not null,
      orders jsonb not null, completion jsonb, acceptance jsonb, evaluation jsonb, satisfaction text, grade text,
      outcome text, archive_no text,
      candidate_version integer not null, delivery_version integer not null, evaluation_version integer not null,
      constraint "PK_1a480c5734c5aacb9cef7b1499d" primary key ("project_id"))`);
    await runner.query(`create index "IDX_fe1b3553829be126b7b471426d" on read."project" ("list_id")`);
    await runner.query(`create table read."report" (
      report_id text not null, project_id text not null, list_id text not null, region_code text not null, period
      text not null, department text not null,
      status text not null, versions jsonb not null, constraint "PK_1bdd9ab86f1a920d365961cb28c" primary key
      ("report_id"))`);
    await runner.query(`create index "IDX_cfc0726a4fc592b32b12af66ce" on read."report" ("project_id")`);
    await runner.query(`create index "IDX_334c99b313d0735b3f8da4e6f9" on read."report" ("list_id")`);
    await runner.query(`create index "IDX_0ad6e56a593c543e7a3b162b84" on read."report" ("department")`);
    await runner.query(`create table read."rating_tally" (
      project_id text not null, list_id text not null, region_code text not null, counts jsonb not null, changes
      integer not null, frozen boolean not null,
      after_closing integer not null, constraint "PK_cc21a4fde4ae5565640ad224a01" primary key ("project_id"))`);
    await runner.query(`create table read."annual_list" (
      list_id text not null, region_code text not null, region_name text not null, year integer not null, title
      text not null, mode text not null,
      seats integer not null, status text not null, rules_version integer, rules jsonb, candidates jsonb not null,
      decision jsonb, adopted jsonb not null,
      passed_over jsonb not null, announcement_no text, adopted_on text, version integer not null,
      constraint "PK_150143e528490ae2fc8fdfcc09f" primary key ("list_id"))`);
    await runner.query(`create table read."suggestion" (
      suggestion_id text not null, list_id text not null, region_code text not null, channel text not null,
      received_on text not null,
      tracking_code text not null, words jsonb not null, anonymous boolean not null, district text, domain text,
      title text, status text not null,
      status_before_merge text, merged_into text, department text, due_on text, referral jsonb, opinions jsonb not
      null, screening jsonb, project_id text, outcome text,
      answer text, version integer not null, constraint "PK_0338f3aa8d4efedfab9e7817705" primary key
      ("suggestion_id"))`);
    await runner.query(`create index "IDX_dc6861c812591647c660fa2cef" on read."suggestion" ("list_id")`);
    await runner.query(`create index "IDX_32f8a9c8fb6843f16af75d96bb" on read."suggestion" ("tracking_code")`);
    await runner.query(`create index "IDX_0494050f1d4b302fa90a1e355a" on read."suggestion" ("merged_into")`);
    await runner.query(`create table read."timeline" (
      "position" text not null, recorded_at text not null, "on" text not null, list_id text not null, region_code
      text not null, project_id text,
      suggestion_id text, type text not null, role text not null, organisation text, sentence text not null,
      constraint "PK_a7d85a9c64cfff521859a51071f" primary key ("position"))`);
    await runner.query(`create index "IDX_1715b3060e4696b49f3144eaa8" on read."timeline" ("project_id")`);
    await runner.query(`create index "IDX_66e29329c49b5627e7887e7547" on read."timeline" ("suggestion_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.timeline');
    await runner.query('drop table read.suggestion');
    await runner.query('drop table read.annual_list');
    await runner.query('drop table read.rating_tally');
    await runner.query('drop table read.report');
    await runner.query('drop table read.project');
    await runner.query('drop table read.checkpoint');
  }
}
