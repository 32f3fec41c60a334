export { LocalSystemError, type LocalSystemFault, type Say } from './local-system-error';
export * from './local-issuer';
export { makeTemporaryFolder, type TemporaryFolder } from './postgres/temporary-folder';
export { DATABASE, startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres';
export { startSystem, type PartName, type RunningSystem, type SystemExit, type SystemOptions } from './start-system';
export { REHEARSAL_LIMITS } from './system/rehearsal-limits';
export { databaseUrlsOf, prepareDatabase, type DatabaseUrls } from './system/database';
export { liveOwner } from './process/owner-file';
