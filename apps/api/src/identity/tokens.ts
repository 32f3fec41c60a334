import { readFileSync } from 'node:fs';
import { Actor, Role } from '@minsheng/contracts';
import {
  importJWK,
  jwtVerify,
  type CryptoKey,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import type { Issuer } from './issuer-settings';
import { IssuerUnreachable, keysOf } from './issuer-keys';

/** Signatures that are taken; `none` and shared secrets never are. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
/** Clocks of issuer and server may differ by this much, in seconds. */
const CLOCK_TOLERANCE = 60;
/** Age of the oldest token of a rehearsal, in seconds: `npm start` hands them out for 30 days. */
const MAX_AGE_IN_REHEARSAL = 30 * 86_400;

/**
 * For so long a token once checked is believed without checking its signature again, in milliseconds; and how many are
 * remembered. Never beyond its end, and whether it was revoked is asked every time.
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

/** The token is not good: expired, of another issuer, of another kind, forged, or without a role. */
export class TokenRefused extends Error {}
/** The token was good and has been taken back. */
export class TokenRevoked extends TokenRefused {}

/** Knows which tokens were taken back before their end. */
export interface Revocations {
  isRevoked(subject: string, issuedAt: Date): Promise<boolean>;
}

export abstract class Tokens {
  /** @throws TokenRefused, or the error of what it needs and cannot reach */
  abstract check(token: string): Promise<Bearer>;
}

interface Checked {
  readonly bearer: Bearer;
  readonly issuedAt: Date;
  /** Instant from which it is checked again, in milliseconds of the epoch. */
  readonly rememberedUntil: number;
}
type Expected = JWTVerifyOptions & { readonly maxTokenAge: number };

export class IssuedTokens extends Tokens {
  private readonly remembered = new Map<string, Checked>();

  private constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expected: Expected,
    private readonly revocations: Revocations,
  ) {
    super();
  }

  static async of(issuer: Issuer, revocations: Revocations): Promise<IssuedTokens> {
    const { audience } = issuer;
    if (issuer.kind === 'local') {
      const { issuer: name, privateKey } = JSON.parse(readFileSync(issuer.file, 'utf8'));
      const { d: _secret, ...publicJwk } = privateKey;
      const key = (await importJWK(publicJwk, 'ES256')) as CryptoKey;
      const expected = { issuer: name, audience, typ: 'at+jwt', maxTokenAge: MAX_AGE_IN_REHEARSAL };
      return new IssuedTokens(async () => key, expected, revocations);
    }
    const expected = {
      issuer: issuer.url,
      audience,
      maxTokenAge: issuer.maxTokenAgeSeconds,
      ...(issuer.tokenType !== 'any' && { typ: issuer.tokenType }),
    };
    return new IssuedTokens(await keysOf(issuer.url), expected, revocations);
  }

  async check(token: string): Promise<Bearer> {
    const { bearer, issuedAt } = this.recalled(token) ?? this.remember(token, await this.verified(token));
    if (await this.revocations.isRevoked(bearer.subject, issuedAt)) throw new TokenRevoked('The token was revoked');
    return bearer;
  }

  private recalled(token: string): Checked | undefined {
    const known = this.remembered.get(token);
    return known && known.rememberedUntil > Date.now() ? known : undefined;
  }

  private remember(token: string, checked: Checked): Checked {
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(token, checked);
    return checked;
  }

  private async verified(token: string): Promise<Checked> {
    const payload = await this.payloadOf(token);
    const [issuedAt, expires] = [payload.iat!, payload.exp!];
    const end = Math.min(expires, issuedAt + this.expected.maxTokenAge);
    return {
      bearer: bearerOf(payload),
      issuedAt: new Date(issuedAt * 1_000),
      rememberedUntil: Math.min(Date.now() + REMEMBERED_FOR, end * 1_000),
    };
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        ...this.expected,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['sub', 'exp'],
      });
      return payload;
    } catch (error) {
      if (error instanceof IssuerUnreachable) throw error;
      throw new TokenRefused('The token is not valid', { cause: error });
    }
  }
}

const bearerOf = ({ sub, role, organisation, region }: JWTPayload): Bearer => {
  const actor = Actor.omit({ id: true }).safeParse({
    role: HumanRole.safeParse(role).data,
    ...(organisation !== undefined && { organisation }),
    ...(region !== undefined && { region }),
  });
  if (!actor.success) throw new TokenRefused('The token does not say who its bearer is', { cause: actor.error });
  return { subject: sub!, actor: actor.data };
};
