import { createHmac } from 'node:crypto';
import type { SecurityLogFile } from './security-log-file';

/** Names a key without saying anything about it. */
export const keyIdOf = (key: Buffer): string => createHmac('sha256', key).update('key id').digest('hex').slice(0, 12);

/** At each start: which key the vault has, and whether it is another than the last time. */
export async function recordKey(log: SecurityLogFile, key: Buffer): Promise<void> {
  const [before, now] = [await log.lastKey(), keyIdOf(key)];
  await log.record({ event: before === undefined || before === now ? 'KEY_IN_USE' : 'KEY_CHANGED', key: now });
}
