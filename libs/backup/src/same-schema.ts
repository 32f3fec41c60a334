import type { Client } from 'pg';
import { BackupError } from './backup-error';
import type { Header } from './export-format';
import { contentTables, schemaVersions, titleOf, type SchemaVersions, type Table } from './tables';

/**
 * Rows fit only tables of the same shape as when the file was written. An older schema version is none the less taken
 * where the tables are the same (its later steps changed functions only); a newer one may mean what this release does
 * not know. @throws BackupError OTHER_SCHEMA_VERSION
 */
export async function refuseOtherSchema(client: Client, header: Header): Promise<void> {
  const here = { versions: await schemaVersions(client), tables: await contentTables(client) };
  for (const schema of Object.keys({ ...header.schemaVersions, ...here.versions })) {
    if ((header.schemaVersions[schema] ?? 0) > (here.versions[schema] ?? 0))
      throw otherSchema(header, schema, header.schemaVersions, here.versions);
  }
  for (const table of header.tables) {
    const same = here.tables.find((entry) => titleOf(entry) === titleOf(table));
    if (!same || shape(same) !== shape(table)) throw otherSchema(header, titleOf(table));
  }
}

const shape = ({ columns, key }: Table): string => JSON.stringify([columns.map(({ name, type }) => [name, type]), key]);

/** A release with another PostgreSQL keeps the schemas of the one before: see the README. */
function otherSchema(
  { product, postgres }: Header,
  what: string,
  file: SchemaVersions = {},
  here: SchemaVersions = {},
): BackupError {
  const versions = (language: readonly [string, string]): string =>
    what in file || what in here ? `（${language[0]} ${file[what] ?? '–'}，${language[1]} ${here[what] ?? '–'}）` : '';
  return new BackupError(
    'OTHER_SCHEMA_VERSION',
    `文件与本版本的表结构不同：${what}${versions(['文件', '本版本'])}。文件由 ${product} 版、PostgreSQL ${postgres} 写出。文件较新：用该版本导入；文件较旧：` +
      `先用仍带 PostgreSQL ${major(postgres)} 的最后一个版本打开原数据（自动升级表结构），再导出`,
    `The file's tables are not those of this release: ${what}${versions(['file', 'here'])}. It was written by ` +
      `release ${product} on PostgreSQL ${postgres}. If the file is newer, import it with that release; if it is ` +
      `older, start the last release that ships PostgreSQL ${major(postgres)} on the original data (it updates ` +
      `the tables) and export again`,
  );
}

const major = (postgres: string): string => postgres.split('.')[0] ?? postgres;
