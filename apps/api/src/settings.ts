import { eventStoreLocation, settingOrFile, type EventStoreLocation } from '@minsheng/event-store';
import { openVaultFiles, type VaultFiles } from '@minsheng/vault';
import { z } from 'zod';
import { tooWide } from './rates/limits';
import { HttpEnvironment, httpSettings, type HttpSettings } from './http/http.settings';
import { issuerOf, issuerVariables, type Issuer } from './identity/issuer-settings';
import {
  securityLogEnvironment,
  securityLogSettings,
  type SecurityLogSettings,
} from './security-log/security-log.settings';
import { inTheSettings, SettingsRefused } from './settings-refused';

export { SettingsRefused };

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default('.data'),
  REHEARSAL: z.enum(['0', '1']).default('0'),
  ...issuerVariables,
  ...HttpEnvironment,
  ...securityLogEnvironment,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

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
  readonly vault: VaultFiles;
  readonly http: HttpSettings;
  readonly securityLog: SecurityLogSettings;
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
  const databaseUrl = settingOrFile(environment, 'DATABASE_URL');
  if (!databaseUrl)
    throw new SettingsRefused(
      'DATABASE_URL (or DATABASE_URL_FILE) is missing: the address of the PostgreSQL database.',
    );
  return {
    databaseUrl,
    production,
    eventStore: inTheSettings(() => eventStoreLocation(environment)),
    host: env.HOST,
    port: env.PORT,
    issuer,
    rehearsal,
    vault: inTheSettings(() => openVaultFiles(environment)),
    http: httpSettings(env, production),
    securityLog: securityLogSettings(env),
    logLevel: env.LOG_LEVEL,
  };
};
