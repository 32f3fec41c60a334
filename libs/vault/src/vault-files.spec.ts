import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVaultFiles, VaultFileRefused } from './vault-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const random = () => randomBytes(32).toString('hex');
const fileWith = (name: string, content: string, mode = 0o600): string => {
  const file = join(folder, name);
  writeFileSync(file, content, { mode });
  chmodSync(file, mode);
  return file;
};
const production = (over: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  VAULT_KEY_FILE: fileWith('a.key', random()),
  VAULT_WRAP_KEYS_FILE: fileWith('wrap.keys', `${random()}\n${random()}\n`),
  VAULT_ERASURES_FILE: fileWith('erasures', ''),
  ...over,
});
const refused = (environment: NodeJS.ProcessEnv, message: string) => {
  expect(() => openVaultFiles(environment)).toThrow(VaultFileRefused);
  expect(() => openVaultFiles(environment)).toThrow(message);
};
const NAMES = ['VAULT_KEY_FILE', 'VAULT_WRAP_KEYS_FILE', 'VAULT_ERASURES_FILE'] as const;
const KEYS = ['VAULT_KEY_FILE', 'VAULT_WRAP_KEYS_FILE'] as const;

describe('the keys of the vault', () => {
  it('are made once in the data folder of a rehearsal, two different ones', () => {
    const [first, second] = [openVaultFiles({ DATA_DIR: folder }), openVaultFiles({ DATA_DIR: folder })];
    expect(second.keys.current).toEqual(first.keys.current);
    expect(second.keys.hmac('actor', 'x')).toBe(first.keys.hmac('actor', 'x'));
    expect(readFileSync(join(folder, 'vault.key'), 'utf8')).not.toBe(
      readFileSync(join(folder, 'vault-wrap.keys'), 'utf8'),
    );
    expect(existsSync(join(folder, 'vault-erasures'))).toBe(false); // the first erasure makes it
  });
  it('are the last line for what is wrapped now, and every line for what was', () => {
    const [former, now] = [random(), random()];
    const { keys } = openVaultFiles(production({ VAULT_WRAP_KEYS_FILE: fileWith('two.keys', `${former}\n${now}\n`) }));
    const only = (key: string) =>
      openVaultFiles(production({ VAULT_WRAP_KEYS_FILE: fileWith('one.keys', key) })).keys.current;
    expect(keys.current).toEqual(only(now));
    expect(keys.wrapKey(only(former).id)).toEqual(only(former));
  });
});

describe('in production the vault is refused', () => {
  it('not where all three files are as they should be', () => expect(() => openVaultFiles(production())).not.toThrow());
  it.each(NAMES)('where %s is not named, and nothing is made', (name) => {
    refused(production({ [name]: undefined, DATA_DIR: folder }), `${name} is missing or not there`);
    expect(existsSync(join(folder, 'vault.key')) || existsSync(join(folder, 'vault-wrap.keys'))).toBe(false);
  });
  it.each(NAMES)('where the file of %s is not there', (name) =>
    refused(production({ [name]: join(folder, 'nowhere') }), `${name} is missing or not there`),
  );
  it.each(KEYS)('where everybody may read the file of %s', (name) => {
    for (const mode of [0o644, 0o604, 0o602])
      refused(production({ [name]: fileWith('open.key', random(), mode) }), 'run `chmod o= ');
    expect(() => openVaultFiles(production({ [name]: fileWith('open.key', random(), 0o440) }))).not.toThrow();
  });
  it.each(
    KEYS.flatMap((name) =>
      [
        ['zeros', '00'.repeat(32), 'can be guessed'],
        ['a pattern', '0123456789abcdef'.repeat(4), 'can be guessed'],
        ['a short key', random().slice(2), '64 hex digits'],
        ['a long key', `${random()}ab`, '64 hex digits'],
        ['no hex digits', 'zz'.repeat(32), '64 hex digits'],
        ['nothing', '\n', '64 hex digits'],
      ].map(([what, content, message]) => [what, name, content, message] as const),
    ),
  )('for %s in the file of %s', (_, name, content, message) =>
    refused(production({ [name]: fileWith('bad.key', content) }), message),
  );
  it('for two keys in the file of VAULT_KEY_FILE: it is never changed', () =>
    refused(production({ VAULT_KEY_FILE: fileWith('two.key', `${random()}\n${random()}`) }), 'and nothing else'));
  it('where one key is both, or an erasure could not be remembered', () => {
    const file = fileWith('both.key', random());
    refused(
      production({ VAULT_KEY_FILE: file, VAULT_WRAP_KEYS_FILE: file }),
      'A wrap key is the key of VAULT_KEY_FILE',
    );
    refused(production({ VAULT_ERASURES_FILE: join(folder, 'nowhere') }), 'make an empty one');
  });
});
