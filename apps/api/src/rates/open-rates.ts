import { Pool } from 'pg';
import type { Limits } from './limits';
import { assertCountable, Rates } from './rates';

/** Where and how requests are counted. */
export interface RateSettings {
  readonly limits: Limits;
  /** In the process, or in the database if several processes serve. */
  readonly rateStore: 'memory' | 'postgres';
}

export const openRates = async (
  { limits, rateStore }: RateSettings,
  databaseUrl: string,
  pseudonym: (text: string) => string,
): Promise<{ readonly rates: Rates; close(): Promise<void> }> => {
  if (rateStore === 'memory') return { rates: new Rates(limits, pseudonym), close: async () => undefined };
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 2,
    connectionTimeoutMillis: 1_000,
    application_name: 'minsheng-rates',
  });
  pool.on('error', () => undefined); // each process counts for itself until the database is back
  await assertCountable(pool);
  return { rates: new Rates(limits, pseudonym, pool), close: () => pool.end() };
};
