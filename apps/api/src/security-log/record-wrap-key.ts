import type { SecurityLogFile } from './security-log-file';

/** At each start: which key wraps those of the vault, by its id, and whether it is another than the last time. */
export async function recordWrapKey(log: SecurityLogFile, key: string): Promise<void> {
  const before = await log.lastKey();
  await log.record({ event: before === undefined || before === key ? 'KEY_IN_USE' : 'KEY_CHANGED', key });
}
