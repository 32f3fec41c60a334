export { KurrentDBServer } from './testing/kurrentdb-server';
