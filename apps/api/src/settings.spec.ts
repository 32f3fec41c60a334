import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualLimits } from './rates/limits';
import { readSettings, SettingsRefused } from './settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keyFile = (content: string, name = 'wrong.key') => {
  const file = join(folder, name);
  writeFileSync(file, content, { mode: 0o600 });
  return file;
};
/** As good as random, and the same in every run. */
const keyNamed = (name: string) => createHash('sha256').update(name).digest('hex');
const rehearsal = (over: NodeJS.ProcessEnv = {}) => ({
  REHEARSAL: '1',
  DATABASE_URL: 'postgres://db/ledger',
  DATA_DIR: folder,
  ...over,
});
const production = (over: NodeJS.ProcessEnv = {}) => ({
  NODE_ENV: 'production',
  OIDC_ISSUER: 'https://login.example/realm',
  DATABASE_URL: 'postgres://db/ledger',
  VAULT_KEY_FILE: keyFile(keyNamed('pseudonyms'), 'right.key'),
  VAULT_WRAP_KEYS_FILE: keyFile(keyNamed('wrap'), 'right-wrap.keys'),
  VAULT_ERASURES_FILE: keyFile('', 'erasures'),
  ...over,
});

describe('the settings', () => {
  it('of a rehearsal need a database and nothing else', () => {
    expect(readSettings(rehearsal())).toMatchObject({
      databaseUrl: 'postgres://db/ledger',
      eventStore: { kind: 'postgres' },
      host: '127.0.0.1',
      port: 3000,
      rehearsal: true,
      http: { bodyLimitBytes: 1_048_576, apiPage: true, trustedProxies: [], limits: usualLimits, rateStore: 'memory' },
      logLevel: 'info',
      issuer: { kind: 'local', file: join(folder, 'local-issuer.json'), audience: 'minsheng-ledger' },
    });
  });
  it("of production name the issuer and the vault's files", () => {
    const settings = readSettings(production({ OIDC_AUDIENCE: 'ledger', PORT: '8080', HOST: '0.0.0.0' }));
    expect(settings).toMatchObject({
      rehearsal: false,
      host: '0.0.0.0',
      port: 8080,
      issuer: { kind: 'oidc', url: 'https://login.example/realm', audience: 'ledger' },
    });
    expect(settings.vault.keys.fingerprint('x')).toBe(readSettings(production()).vault.keys.fingerprint('x'));
    expect(settings.vault.keys.fingerprint('x')).not.toBe(readSettings(rehearsal()).vault.keys.fingerprint('x'));
  });
  it('take the address of the database from a file, as secrets are handed over', () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://db/secret\n');
    expect(readSettings(rehearsal({ DATABASE_URL: undefined, DATABASE_URL_FILE: file })).databaseUrl).toBe(
      'postgres://db/secret',
    );
  });
  it('name another place of the log', () => {
    expect(
      readSettings(rehearsal({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://db:2113' })).eventStore,
    ).toEqual({ kind: 'kurrentdb', url: 'kurrentdb://db:2113' });
  });
  it.each(['vault.key', 'vault-wrap.keys'])("of a rehearsal make %s once, for the owner's eyes", (name) => {
    readSettings(rehearsal());
    const made = readFileSync(join(folder, name), 'utf8');
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    readSettings(rehearsal());
    expect(readFileSync(join(folder, name), 'utf8')).toBe(made);
  });
  it('keep the security log beside the data for six months, or elsewhere and longer', () => {
    expect(readSettings(rehearsal()).securityLog).toEqual({ folder: join(folder, 'security-log'), days: 180 });
    const elsewhere = rehearsal({ SECURITY_LOG_DIR: '/var/log/ledger', SECURITY_LOG_DAYS: '400' });
    expect(readSettings(elsewhere).securityLog).toEqual({ folder: '/var/log/ledger', days: 400 });
  });
  it('never keep it for less than six months', () => {
    expect(() => readSettings(rehearsal({ SECURITY_LOG_DAYS: '179' }))).toThrow('at least 180 days');
  });
});

describe('the API page', () => {
  const page = (environment: NodeJS.ProcessEnv) => readSettings(environment).http.apiPage;
  it('is there unless it is switched off', () =>
    expect([page(rehearsal()), page(rehearsal({ API_PAGE: '0' }))]).toEqual([true, false]));
  it('is not there in production unless it is asked for', () =>
    expect([page(production()), page(production({ API_PAGE: '1' }))]).toEqual([false, true]));
});

it('proxies are trusted by address, network or name', () =>
  expect(
    readSettings(production({ TRUSTED_PROXIES: '10.0.0.7, 192.168.3.0/24,fd00::/8,loopback' })).http,
  ).toMatchObject({ trustedProxies: ['10.0.0.7', '192.168.3.0/24', 'fd00::/8', 'loopback'] }));

describe('the settings are refused', () => {
  const refused = (environment: NodeJS.ProcessEnv, message: string | RegExp) => {
    expect(() => readSettings(environment)).toThrow(SettingsRefused);
    expect(() => readSettings(environment)).toThrow(message);
  };
  it('where the log would lie in a KurrentDB without an address', () =>
    refused(rehearsal({ EVENT_STORE: 'kurrentdb' }), 'KURRENTDB_URL (or KURRENTDB_URL_FILE) is missing'));
  it('where a rehearsal would run in production', () =>
    refused(
      production({ REHEARSAL: '1', OIDC_ISSUER: undefined }),
      'REHEARSAL=1 hands out tokens and moves the clock: it is refused with NODE_ENV=production. Set OIDC_ISSUER ' +
        'instead.',
    ));
  it('where a rehearsal would stand beside a real issuer', () =>
    refused(rehearsal({ OIDC_ISSUER: 'https://login.example' }), 'REHEARSAL=1 and OIDC_ISSUER exclude each other'));
  it('without an issuer', () =>
    refused(
      { DATABASE_URL: 'postgres://db/ledger' },
      'OIDC_ISSUER is missing: name the issuer whose tokens are trusted, or set REHEARSAL=1',
    ));
  it('without a database', () =>
    refused(rehearsal({ DATABASE_URL: undefined }), 'DATABASE_URL (or DATABASE_URL_FILE) is missing'));
  it('in production where a limit would limit nobody', () => {
    refused(production({ RATE_LIMITS: 'ratings=1000/60' }), 'RATE_LIMITS: ratings would limit nobody');
    expect(readSettings(rehearsal({ RATE_LIMITS: 'ratings=1000/60' })).http.limits.ratings.requests).toBe(1_000);
  });
  it('in production without a key of the vault, and none is made', () =>
    refused(production({ VAULT_KEY_FILE: undefined, DATA_DIR: folder }), 'VAULT_KEY_FILE is missing or not there'));
  it('where the named key is not there', () =>
    refused(rehearsal({ VAULT_KEY_FILE: join(folder, 'no-key') }), 'VAULT_KEY_FILE is missing or not there'));
  it.each(['ab'.repeat(31), 'ab'.repeat(33), 'zz'.repeat(32)])('where the key file holds "%s"', (content) =>
    refused(production({ VAULT_KEY_FILE: keyFile(content) }), 'must have 64 hex digits'),
  );
  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['REHEARSAL', 'yes'],
    ['EVENT_STORE', 'sqlite'],
    ['OIDC_ISSUER', 'login'],
    ['BODY_LIMIT_BYTES', '12'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMITS', 'people=1/1'],
    ['RATE_STORE', 'redis'],
    ['REQUEST_TIMEOUT_MS', '0'],
    ['MAX_CONNECTIONS', '0'],
    ['API_PAGE', 'yes'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example'],
  ])('where %s is %s, which is named', (name, value) =>
    refused(rehearsal({ [name]: value }), new RegExp(`^${name}: `)),
  );
});
