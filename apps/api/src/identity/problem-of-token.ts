import { Problem } from '../http/problem';
import { IssuerUnreachable } from './issuer-keys';
import { TokenRefused, TokenRevoked } from './tokens';

/** What the bearer of a token hears that was not taken. What is not about the token stays as it is. */
export const problemOfToken = (error: unknown): unknown => {
  if (error instanceof TokenRevoked) return new Problem('TOKEN_REVOKED');
  if (error instanceof TokenRefused) return new Problem('TOKEN_INVALID');
  if (error instanceof IssuerUnreachable) return new Problem('ISSUER_UNREACHABLE', { retryAfterSeconds: 5 });
  return error;
};
