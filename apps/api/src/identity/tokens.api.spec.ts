import { generateKeyPair, SignJWT } from 'jose';
import { gardens } from '@minsheng/read-models/testing';
import { Revocations } from '@minsheng/vault';
import { commission, ofWorks, type Flaws } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const now = () => Math.floor(Date.now() / 1_000);
const ask = (authorization?: string) =>
  api.get(`projects/${gardens}/reports`, undefined, { headers: authorization === undefined ? {} : { authorization } });
const withToken = async (flaws: Flaws, claims: object = commission) =>
  ask(`Bearer ${await api.issuer.sign({ ...claims }, flaws)}`);
const invalid = { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: { code: 'TOKEN_INVALID' } };

describe('a token', () => {
  it('that is good opens the door', async () => expect((await withToken({})).status).toBe(200));
  it('is asked for', async () =>
    expect(await ask()).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      body: { code: 'TOKEN_MISSING' },
    }));
  it.each(['Bearer', 'Bearer ', 'Basic dTpw', 'Bearer abc', 'Bearer a.b.c', 'token'])(
    'is not "%s"',
    async (authorization) => expect(await ask(authorization)).toMatchObject(invalid),
  );
  it('of another issuer is not taken', async () =>
    expect(await withToken({ issuer: 'https://login.example' })).toMatchObject(invalid));
  it('for another audience is not taken', async () =>
    expect(await withToken({ audience: 'another-system' })).toMatchObject(invalid));
  it('is taken a minute beyond its end, for clocks differ, and no longer', async () => {
    expect((await withToken({ expires: now() - 30 })).status).toBe(200);
    expect(await withToken({ expires: now() - 120 })).toMatchObject(invalid);
  });
  it.each(['exp', 'sub', 'iat'] as const)('without %s is not taken', async (without) =>
    expect(await withToken({ without })).toMatchObject(invalid),
  );
  it.each(['JWT', 'id+jwt', 'logout+jwt', ''])('of another kind (typ %s) is not taken', async (type) =>
    expect(await withToken({ type })).toMatchObject(invalid),
  );
  it('older than thirty days is not taken, though it never ends', async () => {
    const days = (count: number) => now() - count * 86_400;
    expect((await withToken({ issued: days(29), expires: '10y' })).status).toBe(200);
    expect(await withToken({ issued: days(31), expires: '10y' })).toMatchObject(invalid);
  });
  it('issued in the future is not taken', async () =>
    expect(await withToken({ issued: now() + 120 })).toMatchObject(invalid));
  it('signed with another key is not taken', async () => {
    expect(await withToken({ key: (await generateKeyPair('ES256')).privateKey })).toMatchObject(invalid);
  });
  it('without a signature (alg none) is not taken', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ ...commission, iss: 'minsheng-local', aud: 'minsheng-ledger', exp: now() + 600 });
    for (const alg of ['none', 'None', 'NONE'])
      for (const signature of ['', 'x'])
        expect(await ask(`Bearer ${part({ alg, typ: 'JWT' })}.${claims}.${signature}`)).toMatchObject(invalid);
  });
  it('signed with a shared secret is not taken', async () => {
    const token = await new SignJWT({ ...commission })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('minsheng-local')
      .setAudience('minsheng-ledger')
      .setSubject('x')
      .setExpirationTime('5m')
      .sign(Buffer.alloc(32, 1));
    expect(await ask(`Bearer ${token}`)).toMatchObject(invalid);
  });
  it('whose content was changed is not taken', async () => {
    const [head, , signature] = (await api.issuer.sign({ ...ofWorks })).split('.');
    const [, body] = (await api.issuer.sign({ ...commission })).split('.');
    expect(await ask(`Bearer ${head}.${body}.${signature}`)).toMatchObject(invalid);
  });
  it.each([['timer'], ['policy'], ['mayor'], [undefined], [['commission']]])('grants no role %s', async (role) =>
    expect(await withToken({}, { ...commission, role })).toMatchObject(invalid),
  );
  it.each([{ region: 'Meishan' }, { organisation: '' }, { region: 511400 }])('with %j is not taken', async (claim) =>
    expect(await withToken({}, { ...commission, ...claim })).toMatchObject(invalid),
  );
  it('that is bad is refused where everyone may come, too', async () => {
    expect(await api.get('lists', undefined, { headers: { authorization: 'Bearer abc' } })).toMatchObject(invalid);
    expect((await api.get('lists')).status).toBe(200);
  });
});

describe('a revoked token', () => {
  const revoked = { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: { code: 'TOKEN_REVOKED' } };
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);
  /** What the operator's command does, in a process of its own. */
  const operator = () => new Revocations(api.pool, api.vault);
  const second = () => new Promise((resolve) => setTimeout(resolve, 1_000));
  afterEach(async () => {
    await api.pool.query('delete from vault.revocation');
    await second();
  });

  it('is refused within a second, though it was taken a moment ago and lasts on', async () => {
    const authorization = `Bearer ${await api.issuer.sign({ ...commission })}`;
    expect((await ask(authorization)).status).toBe(200);
    await operator().revoke(api.vault.actorTag(commission.sub), ago(0));
    await second();
    expect(await ask(authorization)).toMatchObject(revoked);
    expect((await withToken({}, ofWorks)).status).toBe(200);
  });
  it('is refused whoever has it, if everybody signed in again since', async () => {
    await operator().revoke(null, ago(300));
    await second();
    expect(await withToken({ issued: now() - 301 }, ofWorks)).toMatchObject(revoked);
    expect((await withToken({ issued: now() - 200 }, ofWorks)).status).toBe(200);
  });
  it('cannot be told from a good one while the table cannot be read, and nobody is let in', async () => {
    await second();
    const query = jest
      .spyOn(api.pool, 'query')
      .mockRejectedValueOnce(new Error('Connection terminated unexpectedly') as never);
    expect(await withToken({})).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
    query.mockRestore();
  });
});
