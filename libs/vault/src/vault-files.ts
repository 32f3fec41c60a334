import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeKeyFile } from './make-key-file';
import { Tombstones } from './tombstones';
import { VaultKeys } from './vault-keys';

/** A file of the vault is missing, unsafe or no key: the message says which and what to do. */
export class VaultFileRefused extends Error {}

export interface VaultFiles {
  readonly keys: VaultKeys;
  readonly tombstones: Tombstones;
}

const HEX_KEY = /^[0-9a-f]{64}$/i;
/** Of 32 random bytes some thirty differ; so few are a pattern that somebody typed. */
const FEWEST_DIFFERENT_BYTES = 16;
const OTHERS = 0o007;

/**
 * The keys and the erasures, from the files that `VAULT_KEY_FILE`, `VAULT_WRAP_KEYS_FILE` and `VAULT_ERASURES_FILE`
 * name; a file that is not named is in `DATA_DIR`, and is made there outside of production.
 * @throws VaultFileRefused
 */
export const openVaultFiles = (environment: NodeJS.ProcessEnv): VaultFiles => {
  const keys = openVaultKeys(environment);
  const erasuresFile = locate(environment, 'VAULT_ERASURES_FILE', 'vault-erasures');
  if (inProduction(environment)) assertWritable(erasuresFile);
  return { keys, tombstones: new Tombstones(erasuresFile, keys) };
};

/** The keys alone, for a program that erases nobody. @throws VaultFileRefused */
export const openVaultKeys = (environment: NodeJS.ProcessEnv): VaultKeys => {
  const production = inProduction(environment);
  const keyFile = locate(environment, 'VAULT_KEY_FILE', 'vault.key', makeKeyFile);
  const wrapKeysFile = locate(environment, 'VAULT_WRAP_KEYS_FILE', 'vault-wrap.keys', makeKeyFile);
  const pseudonymKeys = keysIn(keyFile, production);
  if (pseudonymKeys.length !== 1)
    throw new VaultFileRefused(`VAULT_KEY_FILE (${keyFile}) must hold 64 hex digits and nothing else.`);
  const [pseudonymKey] = pseudonymKeys;
  const readWrapKeys = (): readonly Buffer[] => {
    const wrapKeys = keysIn(wrapKeysFile, production);
    if (wrapKeys.length === 0)
      throw new VaultFileRefused(`VAULT_WRAP_KEYS_FILE (${wrapKeysFile}) must hold 64 hex digits in each line.`);
    if (wrapKeys.some((key) => key.equals(pseudonymKey)))
      throw new VaultFileRefused('A wrap key is the key of VAULT_KEY_FILE: make another with `openssl rand -hex 32`.');
    return wrapKeys;
  };
  return new VaultKeys(pseudonymKey, readWrapKeys);
};

const inProduction = ({ NODE_ENV }: NodeJS.ProcessEnv): boolean => NODE_ENV === 'production';

const locate = (
  environment: NodeJS.ProcessEnv,
  name: string,
  usual: string,
  make: (file: string) => void = () => undefined,
): string => {
  const named = environment[name];
  const file = named ?? path.join(environment.DATA_DIR ?? '.data', usual);
  if (existsSync(file)) return file;
  if (inProduction(environment) || named)
    throw new VaultFileRefused(`${name} is missing or not there: ${WHAT_IT_IS[name]}`);
  make(file);
  return file;
};

const WHAT_IT_IS: Readonly<Record<string, string>> = {
  VAULT_KEY_FILE: 'a file with 64 hex digits, kept apart from the database and its backups. It is never changed.',
  VAULT_WRAP_KEYS_FILE:
    'a file with 64 hex digits in each line (`openssl rand -hex 32`), the newest last, kept apart from the database.',
  VAULT_ERASURES_FILE:
    'the file that remembers erasures, kept apart from the database; for a new ledger make an empty one (`touch`).',
};

/** A key per line. @throws VaultFileRefused */
const keysIn = (file: string, production: boolean): readonly Buffer[] => {
  if (production && (statSync(file).mode & OTHERS) !== 0)
    throw new VaultFileRefused(`Everybody on this machine may read or change ${file}: run \`chmod o= ${file}\`.`);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    if (!HEX_KEY.test(line)) throw new VaultFileRefused(`A key of ${file} must have 64 hex digits.`);
    const key = Buffer.from(line, 'hex');
    if (production && new Set(key).size < FEWEST_DIFFERENT_BYTES)
      throw new VaultFileRefused(`A key of ${file} can be guessed: make a random one with \`openssl rand -hex 32\`.`);
    return key;
  });
};

const assertWritable = (file: string): void => {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch {
    throw new VaultFileRefused(`VAULT_ERASURES_FILE (${file}) must be readable and writable by this process.`);
  }
};
