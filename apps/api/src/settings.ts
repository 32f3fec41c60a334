import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventStoreLocation, EventStoreSettingRefused, type EventStoreLocation } from '@minsheng/event-store';
import { makeKeyFile } from '@minsheng/vault';
import { z } from 'zod';
import { tooWide } from './rates/limits';
import { HttpEnvironment, httpSettings, type HttpSettings } from './http/http.settings';
import { issuerOf, issuerVariables, type Issuer } from './identity/issuer-settings';
import { SettingsRefused } from './settings-refused';

export { SettingsRefused };

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z.string().optional(),
  DATABASE_URL_FILE: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default('.data'),
  REHEARSAL: z.enum(['0', '1']).default('0'),
  ...issuerVariables,
  VAULT_KEY_FILE: z.string().optional(),
  ...HttpEnvironment,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Settings {
  readonly databaseUrl: string;
  /** Where the log lies; the read models and the vault are in the database always. */
  readonly eventStore: EventStoreLocation;
  readonly host: string;
  readonly port: number;
  readonly issuer: Issuer;
  /**
   * A rehearsal may set the business date by the header `Business-Date`, so that a year runs in seconds.
   * It comes with the local issuer and, like that, never in production.
   */
  readonly rehearsal: boolean;
  /** 32 bytes from which every key of the vault is derived. */
  readonly vaultKey: Buffer;
  readonly http: HttpSettings;
  readonly logLevel: string;
}

/** Reads the settings from the environment. @throws SettingsRefused */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw new SettingsRefused(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const rehearsal = env.REHEARSAL === '1';
  const issuer = issuerOf(env, { rehearsal, production });
  const wide = production ? tooWide(env.RATE_LIMITS) : [];
  if (wide.length > 0)
    throw new SettingsRefused(
      `RATE_LIMITS: ${wide.join(', ')} would limit nobody: in production ten times the usual rate is the most.`,
    );
  const databaseUrl = env.DATABASE_URL ?? (env.DATABASE_URL_FILE && readFileSync(env.DATABASE_URL_FILE, 'utf8').trim());
  if (!databaseUrl)
    throw new SettingsRefused(
      'DATABASE_URL (or DATABASE_URL_FILE) is missing: the address of the PostgreSQL database.',
    );
  return {
    databaseUrl,
    eventStore: locationOfTheLog(environment),
    host: env.HOST,
    port: env.PORT,
    issuer,
    rehearsal,
    vaultKey: vaultKey(env.VAULT_KEY_FILE, env.DATA_DIR, production),
    http: httpSettings(env, production),
    logLevel: env.LOG_LEVEL,
  };
};

const locationOfTheLog = (environment: NodeJS.ProcessEnv): EventStoreLocation => {
  try {
    return eventStoreLocation(environment);
  } catch (error) {
    throw error instanceof EventStoreSettingRefused ? new SettingsRefused(error.message) : error;
  }
};

const vaultKey = (file: string | undefined, dataDir: string, production: boolean): Buffer => {
  const path = file ?? join(dataDir, 'vault.key');
  if (!existsSync(path)) {
    if (production || file)
      throw new SettingsRefused(
        `VAULT_KEY_FILE is missing or not there: a file with 64 hex digits, kept apart from the database and its ` +
          `backups.`,
      );
    makeKeyFile(path);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new SettingsRefused(`The vault key file must hold 64 hex digits.`);
  return key;
};
