import { z } from 'zod';
import { SettingsRefused } from '../settings-refused';
import { issuerOf, issuerVariables } from './issuer-settings';

const Environment = z.object({ ...issuerVariables, DATA_DIR: z.string().default('.data') });
const production = { rehearsal: false, production: true };
const development = { rehearsal: false, production: false };
const issuer = (environment: Record<string, string>, mode = production) =>
  issuerOf(Environment.parse(environment), mode);

describe('the issuer of the tokens', () => {
  it('marks access tokens as RFC 9068 says, and none is older than a working day, unless the settings say more', () => {
    expect(issuer({ OIDC_ISSUER: 'https://login.example' })).toEqual({
      kind: 'oidc',
      url: 'https://login.example',
      audience: 'minsheng-ledger',
      tokenType: 'at+jwt',
      maxTokenAgeSeconds: 43_200,
    });
    expect(
      issuer({ OIDC_ISSUER: 'https://login.example', OIDC_TOKEN_TYPE: 'JWT', OIDC_MAX_TOKEN_AGE_SECONDS: '900' }),
    ).toMatchObject({ tokenType: 'JWT', maxTokenAgeSeconds: 900 });
  });
  it.each(['http://login.example', 'ftp://login.example'])('is refused in production over %s', (url) => {
    expect(() => issuer({ OIDC_ISSUER: url })).toThrow(SettingsRefused);
    expect(() => issuer({ OIDC_ISSUER: url })).toThrow('OIDC_ISSUER must begin with https:// in production');
  });
  it('may speak plain HTTP on a machine for trying out', () =>
    expect(issuer({ OIDC_ISSUER: 'http://localhost:4000' }, development)).toMatchObject({ kind: 'oidc' }));
  it.each([
    ['OIDC_TOKEN_TYPE', 'none'],
    ['OIDC_MAX_TOKEN_AGE_SECONDS', '0'],
    ['OIDC_MAX_TOKEN_AGE_SECONDS', '86401'],
    ['OIDC_MAX_TOKEN_AGE_SECONDS', 'Infinity'],
  ])('cannot be loosened by %s=%s', (name, value) =>
    expect(() => issuer({ OIDC_ISSUER: 'https://login.example', [name]: value })).toThrow(name),
  );
});
