export { makeKeyFile } from './make-key-file';
export { Revocations } from './revocations';
export { Vault } from './vault';
