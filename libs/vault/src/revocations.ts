import type { Pool } from 'pg';

/** Append-only: it is also the record of who was shut out and when. `actor` is null where everybody was. */
export const REVOCATION_TABLE = `
  create table if not exists vault.revocation (
    number bigint generated always as identity primary key,
    actor text,
    issued_until timestamptz not null,
    revoked_at timestamptz not null default now()
  )`;
/** No issuer's token is older, not even that of a rehearsal (30 days). */
const IN_FORCE = `
  select actor, extract(epoch from max(issued_until))::float8 * 1000 as until
    from vault.revocation where issued_until > now() - interval '31 days' group by actor`;

/** For so long a process goes by what it has read, in milliseconds: a revocation counts everywhere within a second. */
const FRESH_FOR_MS = 500;
/** A request that waits longer for the table, in milliseconds, is refused rather than believed. */
const READ_TIMEOUT_MS = 2_000;
/** The clocks of issuer and database may differ by this much, in milliseconds. */
const CLOCK_TOLERANCE_MS = 60_000;

/** As the vault names people; declared here because the vault creates this table with its own. */
interface Pseudonyms {
  actorTag(subject: string): string;
}
interface InForce {
  readonly readAt: number;
  /** Instant until which tokens are refused, by actor; null is everybody. In milliseconds of the epoch. */
  readonly until: ReadonlyMap<string | null, number>;
}

/**
 * Tokens that were taken back before their end: those of one person, or everybody's, issued until an instant.
 * One table for all processes; each reads it again when a request comes and what it knows is half a second old.
 */
export class Revocations {
  private inForce: InForce = { readAt: -Infinity, until: new Map() };
  private reading: Promise<InForce> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** `actor` as `Vault.actorTag` names a person, null for everybody. What is revoked stays revoked. */
  async revoke(actor: string | null, issuedUntil: Date): Promise<void> {
    await this.pool.query('insert into vault.revocation (actor, issued_until) values ($1, $2)', [actor, issuedUntil]);
  }

  /**
   * Were tokens revoked that were issued to this person at this instant? In doubt, within the tolerance of clocks, yes.
   * @throws the database's error where the table cannot be read: nobody is let in on old knowledge.
   */
  async isRevoked(subject: string, issuedAt: Date): Promise<boolean> {
    const { until } = await this.current();
    if (until.size === 0) return false;
    const refusedUntil = Math.max(
      until.get(null) ?? -Infinity,
      until.get(this.pseudonyms.actorTag(subject)) ?? -Infinity,
    );
    return issuedAt.getTime() <= refusedUntil + CLOCK_TOLERANCE_MS;
  }

  private async current(): Promise<InForce> {
    if (performance.now() - this.inForce.readAt < FRESH_FOR_MS) return this.inForce;
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return (this.inForce = await this.reading);
  }

  private async read(): Promise<InForce> {
    const readAt = performance.now();
    const query = { text: IN_FORCE, query_timeout: READ_TIMEOUT_MS };
    const { rows } = await this.pool.query<{ actor: string | null; until: number }>(query);
    return { readAt, until: new Map(rows.map(({ actor, until }) => [actor, until])) };
  }
}
