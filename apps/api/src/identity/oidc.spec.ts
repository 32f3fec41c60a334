import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { IssuedTokens, TokenRefused, type Tokens } from './tokens';

let server: Server;
let issuer: string;
let tokens: Tokens;
const keys: Record<string, { privateKey: CryptoKey; publicKey: CryptoKey }> = {};
const discovery: { issuer?: string; status: number } = { status: 200 };

beforeAll(async () => {
  for (const alg of ['RS256', 'ES256', 'ES384', 'RS512']) keys[alg] = await generateKeyPair(alg, { extractable: true });
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
        ? { issuer: discovery.issuer ?? issuer, jwks_uri: `${issuer}/keys` }
        : request.url === '/realm/keys'
          ? jwks
          : {};
    response.writeHead(discovery.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
  tokens = await IssuedTokens.of({ kind: 'oidc', url: issuer, audience: 'ledger' });
});
afterAll(
  () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
);

const claims = { role: 'department', organisation: '市民政局', region: '511400', name: '李四' };
interface Flaws {
  readonly alg?: string;
  readonly kid?: string;
  readonly key?: CryptoKey | Uint8Array;
  readonly iss?: string;
  readonly aud?: string;
  readonly exp?: string | number;
  readonly claims?: object;
}
const sign = ({
  alg = 'RS256',
  kid = alg,
  key = keys[alg]?.privateKey,
  iss = issuer,
  aud = 'ledger',
  exp = '5m',
  claims: claimed = claims,
}: Flaws = {}) =>
  new SignJWT({ ...claimed })
    .setProtectedHeader({ alg, kid })
    .setIssuer(iss)
    .setAudience(aud)
    .setSubject('person-7')
    .setIssuedAt()
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
      .setProtectedHeader({ alg: 'RS256', kid: 'RS256' })
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
    ['of another issuer', () => ({ iss: 'https://login.example' })],
    ['for another audience', () => ({ aud: 'another-system' })],
    ['that have ended', () => ({ exp: Math.floor(Date.now() / 1_000) - 120 })],
    ['without a role', () => ({ claims: { organisation: '市民政局' } })],
    ['with a role of the system', () => ({ claims: { role: 'policy' } })],
  ])('%s are refused', async (_what, flaws) => {
    await expect(tokens.check(await sign(flaws()))).rejects.toThrow(TokenRefused);
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
  });
});

describe('an OIDC issuer', () => {
  afterEach(() => {
    discovery.issuer = undefined;
    discovery.status = 200;
  });
  it('that calls itself otherwise is not trusted', async () => {
    discovery.issuer = 'https://somebody.else';
    await expect(IssuedTokens.of({ kind: 'oidc', url: issuer, audience: 'ledger' })).rejects.toThrow(
      `OIDC_ISSUER is ${issuer}, but the issuer calls itself https://somebody.else`,
    );
  });
  it('that does not answer stops the start', async () => {
    discovery.status = 503;
    await expect(IssuedTokens.of({ kind: 'oidc', url: issuer, audience: 'ledger' })).rejects.toThrow(
      'The OIDC issuer answered 503 for its configuration',
    );
  });
});
