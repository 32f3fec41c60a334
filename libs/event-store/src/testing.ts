export { eventStoreContract, type OpenedStore } from './event-store.contract';
export { temporaryDatabase, type TemporaryDatabase } from './postgres/temporary-database';
