import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@minsheng/contracts';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { IssuedTokens, type Revocations } from '../identity/tokens';

/** What a token says of its bearer. */
export interface Person {
  readonly sub: string;
  readonly role: Role;
  readonly organisation?: string;
  readonly region?: string;
}

const region = '511400';
export const works = '市住房和城乡建设局';
export const health = '市卫生健康委员会';
/** One person per role, all of Meishan; and some who stand elsewhere. */
export const citizen: Person = { sub: 'citizen-1', role: 'public' };
export const neighbour: Person = { sub: 'citizen-2', role: 'public' };
export const commission: Person = { sub: 'commission-1', role: 'commission', region };
export const ofWorks: Person = { sub: 'works-1', role: 'department', organisation: works, region };
export const ofHealth: Person = { sub: 'health-1', role: 'department', organisation: health, region };
export const deputy: Person = { sub: 'deputy-1', role: 'deputy', region };
export const evaluator: Person = { sub: 'evaluator-1', role: 'evaluator', region };
export const recorder: Person = { sub: 'recorder-1', role: 'recorder', region };
export const leader: Person = { sub: 'leader-1', role: 'leader', region };
export const auditor: Person = { sub: 'auditor-1', role: 'auditor', region };
export const statistics: Person = { sub: 'statistics-1', role: 'statistics', region };
/** Keeps the registers of the installation. */
export const national: Person = { sub: 'commission-3', role: 'commission', region: '100000' };
/** Runs the installation. */
export const operator: Person = { sub: 'operator-1', role: 'operator', region: '100000' };
export const elsewhere: Person = { sub: 'commission-2', role: 'commission', region: '510100' };
export const everyRole: readonly Person[] = [
  citizen,
  ofWorks,
  commission,
  deputy,
  evaluator,
  leader,
  recorder,
  auditor,
  statistics,
];

/** One of every role. */
export const everyPerson: readonly Person[] = [...everyRole, operator];

/** How a token may differ from a good one. */
export interface Flaws {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
  readonly key?: CryptoKey;
  readonly without?: 'exp' | 'sub' | 'iat';
  /** Instant of issue; now if none is given. */
  readonly issued?: string | number;
  readonly type?: string;
}

export interface TestIssuer {
  readonly tokens: IssuedTokens;
  sign(claims: JWTPayload, flaws?: Flaws): Promise<string>;
  close(): void;
}

/** A local issuer with its file in a folder of its own. */
export const openIssuer = async (revocations: Revocations): Promise<TestIssuer> => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-issuer-'));
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const file = join(folder, 'local-issuer.json');
  writeFileSync(
    file,
    JSON.stringify({ issuer: 'minsheng-local', kid: 'test', privateKey: await exportJWK(privateKey) }),
  );
  const sign: TestIssuer['sign'] = (
    { sub, ...claims },
    {
      issuer = 'minsheng-local',
      audience = 'minsheng-ledger',
      expires = '10m',
      key = privateKey,
      without,
      issued,
      type = 'at+jwt',
    } = {},
  ) => {
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: type })
      .setIssuer(issuer)
      .setAudience(audience);
    if (without !== 'iat') token.setIssuedAt(issued);
    if (without !== 'exp') token.setExpirationTime(expires);
    if (without !== 'sub') token.setSubject(sub!);
    return token.sign(key);
  };
  return {
    tokens: await IssuedTokens.of({ kind: 'local', file, audience: 'minsheng-ledger' }, revocations),
    sign,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
