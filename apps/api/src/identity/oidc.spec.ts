import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { IssuerUnreachable } from './issuer-keys';
import type { Issuer } from './issuer-settings';
import { IssuedTokens, TokenRefused, type Tokens } from './tokens';

let server: Server;
let issuer: string;
let tokens: Tokens;
const keys: Record<string, { privateKey: CryptoKey; publicKey: CryptoKey }> = {};
/** Somebody with keys of their own, published beside the issuer's. */
let forger: { privateKey: CryptoKey; publicKey: CryptoKey };
let forgerJwk: JWK;
const discovery: { issuer?: string; jwks?: string; status: number } = { status: 200 };
/** Tokens of this issuer, under settings that differ from the usual ones by these. */
const tokensOf = (settings: Partial<Extract<Issuer, { kind: 'oidc' }>> = {}) =>
  IssuedTokens.of(
    { kind: 'oidc', url: issuer, audience: 'ledger', tokenType: 'at+jwt', maxTokenAgeSeconds: 3_600, ...settings },
    { isRevoked: async () => false },
  );

beforeAll(async () => {
  for (const alg of ['RS256', 'ES256', 'ES384', 'RS512']) keys[alg] = await generateKeyPair(alg, { extractable: true });
  forger = await generateKeyPair('RS256', { extractable: true });
  forgerJwk = { ...(await exportJWK(forger.publicKey)), kid: 'mine', use: 'sig' };
  const jwks = {
    keys: await Promise.all(
      Object.entries(keys).map(async ([alg, { publicKey }]) => ({
        ...(await exportJWK(publicKey)),
        kid: alg,
        use: 'sig',
      })),
    ),
  };
  server = createServer((request, response) => {
    const body =
      request.url === '/realm/.well-known/openid-configuration'
        ? { issuer: discovery.issuer ?? issuer, jwks_uri: discovery.jwks ?? `${issuer}/keys` }
        : request.url === '/realm/keys'
          ? jwks
          : { keys: [forgerJwk] };
    response.writeHead(discovery.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
  tokens = await tokensOf();
});
afterAll(
  () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
);

const claims = { role: 'department', organisation: '市民政局', region: '511400', name: '李四' };
const now = () => Math.floor(Date.now() / 1_000);
interface Flaws {
  readonly alg?: string;
  readonly kid?: string;
  readonly key?: CryptoKey | Uint8Array;
  readonly iss?: string;
  readonly aud?: string;
  readonly exp?: string | number;
  readonly iat?: number;
  readonly typ?: string;
  readonly nbf?: number;
  /** More of the header: where a forger says that the key is to be found. */
  readonly header?: object;
  readonly claims?: object;
}
const sign = ({
  alg = 'RS256',
  kid = alg,
  key = keys[alg]?.privateKey,
  iss = issuer,
  aud = 'ledger',
  exp = '5m',
  iat,
  typ = 'at+jwt',
  nbf = now() - 10,
  header = {},
  claims: claimed = claims,
}: Flaws = {}) =>
  new SignJWT({ ...claimed })
    .setProtectedHeader({ ...header, alg, kid, typ })
    .setIssuer(iss)
    .setAudience(aud)
    .setSubject('person-7')
    .setIssuedAt(iat)
    .setNotBefore(nbf)
    .setExpirationTime(exp)
    .sign(key);

describe('tokens of an OIDC issuer', () => {
  it.each(['RS256', 'ES256'])('signed with %s by one of its keys are good', async (alg) => {
    expect(await tokens.check(await sign({ alg }))).toEqual({
      subject: 'person-7',
      actor: { role: 'department', organisation: '市民政局', region: '511400' },
    });
  });
  it('with several audiences are good where ours is one of them', async () => {
    const several = new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'RS256', typ: 'application/at+jwt' })
      .setIssuedAt()
      .setIssuer(issuer)
      .setAudience(['portal', 'ledger'])
      .setSubject('person-7')
      .setExpirationTime('5m');
    expect(await tokens.check(await several.sign(keys.RS256.privateKey))).toMatchObject({ subject: 'person-7' });
  });
  it.each<[string, () => Flaws]>([
    ['of an algorithm not on the list', () => ({ alg: 'ES384' })],
    ['of another one not on the list', () => ({ alg: 'RS512' })],
    ['signed with a shared secret', () => ({ alg: 'HS256', kid: 'RS256', key: Buffer.alloc(32, 1) })],
    ['of a key it does not publish', () => ({ kid: 'unknown', key: keys.RS256.privateKey })],
    [
      "signed by somebody else under its key's name",
      () => ({ alg: 'ES256', kid: 'RS256', key: keys.ES256.privateKey }),
    ],
    ['that are not good yet', () => ({ nbf: now() + 120 })],
    ['that bring their key along', () => ({ kid: 'mine', key: forger.privateKey, header: { jwk: forgerJwk } })],
    [
      'that say where their key is',
      () => ({ kid: 'mine', key: forger.privateKey, header: { jku: `${issuer}/mine`, x5u: `${issuer}/mine` } }),
    ],
    ['of another issuer', () => ({ iss: 'https://login.example' })],
    ['for another audience', () => ({ aud: 'another-system' })],
    ['that have ended', () => ({ exp: now() - 120 })],
    ['of another kind', () => ({ typ: 'JWT' })],
    ['older than the settings allow', () => ({ iat: now() - 3_700, exp: '1d' })],
    ['issued in the future', () => ({ iat: now() + 120 })],
    ['without a role', () => ({ claims: { organisation: '市民政局' } })],
    ['with a role of the system', () => ({ claims: { role: 'policy' } })],
  ])('%s are refused', async (_what, flaws) => {
    await expect(tokens.check(await sign(flaws()))).rejects.toThrow(TokenRefused);
  });

  it.each<['JWT' | 'any', string, 'good' | 'refused']>([
    ['JWT', 'JWT', 'good'],
    ['JWT', 'at+jwt', 'refused'],
    ['JWT', 'logout+jwt', 'refused'],
    ['any', 'whatever', 'good'],
  ])('under OIDC_TOKEN_TYPE=%s, of type %s, are %s', async (tokenType, typ, verdict) => {
    const checked = (await tokensOf({ tokenType })).check(await sign({ typ }));
    await (verdict === 'good'
      ? expect(checked).resolves.toMatchObject({ subject: 'person-7' })
      : expect(checked).rejects.toThrow(TokenRefused));
  });

  describe('that were good a moment ago', () => {
    const end = 1_900_000_000; // in seconds, as tokens have it
    const at = (second: number) => jest.setSystemTime(second * 1_000);
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] }));
    afterEach(() => jest.useRealTimers());

    it('are refused once they have ended and the tolerance between clocks is over', async () => {
      at(end - 60);
      const token = await sign({ exp: end });
      at(end + 58);
      await expect(tokens.check(token)).resolves.toMatchObject({ subject: 'person-7' });
      at(end + 61);
      await expect(tokens.check(token)).rejects.toThrow(TokenRefused);
    });
    it('are refused once they are too old, however long they last', async () => {
      at(end);
      const token = await sign({ exp: '1d' });
      at(end + 3_658);
      await expect(tokens.check(token)).resolves.toMatchObject({ subject: 'person-7' });
      at(end + 3_661);
      await expect(tokens.check(token)).rejects.toThrow(TokenRefused);
    });
  });
});

describe('an OIDC issuer', () => {
  afterEach(() => {
    discovery.issuer = undefined;
    discovery.jwks = undefined;
    discovery.status = 200;
  });
  it('that calls itself otherwise is not trusted', async () => {
    discovery.issuer = 'https://somebody.else';
    await expect(tokensOf()).rejects.toThrow(
      `OIDC_ISSUER is ${issuer}, but the issuer calls itself https://somebody.else`,
    );
  });
  it('that does not answer stops the start', async () => {
    discovery.status = 503;
    await expect(tokensOf()).rejects.toThrow('The OIDC issuer answered 503 for its configuration');
  });
  it('whose keys cannot be read says so, and does not blame the token', async () => {
    discovery.jwks = `${issuer}/gone`;
    const without = await tokensOf();
    discovery.status = 503;
    await expect(without.check(await sign())).rejects.toThrow(IssuerUnreachable);
  });
  it('that sends its readers elsewhere is not followed', async () => {
    discovery.status = 302;
    await expect(tokensOf()).rejects.toThrow('fetch failed');
  });
});
