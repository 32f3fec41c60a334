import { readFileSync } from 'node:fs';
import { Actor, Role } from '@minsheng/contracts';
import { createRemoteJWKSet, importJWK, jwtVerify, type JWTVerifyGetKey, type JWTPayload } from 'jose';
import type { Issuer } from '../settings';

/** Signatures that are taken; `none` and shared secrets never are. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
/** Clocks of issuer and server may differ by this much, in seconds. */
const CLOCK_TOLERANCE = 60;

/**
 * For so long a token once checked is believed without checking its signature again, in milliseconds; and how many are
 * remembered.
 */
const REMEMBERED_FOR = 5_000;
const REMEMBERED = 1_000;

/**
 * Someone with a checked token. `subject` is the issuer's name for the person: it goes into pseudonyms, never into an
 * event.
 */
export interface Bearer {
  readonly subject: string;
  readonly actor: Omit<Actor, 'id'>;
}

/** Roles that people hold; `timer` and `policy` belong to the system and no token grants them. */
const HumanRole = Role.exclude(['timer', 'policy']);

/** The token is not good: expired, of another issuer, forged, or without a role. */
export class TokenRefused extends Error {}

export abstract class Tokens {
  abstract check(token: string): Promise<Bearer>;
}

export class IssuedTokens extends Tokens {
  private constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly issuer: string,
    private readonly audience: string,
  ) {
    super();
  }

  static async of(issuer: Issuer): Promise<IssuedTokens> {
    if (issuer.kind === 'local') {
      const { issuer: name, privateKey } = JSON.parse(readFileSync(issuer.file, 'utf8'));
      const { d: _secret, ...publicJwk } = privateKey;
      const key = await importJWK(publicJwk, 'ES256');
      return new IssuedTokens(async () => key as Exclude<typeof key, Uint8Array>, name, issuer.audience);
    }
    const base = issuer.url.replace(/\/$/, '');
    const answer = await fetch(`${base}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`The OIDC issuer answered ${answer.status} for its configuration`);
    const { jwks_uri: jwksUri, issuer: name } = (await answer.json()) as { jwks_uri: string; issuer: string };
    if (name !== issuer.url) throw new Error(`OIDC_ISSUER is ${issuer.url}, but the issuer calls itself ${name}`);
    return new IssuedTokens(createRemoteJWKSet(new URL(jwksUri)), name, issuer.audience);
  }

  private readonly remembered = new Map<string, { readonly bearer: Bearer; readonly until: number }>();

  async check(token: string): Promise<Bearer> {
    const known = this.remembered.get(token);
    if (known && known.until > Date.now()) return known.bearer;
    const { bearer, expires } = await this.verified(token);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(token, { bearer, until: Math.min(Date.now() + REMEMBERED_FOR, expires) });
    return bearer;
  }

  private async verified(token: string): Promise<{ readonly bearer: Bearer; readonly expires: number }> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.issuer,
        audience: this.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['sub', 'exp'],
      });
      return { bearer: bearerOf(payload), expires: payload.exp! * 1_000 };
    } catch (error) {
      throw new TokenRefused('The token is not valid', { cause: error });
    }
  }
}

const bearerOf = ({ sub, role, organisation, region }: JWTPayload): Bearer => ({
  subject: sub!,
  actor: Actor.omit({ id: true }).parse({
    role: HumanRole.parse(role),
    ...(organisation !== undefined && { organisation }),
    ...(region !== undefined && { region }),
  }),
});
