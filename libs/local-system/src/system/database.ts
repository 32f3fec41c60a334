import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { LocalSystemError, type Say } from '../local-system-error';
import type { RunningPostgres } from '../postgres/start-postgres';
import { readIfThere, writeAtomically } from '../process/files';
import { keptEnvironment } from './environment';

/** Roles of the database: who migrates, and as whom the two programs run. The superuser only makes them. */
const ROLES = ['owner', 'api', 'projector'] as const;
/** Addresses of the ledger's database, by role. */
export type DatabaseUrls = Readonly<Record<(typeof ROLES)[number], string>>;
type Passwords = Readonly<Record<(typeof ROLES)[number], string>>;

interface Preparing {
  readonly dataDir: string;
  /** The ledger's when absent. */
  readonly database?: string;
  /** Another program than the built one of apps/api, for tests. */
  readonly main?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly say?: Say;
  readonly signal?: AbortSignal;
}

/** The built program. */
export const MIGRATE = path.resolve(__dirname, '../../../../apps/api/dist/migrate.js');

/** The addresses of a database that was prepared before. */
export async function databaseUrlsOf(
  server: Pick<RunningPostgres, 'url'>,
  dataDir: string,
  database?: string,
): Promise<DatabaseUrls> {
  const passwords = await passwordsIn(dataDir);
  const urls = ROLES.map((role) => [
    role,
    server.url(database, { user: `minsheng_${role}`, password: passwords[role] }),
  ]);
  return Object.fromEntries(urls) as DatabaseUrls;
}

/**
 * Runs the migration: makes the roles, converts a database of the time before them, and brings it up to date.
 * @throws LocalSystemError DATABASE_NOT_MIGRATED
 */
export async function prepareDatabase(
  server: Pick<RunningPostgres, 'url'>,
  { dataDir, database, main = MIGRATE, env = {}, say = () => undefined, signal }: Preparing,
): Promise<DatabaseUrls> {
  const urls = await databaseUrlsOf(server, dataDir, database);
  say('更新数据库 · bringing the database up to date');
  const environment = {
    ...keptEnvironment(),
    DATA_DIR: dataDir,
    ...env,
    DATABASE_ADMIN_URL: server.url(database),
    ...Object.fromEntries(ROLES.map((role) => [`DATABASE_${role.toUpperCase()}_URL`, urls[role]])),
  };
  try {
    await promisify(execFile)(process.execPath, [main], { env: environment, ...(signal && { signal }) });
    return urls;
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: string; stdout?: string };
    const lines = `${stdout ?? ''}${stderr ?? ''}`.trim() || message;
    throw new LocalSystemError(
      'DATABASE_NOT_MIGRATED',
      '数据库未能更新，原因见下',
      'The database could not be brought up to date: see below',
      lines
        .split('\n')
        .slice(-12)
        .map((text) => `  | ${text}`)
        .join('\n'),
    );
  }
}

/** Made at first need. Hexadecimal, because they are used in addresses; the next migration sets them. */
async function passwordsIn(dataDir: string): Promise<Passwords> {
  const file = path.join(dataDir, 'postgres.roles.json');
  const kept = await readIfThere(file);
  if (kept) return JSON.parse(kept) as Passwords;
  const fresh = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('hex')])) as Passwords;
  await writeAtomically(file, `${JSON.stringify(fresh)}\n`);
  return fresh;
}
