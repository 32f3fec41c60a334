export { makeKeyFile } from './make-key-file';
export { rewrap, type Rewrapped } from './rewrap';
export { Revocations } from './revocations';
export { Tombstones } from './tombstones';
export { deletePersons, UNREADABLE, Vault } from './vault';
export { openVaultFiles, VaultFileRefused, type VaultFiles } from './vault-files';
export { VaultKeys } from './vault-keys';
export { makeEmptyVault, migrateVault } from './vault-schema';
