import { readFileSync } from 'node:fs';
import { Actor, Role } from '@minsheng/contracts';
import { createRemoteJWKSet, importJWK, jwtVerify, type JWTVerifyGetKey, type JWTPayload } from 'jose';
import type { Issuer } from '../settings';

/** Signatures that are taken; `none` and shared secrets never are. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
/** Clocks of issuer and server may differ by this much, in seconds. */
const CLOCK_TOLERANCE = 60;

/** Someone with a checked token. `subject` is the issuer's name for the person: it goes into pseudonyms, never into an event. */
export interface Bearer { readonly subject: string; readonly actor: Omit<Actor, 'id'> }

/** Roles that people hold; `timer` and `policy` belong to the system and no token grants them. */
const HumanRole = Role.exclude(['timer', 'policy']);

/** The token is not good: expired, of another issuer, forged, or without a role. */
export class TokenRefused extends Error {}

export abstract class Tokens { abstract check(token: string): Promise<Bearer> }

export class IssuedTokens extends Tokens {
  private constructor(private readonly keys: JWTVerifyGetKey, private readonly issuer: string, private readonly audience: string) { super(); }

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

  async check(token: string): Promise<Bearer> {
    try {
      const { payload } = await jwtVerify(token, this.keys, { issuer: this.issuer, audience: this.audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE, requiredClaims: ['sub', 'exp'] });
      return bearerOf(payload);
    } catch (error) {
      throw new TokenRefused('The token is not valid', { cause: error });
    }
  }
}

const bearerOf = ({ sub, role, organisation, region }: JWTPayload): Bearer => ({
  subject: sub!,
  actor: Actor.omit({ id: true }).parse({ role: HumanRole.parse(role), ...(organisation !== undefined && { organisation }), ...(region !== undefined && { region }) }),
});
