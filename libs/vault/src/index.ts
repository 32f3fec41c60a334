export { makeKeyFile } from './make-key-file';
export { rewrap, type Rewrapped } from './rewrap';
export { Revocations } from './revocations';
export { Tombstones } from './tombstones';
export { deletePersons, UNREADABLE, Vault } from './vault';
export { openVaultFiles, openVaultKeys, VaultFileRefused, type VaultFiles } from './vault-files';
export { VaultKeys } from './vault-keys';
export { assertVaultIsCurrent, makeEmptyVault, migrateVault } from './vault-schema';
