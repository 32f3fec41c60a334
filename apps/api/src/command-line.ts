import { Vault } from '@minsheng/vault';
import { Pool } from 'pg';
import { readRevocation, USAGE, WrongUsage } from './identity/revoke-command';
import { revokeTokens } from './identity/revoke-tokens';
import { SecurityLogFile } from './security-log/security-log-file';
import { readSettings, SettingsRefused } from './settings';

const WRONG_USAGE = 64;
const REFUSED_SETTINGS = 78;

const revoke = async (words: readonly string[]): Promise<void> => {
  const revocation = readRevocation(words, new Date());
  const settings = readSettings(process.env);
  const securityLog = await SecurityLogFile.open(settings.securityLog);
  const pool = new Pool({
    connectionString: settings.databaseUrl,
    max: 1,
    connectionTimeoutMillis: 5_000,
    application_name: 'minsheng-tokens',
  });
  try {
    const vault = new Vault(pool, settings.vault.keys, settings.vault.tombstones);
    const actor = await revokeTokens(revocation, { pool, vault, securityLog });
    const [whoZh, who] = actor === null ? ['所有人', 'everybody'] : [actor, actor];
    console.log(
      `已收回 ${whoZh} 在 ${revocation.issuedUntil.toISOString()} 之前签发的令牌，一秒内生效 · Tokens of ${who} issued until then ` +
        'are revoked, within a second',
    );
  } finally {
    await pool.end();
  }
};

const [command, ...words] = process.argv.slice(2);
if (command === 'revoke')
  revoke(words).catch((error: unknown) => {
    console.error(error instanceof WrongUsage ? `${error.message}\n\n${USAGE}` : (error as Error).message);
    process.exitCode =
      error instanceof WrongUsage ? WRONG_USAGE : error instanceof SettingsRefused ? REFUSED_SETTINGS : 1;
  });
else {
  console.log(USAGE);
  process.exitCode = [undefined, 'help', '--help', '-h'].includes(command) ? 0 : WRONG_USAGE;
}
