export { appendingParts, eventStoreContract, type OpenedStore } from './event-store.contract';
export { command, event, events, eventually, everything, pause } from './contract/samples';
export { temporaryDatabase, type TemporaryDatabase } from './postgres/temporary-database';
export { tampering } from './postgres/testing/tampering';
