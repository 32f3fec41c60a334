import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event that cannot be applied holds up the rows it touches, and nobody else. */
export class RowsAreSetAside1700000000102 implements MigrationInterface {
  name = 'RowsAreSetAside1700000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table read."set_aside" (
      checkpoint text not null, key text not null, subject text not null, since bigint not null, reason text not null,
      constraint "PK_2f2225e51ab9d674face20ed50e" primary key ("checkpoint", "key"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.set_aside');
  }
}
