import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsRefused } from '../settings-refused';
import { readDatabaseSettings } from './database-settings';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'ledger-database-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));
const given = {
  DATA_DIR,
  DATABASE_OWNER_URL: 'postgres://ledger_owner:one@db:5432/ledger',
  DATABASE_API_URL: 'postgres://ledger_api:two@db:5432/ledger',
  DATABASE_PROJECTOR_URL: 'postgres://ledger_projector:th%20ree@db:5432/ledger',
};

it('each role is known by the address of its program', () =>
  expect(readDatabaseSettings(given)).toMatchObject({
    adminUrl: undefined,
    logins: {
      owner: { role: 'ledger_owner', password: 'one' },
      api: { role: 'ledger_api', password: 'two' },
      projector: { role: 'ledger_projector', password: 'th ree' },
    },
    eventStore: { kind: 'postgres' },
  }));

it.each([
  ['an address is missing', { DATABASE_API_URL: '' }, 'DATABASE_API_URL (or DATABASE_API_URL_FILE) is missing'],
  ['an address has no password', { DATABASE_API_URL: 'postgres://ledger_api@db/ledger' }, 'needs a password'],
  ['a role has a name to be quoted', { DATABASE_API_URL: 'postgres://Api:two@db/ledger' }, 'not "Api"'],
  ['two programs share a role', { DATABASE_API_URL: given.DATABASE_PROJECTOR_URL }, 'a role of its own'],
  ['a program is the superuser', { DATABASE_ADMIN_URL: 'postgres://ledger_api:x@db/ledger' }, 'a role of its own'],
  ['the log lies nowhere', { EVENT_STORE: 'sqlite' }, 'postgres or kurrentdb'],
  ['production has no keys', { NODE_ENV: 'production', DATA_DIR: '/nowhere' }, 'VAULT_KEY_FILE is missing'],
])('it is refused where %s', (_, wrong, message) => {
  const read = () => readDatabaseSettings({ ...given, ...wrong });
  expect(read).toThrow(SettingsRefused);
  expect(read).toThrow(message);
});
