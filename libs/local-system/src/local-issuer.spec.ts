import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importJWK, jwtVerify } from 'jose';
import {
  AUDIENCE,
  localIssuerFile,
  mintToken,
  openLocalIssuer,
  publicKeyOf,
  readLocalIssuer,
  refuseLocalIssuerOutsideRehearsal,
} from './local-issuer';

describe('the local issuer', () => {
  let dataDir: string;
  beforeEach(async () => (dataDir = await mkdtemp(path.join(tmpdir(), 'minsheng-issuer-'))));
  afterEach(() => rm(dataDir, { recursive: true }));

  it('makes its key once, for its owner only', async () => {
    const first = await openLocalIssuer(dataDir);
    expect(await openLocalIssuer(dataDir)).toEqual(first);
    expect((await stat(localIssuerFile(dataDir))).mode & 0o777).toBe(0o600);
  });

  it('signs tokens that the public half of its key verifies', async () => {
    const issuer = await openLocalIssuer(dataDir);
    const token = await mintToken(await readLocalIssuer(localIssuerFile(dataDir)), {
      sub: 'u1',
      role: 'department',
      organisation: '市教育局',
    });
    const { payload, protectedHeader } = await jwtVerify(token, await importJWK(publicKeyOf(issuer), 'ES256'), {
      issuer: 'minsheng-local',
      audience: AUDIENCE,
    });
    expect(payload).toMatchObject({ sub: 'u1', role: 'department', organisation: '市教育局' });
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: issuer.kid, typ: 'at+jwt' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30 * 86_400);
    expect(publicKeyOf(issuer)).not.toHaveProperty('d');
  });

  it('does not replace a damaged key in silence: every token would end', async () => {
    await writeFile(localIssuerFile(dataDir), '{"issuer":');
    await expect(openLocalIssuer(dataDir)).rejects.toMatchObject({ code: 'LOCAL_ISSUER_UNREADABLE' });
  });

  it.each([{ NODE_ENV: 'production' }, { OIDC_ISSUER: 'https://sso.example.gov.cn' }])(
    'refuses beside real sign-on: %o',
    (environment) => {
      expect(() => refuseLocalIssuerOutsideRehearsal(environment)).toThrow(
        expect.objectContaining({ code: 'LOCAL_ISSUER_FORBIDDEN' }),
      );
    },
  );
});
