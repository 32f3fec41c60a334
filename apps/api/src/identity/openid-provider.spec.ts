import type { JWK } from 'jose';
import { OpenIdProvider, signingKey } from '../testing/openid-provider';
import { IssuedTokens, TokenRefused } from './tokens';

const claims = { role: 'department', organisation: '市民政局', region: '511400' };
const bearer = { subject: 'person-7', actor: claims };
const never = { isRevoked: async () => false };
let provider: OpenIdProvider;
let tokens: IssuedTokens;
let [first, second]: JWK[] = [];
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(); // the provider warns that it forgets what it issued, which is meant
  [first, second] = await Promise.all([signingKey('first'), signingKey('second')]);
});
beforeEach(async () => {
  provider = await OpenIdProvider.open('ledger', [first], claims);
  tokens = await IssuedTokens.of(
    { kind: 'oidc', url: provider.issuer, audience: 'ledger', tokenType: 'at+jwt', maxTokenAgeSeconds: 3_600 },
    never,
  );
});
afterEach(() => provider.close());

describe('a person who signs in at an OpenID provider', () => {
  it('comes with an access token that says who they are', async () => {
    const { access_token: accessToken } = await provider.signIn('person-7');
    expect(await tokens.check(accessToken)).toEqual(bearer);
  });
  it('cannot come with the ID token, which is for the portal, nor with the refresh token', async () => {
    const issued = await provider.signIn('person-7');
    for (const token of [issued.id_token, issued.refresh_token]) {
      expect(token).toEqual(expect.stringMatching(/^\S{40,}$/));
      await expect(tokens.check(token)).rejects.toThrow(TokenRefused);
    }
  });
  it('cannot come with a token for another system', async () => {
    const other = await IssuedTokens.of(
      { kind: 'oidc', url: provider.issuer, audience: 'other', tokenType: 'at+jwt', maxTokenAgeSeconds: 3_600 },
      never,
    );
    const { access_token: accessToken } = await provider.signIn('person-7');
    await expect(other.check(accessToken)).rejects.toThrow(TokenRefused);
  });
  it('stays the same person when the portal renews the token, and a refresh token serves once', async () => {
    const before = await provider.signIn('person-7');
    const after = await provider.refresh(before.refresh_token);
    expect(after.access_token).not.toBe(before.access_token);
    expect(await tokens.check(after.access_token)).toEqual(bearer);
    expect(await provider.refresh(before.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });
  it('without a role at the provider is nobody here', async () => {
    provider.use([first], { region: '511400' });
    const { access_token: accessToken } = await provider.signIn('person-7');
    await expect(tokens.check(accessToken)).rejects.toThrow(TokenRefused);
  });
});

describe('an OpenID provider that changes its keys', () => {
  const later = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1_000);
  beforeEach(() =>
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'performance'] }),
  );
  afterEach(() => jest.useRealTimers());
  /** A token signed by the key that is first now. */
  const signed = async () => (await provider.signIn('person-7')).access_token;

  it('is followed without a restart; tokens of the old key stay good until it is withdrawn', async () => {
    const old = await signed();
    expect(await tokens.check(old)).toEqual(bearer);
    provider.use([second, first], claims);
    later(31); // new keys are looked for twice a minute
    expect(await tokens.check(await signed())).toEqual(bearer);
    expect(await tokens.check(old)).toEqual(bearer);
  });
  it('is believed no more for a key it has withdrawn, after five minutes', async () => {
    const old = await signed();
    expect(await tokens.check(old)).toEqual(bearer);
    provider.use([second], claims);
    later(301);
    await expect(tokens.check(old)).rejects.toThrow(TokenRefused);
    expect(await tokens.check(await signed())).toEqual(bearer);
  });
  it('is not asked for its keys again by everyone who sends a token of an unknown one', async () => {
    await tokens.check(await signed());
    provider.use([second], claims);
    const unknown = await signed();
    const fetched = jest.spyOn(globalThis, 'fetch');
    for (let attempt = 0; attempt < 20; attempt += 1) await expect(tokens.check(unknown)).rejects.toThrow(TokenRefused);
    expect(fetched).not.toHaveBeenCalled();
    later(31);
    expect(await tokens.check(unknown)).toEqual(bearer);
    fetched.mockRestore();
  });
});
