import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** A key that the issuer withdraws is believed for so long at most, in milliseconds. */
const KEYS_FRESH_FOR = 300_000;
/** A key nobody knows makes the api look for new ones, but not more often than this, in milliseconds. */
const LOOKED_FOR_EVERY = 30_000;
const TIMEOUT = 5_000;

/** The issuer's keys cannot be read: no token can be checked, which is not the token's fault. */
export class IssuerUnreachable extends Error {}

/**
 * The keys of an OIDC issuer, found by discovery at start and read again as they change.
 * @throws Error where the issuer does not answer, calls itself otherwise, or hands out keys over a less safe way
 */
export const keysOf = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
  if (!answer.ok) throw new Error(`The OIDC issuer answered ${answer.status} for its configuration`);
  const { jwks_uri: jwksUri, issuer: name } = (await answer.json()) as { jwks_uri: string; issuer: string };
  if (name !== issuer) throw new Error(`OIDC_ISSUER is ${issuer}, but the issuer calls itself ${name}`);
  const keysUrl = new URL(jwksUri);
  if (issuer.startsWith('https:') && keysUrl.protocol !== 'https:')
    throw new Error(`The OIDC issuer hands out its keys over ${keysUrl.protocol}, not over https`);
  const keys = createRemoteJWKSet(keysUrl, {
    cacheMaxAge: KEYS_FRESH_FOR,
    cooldownDuration: LOOKED_FOR_EVERY,
    timeoutDuration: TIMEOUT,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (isOfTheToken(error)) throw error;
      throw new IssuerUnreachable('The keys of the OIDC issuer cannot be read', { cause: error });
    }
  };
};

/** The set was read and has no fitting key for this token. */
const isOfTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
