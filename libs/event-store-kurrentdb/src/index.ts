/** The log on KurrentDB, behind the port of `@minsheng/event-store` (decision 0015). */
export { KurrentDBEventStore, type KurrentDBEventStoreOptions } from './kurrentdb-event-store';
