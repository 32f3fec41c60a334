export { makeKeyFile } from './make-key-file';
export { Revocations } from './revocations';
export { UNREADABLE, Vault } from './vault';
