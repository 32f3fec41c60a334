/** What the api and the projector are told: the whole contract between them and whoever runs them. */
export interface AppEnvironment {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly issuerFile: string;
  readonly host: string;
  readonly port?: number;
}

/** PG* settings of the person at the terminal must not reach the driver, nor their PORT the projector. */
export function appEnvironment(told: AppEnvironment, extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^PG[A-Z]/.test(name) && name !== 'PORT');
  return {
    ...Object.fromEntries(kept),
    DATABASE_URL: told.databaseUrl,
    DATA_DIR: told.dataDir,
    REHEARSAL: '1',
    LOCAL_ISSUER_FILE: told.issuerFile,
    HOST: told.host,
    ...(told.port !== undefined && { PORT: String(told.port) }),
    ...extra,
  };
}
