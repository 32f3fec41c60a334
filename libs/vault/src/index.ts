export { makeKeyFile } from './make-key-file';
export { UNREADABLE, Vault } from './vault';
