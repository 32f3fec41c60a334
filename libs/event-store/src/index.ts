export * from './event-store';
export { isKeepable, MOST_BYTES, MOST_EVENTS } from './append-rules';
export { RequestBatcher } from './request-batcher';
export { readPages } from './read-pages';
export { InMemoryEventStore } from './in-memory/in-memory-event-store';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres-event-store';
export { migrateEventStore } from './postgres/migrate';
export {
  eventStoreLocation,
  EventStoreSettingRefused,
  openEventStore,
  type EventStoreLocation,
} from './open-event-store';
