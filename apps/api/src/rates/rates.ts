import type { Pool } from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { Problem } from '../http/problem';
import { usualLimits, type Limit, type LimitName, type Limits } from './limits';

/** How far a limit is used up by somebody. */
export interface Standing extends Limit {
  readonly name: LimitName;
  readonly remaining: number;
  /** Seconds until it counts from the start again. */
  readonly resetSeconds: number;
}

/** Somebody asked too often: the problem for the answer, and the standing for its headers. */
export class LimitReached extends Problem {
  constructor(readonly standing: Standing) {
    super('TOO_MANY_REQUESTS', {
      limit: standing.name,
      requests: standing.requests,
      seconds: standing.seconds,
      retryAfterSeconds: standing.resetSeconds,
    });
  }
}

const SCHEMA = 'rate';
const TABLE = 'taken';
/** The counts of several processes. They are worth nothing after a crash, and no backup holds them. */
export const migrateRates = async (pool: Pool): Promise<void> => {
  await pool.query(
    `begin; select pg_advisory_xact_lock(7304);
     create schema if not exists ${SCHEMA};
     create unlogged table if not exists ${SCHEMA}.${TABLE} (
       key varchar(255) primary key, points integer not null default 0, expire bigint);
     commit`,
  );
};

/** @throws the database's error where requests cannot be counted: later each process would silently count alone */
export const assertCountable = async (pool: Pool): Promise<void> => {
  await pool.query(`select from ${SCHEMA}.${TABLE} limit 0`);
};

/** Counts requests by limit and by whom they come from: in this process, or in a database that several share. */
export class Rates {
  private readonly limiters: Readonly<Record<LimitName, RateLimiterAbstract>>;

  /** `pseudonym` makes of an address or a person what cannot be turned back: keys of counts are no personal data. */
  constructor(
    private readonly limits: Limits,
    private readonly pseudonym: (text: string) => string,
    pool?: Pool,
  ) {
    const names = Object.keys(usualLimits) as LimitName[];
    this.limiters = Object.fromEntries(
      names.map((name, index) => [name, this.limiter(name, pool, index === 0)]),
    ) as Record<LimitName, RateLimiterAbstract>;
  }

  /** Counts one request. @throws LimitReached */
  async take(name: LimitName, whose: string): Promise<Standing> {
    try {
      return this.standing(name, await this.limiters[name].consume(this.pseudonym(whose)));
    } catch (error) {
      throw error instanceof RateLimiterRes ? new LimitReached(this.standing(name, error)) : error;
    }
  }

  /** Takes back one count: the request was none of those that the limit is about. */
  async giveBack(name: LimitName, whose: string): Promise<void> {
    await this.limiters[name].reward(this.pseudonym(whose));
  }

  private standing(name: LimitName, { remainingPoints, msBeforeNext }: RateLimiterRes): Standing {
    return {
      name,
      ...this.limits[name],
      remaining: remainingPoints,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
    };
  }

  private limiter(name: LimitName, pool: Pool | undefined, clearsExpired: boolean): RateLimiterAbstract {
    const { requests: points, seconds: duration } = this.limits[name];
    const inThisProcess = new RateLimiterMemory({ keyPrefix: name, points, duration });
    if (!pool) return inThisProcess;
    return new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      schemaName: SCHEMA,
      tableName: TABLE,
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
      clearExpiredByTimeout: clearsExpired,
      // who is over the limit costs the database nothing more
      inMemoryBlockOnConsumed: points + 1,
      // without the database each process counts for itself
      insuranceLimiter: inThisProcess,
    });
  }
}
