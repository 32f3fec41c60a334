import path from 'node:path';

/** The repository: the programs measured are the built ones, as an operator runs them. */
export const inRepository = (...parts: readonly string[]): string => path.resolve(__dirname, '../../..', ...parts);

/** The user's own settings must not reach what is measured. */
export function environmentFor(databaseUrl: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^PG[A-Z]|^(NODE_OPTIONS|NODE_V8_COVERAGE|DATABASE_URL_FILE|PORT)$/.test(name),
  );
  return { ...Object.fromEntries(kept), DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' };
}
