import { join } from 'node:path';
import { z } from 'zod';
import { SettingsRefused } from '../settings-refused';

/** Settings that say whose tokens are trusted. */
export const issuerVariables = {
  LOCAL_ISSUER_FILE: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_AUDIENCE: z.string().default('minsheng-ledger'),
  /** `at+jwt` as in RFC 9068; `JWT` or `any` for issuers that mark their access tokens otherwise, or not at all. */
  OIDC_TOKEN_TYPE: z.enum(['at+jwt', 'JWT', 'any']).default('at+jwt'),
  /** Twelve hours, a working day; at most a day, whatever the issuer grants. */
  OIDC_MAX_TOKEN_AGE_SECONDS: z.coerce.number().int().min(60).max(86_400).default(43_200),
};
type IssuerEnvironment = z.infer<z.ZodObject<typeof issuerVariables>> & { readonly DATA_DIR: string };

/** Where tokens come from: an OIDC issuer, or the local one that belongs to a rehearsal. */
export type Issuer =
  | {
      readonly kind: 'oidc';
      readonly url: string;
      readonly audience: string;
      readonly tokenType: 'at+jwt' | 'JWT' | 'any';
      readonly maxTokenAgeSeconds: number;
    }
  | { readonly kind: 'local'; readonly file: string; readonly audience: string };

interface Mode {
  readonly rehearsal: boolean;
  readonly production: boolean;
}

/** @throws SettingsRefused where no issuer is named, or an unsafe one */
export const issuerOf = (env: IssuerEnvironment, { rehearsal, production }: Mode): Issuer => {
  if (rehearsal && production)
    throw new SettingsRefused(
      'REHEARSAL=1 hands out tokens and moves the clock: it is refused with NODE_ENV=production. Set OIDC_ISSUER ' +
        'instead.',
    );
  if (rehearsal && env.OIDC_ISSUER)
    throw new SettingsRefused(
      'REHEARSAL=1 and OIDC_ISSUER exclude each other: the local issuer never stands beside a real one.',
    );
  const audience = env.OIDC_AUDIENCE;
  if (rehearsal)
    return { kind: 'local', file: env.LOCAL_ISSUER_FILE ?? join(env.DATA_DIR, 'local-issuer.json'), audience };
  if (!env.OIDC_ISSUER)
    throw new SettingsRefused(
      'OIDC_ISSUER is missing: name the issuer whose tokens are trusted, or set REHEARSAL=1 on a machine for trying ' +
        'out.',
    );
  if (production && !env.OIDC_ISSUER.startsWith('https://'))
    throw new SettingsRefused(
      'OIDC_ISSUER must begin with https:// in production: over plain HTTP anybody on the way could hand out keys.',
    );
  return {
    kind: 'oidc',
    url: env.OIDC_ISSUER,
    audience,
    tokenType: env.OIDC_TOKEN_TYPE,
    maxTokenAgeSeconds: env.OIDC_MAX_TOKEN_AGE_SECONDS,
  };
};
