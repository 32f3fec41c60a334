import { generateKeyPair, SignJWT } from 'jose';
import { gardens } from '@minsheng/read-models/testing';
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
  it.each(['exp', 'sub'] as const)('without %s is not taken', async (without) =>
    expect(await withToken({ without })).toMatchObject(invalid),
  );
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
