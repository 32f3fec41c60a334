export * from './event-store';
export {
  checkCommand,
  checkedSize,
  checkedSizes,
  checkLimit,
  isKeepable,
  isMet,
  lastRevision,
  MOST_BYTES,
  MOST_EVENTS,
} from './append-rules';
export { RequestBatcher } from './request-batcher';
export { readPages } from './read-pages';
export { withRetry } from './with-retry';
export type { SubscribeOptions } from './log-subscription';
export { InMemoryEventStore } from './in-memory/in-memory-event-store';
export { PostgresEventStore, type PostgresEventStoreOptions } from './postgres/postgres-event-store';
export { isConnectionLoss } from './postgres/connection-loss';
export { migrateEventStore } from './postgres/migrate';
export { rewriteFingerprints, type StoredCommand } from './postgres/rewrite-fingerprints';
export { refuseDatabaseRoleWithTooMuch, DatabaseRoleRefused } from './postgres/database-role';
export { endOnFailure } from './end-on-failure';
export { loggableError, loggableText, type LoggableError } from './loggable-error';
export { settingOrFile } from './setting-or-file';
export {
  eventStoreLocation,
  EventStoreSettingRefused,
  openEventStore,
  type EventStoreLocation,
} from './open-event-store';
