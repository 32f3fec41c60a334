import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  eventStoreLocation,
  EventStoreSettingRefused,
  settingOrFile,
  type EventStoreLocation,
} from '@minsheng/event-store';
import { makeKeyFile } from '@minsheng/vault';
import { z } from 'zod';
import {
  securityLogEnvironment,
  securityLogSettings,
  type SecurityLogSettings,
} from './security-log/security-log.settings';
import { SettingsRefused } from './settings-refused';

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default('.data'),
  REHEARSAL: z.enum(['0', '1']).default('0'),
  LOCAL_ISSUER_FILE: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_AUDIENCE: z.string().default('minsheng-ledger'),
  VAULT_KEY_FILE: z.string().optional(),
  BODY_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(16_777_216).default(1_048_576),
  ...securityLogEnvironment,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** Where tokens come from: an OIDC issuer, or the local one that belongs to a rehearsal. */
export type Issuer =
  | { readonly kind: 'oidc'; readonly url: string; readonly audience: string }
  | { readonly kind: 'local'; readonly file: string; readonly audience: string };

export interface Settings {
  readonly databaseUrl: string;
  /** Whatever is unsafe is refused. */
  readonly production: boolean;
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
  readonly bodyLimitBytes: number;
  readonly securityLog: SecurityLogSettings;
  readonly logLevel: string;
}

export { SettingsRefused };

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
  if (rehearsal && production)
    throw new SettingsRefused(
      'REHEARSAL=1 hands out tokens and moves the clock: it is refused with NODE_ENV=production. Set OIDC_ISSUER ' +
        'instead.',
    );
  if (rehearsal && env.OIDC_ISSUER)
    throw new SettingsRefused(
      'REHEARSAL=1 and OIDC_ISSUER exclude each other: the local issuer never stands beside a real one.',
    );
  if (!rehearsal && !env.OIDC_ISSUER)
    throw new SettingsRefused(
      'OIDC_ISSUER is missing: name the issuer whose tokens are trusted, or set REHEARSAL=1 on a machine for trying ' +
        'out.',
    );
  const databaseUrl = settingOrFile(environment, 'DATABASE_URL');
  if (!databaseUrl)
    throw new SettingsRefused(
      'DATABASE_URL (or DATABASE_URL_FILE) is missing: the address of the PostgreSQL database.',
    );
  return {
    databaseUrl,
    production,
    eventStore: locationOfTheLog(environment),
    host: env.HOST,
    port: env.PORT,
    issuer: env.OIDC_ISSUER
      ? { kind: 'oidc', url: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE }
      : {
          kind: 'local',
          file: env.LOCAL_ISSUER_FILE ?? join(env.DATA_DIR, 'local-issuer.json'),
          audience: env.OIDC_AUDIENCE,
        },
    rehearsal,
    vaultKey: vaultKey(env.VAULT_KEY_FILE, env.DATA_DIR, production),
    bodyLimitBytes: env.BODY_LIMIT_BYTES,
    securityLog: securityLogSettings(env),
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
