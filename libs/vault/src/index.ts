export { makeKeyFile } from './make-key-file';
export { Vault } from './vault';
