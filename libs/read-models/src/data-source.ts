import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { CheckpointRow } from './checkpoint.entity';
import { CreateTheFirstReadModels1700000000000 } from './migrations/0001-create-the-first-read-models';
import { CheckpointsAreHeld1700000000001 } from './migrations/0002-checkpoints-are-held';
import { TheLedgerStandsApart1700000000002 } from './migrations/0003-the-ledger-stands-apart';
import { ListsSayWhenTheyCollect1700000000101 } from './migrations/0101-lists-say-when-they-collect';
import { RowsAreSetAside1700000000102 } from './migrations/0102-rows-are-set-aside';
import { TheRegistersAreShown1700000000107 } from './migrations/0107-the-registers-are-shown';
import { AnEvaluationHasRounds1700000000103 } from './migrations/0103-an-evaluation-has-rounds';
import { RatingsArePublishedInSteps1700000000108 } from './migrations/0108-ratings-are-published-in-steps';
import { ALightCanBeWithdrawn1700000000106 } from './migrations/0106-a-light-can-be-withdrawn';
import { SuggestionsHaveCandidates1700000000150 } from './migrations/0150-suggestions-have-candidates';
import { WhatWasPromisedBefore1700000000140 } from './migrations/0140-what-was-promised-before';
import { projections } from './projections';
import { SetAsideRow } from './set-aside.entity';

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return snakeCase(super.columnName(propertyName, customName as string, embeddedPrefixes));
  }
}

/**
 * Settings of connections that write read models. No sequential scans: a prepared plan made while a table is small is
 * used when it is large. No waiting for the disk: rows and checkpoint commit together, so what a crash loses is read
 * from the log again.
 */
const FOR_WRITING = '-c enable_seqscan=off -c synchronous_commit=off';

const dataSourceOf = (url: string, applicationName: string, extra: object): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName,
    schema: 'read',
    namingStrategy: new SnakeCaseColumns(),
    entities: [CheckpointRow, SetAsideRow, ...projections.map(({ entity }) => entity)],
    migrations: [
      CreateTheFirstReadModels1700000000000,
      CheckpointsAreHeld1700000000001,
      TheLedgerStandsApart1700000000002,
      ListsSayWhenTheyCollect1700000000101,
      RowsAreSetAside1700000000102,
      TheRegistersAreShown1700000000107,
      RatingsArePublishedInSteps1700000000108,
      WhatWasPromisedBefore1700000000140,
      AnEvaluationHasRounds1700000000103,
      ALightCanBeWithdrawn1700000000106,
      SuggestionsHaveCandidates1700000000150,
    ],
    extra: { idleTimeoutMillis: 0, connectionTimeoutMillis: 5_000, ...extra },
  });

/**
 * Opens the read models. `statementTimeoutMs` 0 means no limit, for a rebuild. Idle connections stay open (decision
 * 0024). @throws when their tables are not those of this program
 */
export const openReadModels = async (
  url: string,
  { maxConnections = 10, applicationName = 'minsheng-ledger', writes = false, statementTimeoutMs = 30_000 } = {},
): Promise<DataSource> => {
  const dataSource = await dataSourceOf(url, applicationName, {
    max: maxConnections,
    statement_timeout: statementTimeoutMs,
    ...(writes && { options: FOR_WRITING }),
  }).initialize();
  if (await isMigrated(dataSource)) return dataSource;
  await dataSource.destroy();
  throw new Error('The tables of the read models are not those of this program: migrate the database first');
};

const isMigrated = async (dataSource: DataSource): Promise<boolean> => {
  const [{ known }] = await dataSource.query(`select to_regclass('read.migrations') is not null as known`);
  return known && !(await dataSource.showMigrations()); // which would make the table
};

/** Key of the advisory lock; no other part of the product uses this number. */
const MIGRATION_LOCK = 7304;

/**
 * Brings the read models to today's tables, once, also when several processes do it together. `role` owns the tables:
 * who connects is a member of it.
 */
export const migrateReadModels = async (url: string, { role }: { readonly role?: string } = {}): Promise<void> => {
  const dataSource = await dataSourceOf(url, 'read-models migrate', {
    max: 2,
    ...(role !== undefined && { options: `-c role=${role}` }),
  }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const [{ exists }] = await lock.query(`select to_regnamespace('read') is not null as exists`);
    if (!exists) await lock.query('create schema read');
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await dataSource.destroy();
  }
};
