import { SecurityLogFile } from './security-log-file';
import { readSecurityLogSettings } from './security-log.settings';

/** At each start: which key wraps those of the vault, by its id, and whether it is another than the last time. */
export async function recordWrapKey(log: SecurityLogFile, key: string): Promise<void> {
  const before = await log.lastKey();
  await log.record({ event: before === undefined || before === key ? 'KEY_IN_USE' : 'KEY_CHANGED', key });
}

/** Before all keys are wrapped with the key of this id, by a command beside the api. */
export async function recordRewrap(environment: NodeJS.ProcessEnv, key: string): Promise<void> {
  const log = await SecurityLogFile.open(readSecurityLogSettings(environment));
  await log.record({ event: 'KEYS_REWRAPPED', key });
}
