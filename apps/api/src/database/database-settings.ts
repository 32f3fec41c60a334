import { eventStoreLocation, settingOrFile, type EventStoreLocation } from '@minsheng/event-store';
import { openVaultKeys, type VaultKeys } from '@minsheng/vault';
import { inTheSettings, SettingsRefused } from '../settings-refused';

/** A role of the database as its program connects: name and password are those of its address. */
export interface DatabaseLogin {
  readonly url: string;
  readonly role: string;
  readonly password: string;
}

/** Who may do what stands in `privileges.ts`. */
export const DATABASE_ROLES = ['owner', 'api', 'projector'] as const;
export type DatabaseLogins = Readonly<Record<(typeof DATABASE_ROLES)[number], DatabaseLogin>>;

export interface DatabaseSettings {
  /** A superuser's address: makes the roles. Undefined where somebody has made them by hand. */
  readonly adminUrl: string | undefined;
  readonly logins: DatabaseLogins;
  readonly eventStore: EventStoreLocation;
  /** Those of the api: what the first release left is wrapped with them. */
  readonly vaultKeys: VaultKeys;
}

/** Such names need no quotes, and are the same in an address, in SQL and as an option of a connection. */
const ROLE_NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Settings of the migration: one address for each role, or the files that hold them, and the keys of the vault.
 * @throws SettingsRefused
 */
export const readDatabaseSettings = (environment: NodeJS.ProcessEnv): DatabaseSettings => {
  const logins = Object.fromEntries(
    DATABASE_ROLES.map((name) => [name, loginOf(environment, `DATABASE_${name.toUpperCase()}_URL`)]),
  ) as DatabaseLogins;
  const adminUrl = settingOrFile(environment, 'DATABASE_ADMIN_URL');
  const users = [...Object.values(logins).map(({ role }) => role), ...(adminUrl ? [userOf(adminUrl)] : [])];
  if (new Set(users).size < users.length)
    throw new SettingsRefused(`Each DATABASE_…_URL names a role of its own, not ${users.join(', ')}.`);
  return {
    adminUrl,
    logins,
    eventStore: inTheSettings(() => eventStoreLocation(environment)),
    vaultKeys: inTheSettings(() => openVaultKeys(environment)),
  };
};

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

const loginOf = (environment: NodeJS.ProcessEnv, setting: string): DatabaseLogin => {
  const url = settingOrFile(environment, setting);
  if (!url || !URL.canParse(url))
    throw new SettingsRefused(
      `${setting} (or ${setting}_FILE) is missing: postgres://ROLE:PASSWORD@HOST:PORT/DATABASE.`,
    );
  const [role, password] = [userOf(url), decodeURIComponent(new URL(url).password)];
  if (!ROLE_NAME.test(role) || password === '')
    throw new SettingsRefused(`${setting} needs a password and a role of small letters, digits and _, not "${role}".`);
  return { url, role, password };
};
