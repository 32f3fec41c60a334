import { REHEARSAL_LIMITS } from './rehearsal-limits';

/** The environment of api and projector: the whole contract between them and whoever runs them. */
export interface AppEnvironment {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly issuerFile: string;
  readonly host: string;
  readonly port?: number;
}

/** The user's PG* settings must not reach the driver, nor their PORT the projector. */
export const keptEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^PG[A-Z]|^DATABASE_.*URL/.test(name) && name !== 'PORT'),
  );

export function appEnvironment(settings: AppEnvironment, extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {
    RATE_LIMITS: REHEARSAL_LIMITS,
    ...keptEnvironment(),
    DATABASE_URL: settings.databaseUrl,
    DATA_DIR: settings.dataDir,
    REHEARSAL: '1',
    LOCAL_ISSUER_FILE: settings.issuerFile,
    HOST: settings.host,
    ...(settings.port !== undefined && { PORT: String(settings.port) }),
    ...extra,
  };
}
