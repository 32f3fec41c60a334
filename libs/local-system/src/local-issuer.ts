import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { LocalSystemError } from './local-system-error';
import { readIfThere, writeAtomically } from './process/files';

export const LOCAL_ISSUER = 'minsheng-local';
export const AUDIENCE = 'minsheng-ledger';

/** Resident, department, commission, deputy, evaluator, joint conference, recorder, auditor, statistics, operator. */
export const ROLES = [
  'public',
  'department',
  'commission',
  'deputy',
  'evaluator',
  'leader',
  'recorder',
  'auditor',
  'statistics',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** Signs the tokens of a rehearsal; the file in the data folder has the same shape. */
export interface LocalIssuer {
  readonly issuer: typeof LOCAL_ISSUER;
  readonly kid: string;
  readonly created: string;
  /** EC P-256. Without its `d` the api checks tokens with it: see `publicKeyOf`. */
  readonly privateKey: JWK;
}

/** The claims of a token. */
export interface TokenClaims {
  readonly sub: string;
  readonly role: Role;
  readonly organisation?: string;
  readonly region?: string;
  readonly name?: string;
  /** As jose reads it: "30d", "10m". */
  readonly expiresIn?: string;
}

export const localIssuerFile = (dataDir: string): string => path.join(dataDir, 'local-issuer.json');

/**
 * Whoever can read this file can act as anybody: fine for a rehearsal, never together with a real identity provider.
 */
export function refuseLocalIssuerOutsideRehearsal(environment: Readonly<Record<string, string | undefined>>): void {
  const reason =
    environment['NODE_ENV'] === 'production' ? 'NODE_ENV=production' : environment['OIDC_ISSUER'] && 'OIDC_ISSUER';
  if (reason)
    throw new LocalSystemError(
      'LOCAL_ISSUER_FORBIDDEN',
      `已设置 ${reason}，不能使用本地签发的令牌；正式部署见 docker/`,
      `${reason} is set: local tokens are for rehearsals only; to deploy, see docker/`,
    );
}

/** Reads the issuer of a data folder; makes its key at first start. */
export async function openLocalIssuer(dataDir: string): Promise<LocalIssuer> {
  const file = localIssuerFile(dataDir);
  if ((await readIfThere(file)) === undefined)
    await writeAtomically(file, `${JSON.stringify(await newIssuer(), null, 2)}\n`);
  return readLocalIssuer(file);
}

export async function readLocalIssuer(file: string): Promise<LocalIssuer> {
  try {
    const issuer = JSON.parse((await readIfThere(file)) ?? '') as LocalIssuer;
    if (issuer.issuer === LOCAL_ISSUER && issuer.kid && issuer.privateKey.d) return issuer;
  } catch {
    // refused below, together with a file of another shape
  }
  throw new LocalSystemError(
    'LOCAL_ISSUER_UNREADABLE',
    `无法读取 ${file}；删除它会在下次启动时生成新密钥（旧令牌失效）`,
    `${file} cannot be read; without it the next start makes a new key (old tokens end)`,
  );
}

async function newIssuer(): Promise<LocalIssuer> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    issuer: LOCAL_ISSUER,
    kid: await calculateJwkThumbprint(jwk),
    created: new Date().toISOString(),
    privateKey: jwk,
  };
}

export function publicKeyOf({ privateKey, kid }: LocalIssuer): JWK {
  const { kty, crv, x, y } = privateKey;
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' } as JWK;
}

export async function mintToken(
  issuer: LocalIssuer,
  { sub, expiresIn = '30d', ...claims }: TokenClaims,
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: issuer.kid, typ: 'at+jwt' })
    .setIssuer(issuer.issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(expiresIn)
    .sign(await importJWK(issuer.privateKey, 'ES256'));
}
