import 'reflect-metadata';
import { CommandProcessor } from '@minsheng/command-handling';
import {
  DatabaseRoleRefused,
  endOnFailure,
  loggableError,
  openEventStore,
  refuseDatabaseRoleWithTooMuch,
} from '@minsheng/event-store';
import { openReadModels } from '@minsheng/read-models';
import { assertVaultIsCurrent, Revocations, Vault } from '@minsheng/vault';
import { Pool } from 'pg';
import pino from 'pino';
import { ShanghaiClock } from './command-handling/clock';
import { createApp } from './create-app';
import { IssuedTokens } from './identity/tokens';
import { openRates } from './rates/open-rates';
import { ReadModels } from './reading/read-models';
import { recordWrapKey } from './security-log/record-wrap-key';
import { SecurityLogFile } from './security-log/security-log-file';
import { readSettings, SettingsRefused } from './settings';

/** Milliseconds between looks for a notice on holidays that another api took; its own is in force at once. */
const NOTICES_EVERY = 10_000;

const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const log = pino({
    level: settings.logLevel,
    redact: ['req.headers.authorization'],
    serializers: { err: loggableError },
  });
  endOnFailure(log);
  const securityLog = await SecurityLogFile.open(settings.securityLog);
  await recordWrapKey(securityLog, settings.vault.keys.current.id);
  if (settings.production) await refuseDatabaseRoleWithTooMuch(settings.databaseUrl);
  const store = await openEventStore(settings.eventStore, {
    databaseUrl: settings.databaseUrl,
    applicationName: 'minsheng-api',
    loadKurrentDB: () => import('@minsheng/event-store-kurrentdb'),
  });
  const dataSource = await openReadModels(settings.databaseUrl, { applicationName: 'minsheng-api-reads' });
  const pool = new Pool({
    connectionString: settings.databaseUrl,
    max: 5,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 5_000,
    application_name: 'minsheng-vault',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'an idle connection of the vault was lost'));
  await assertVaultIsCurrent(pool);
  const vault = new Vault(pool, settings.vault.keys, settings.vault.tombstones);
  const erasedAgain = await vault.replayErasures();
  if (erasedAgain > 0) log.warn({ erasedAgain }, 'a restored backup had brought back persons who were erased');
  const { rates, close: closeRates } = await openRates(settings.http, settings.databaseUrl, (text) =>
    vault.actorTag(text),
  );
  const processor = new CommandProcessor(store);
  const app = await createApp(
    {
      processor,
      readModels: new ReadModels(dataSource, store),
      vault,
      tokens: await IssuedTokens.of(settings.issuer, new Revocations(pool, vault)),
      clock: new ShanghaiClock(settings.rehearsal),
      securityLog,
    },
    { http: settings.http, log, rates },
  );
  setInterval(() => {
    processor.readNotices().catch((error: unknown) => log.warn({ err: error }, 'the notices could not be read'));
  }, NOTICES_EVERY).unref();
  await app.listen({ host: settings.host, port: settings.port });
  log.info({ url: await app.getUrl(), rehearsal: settings.rehearsal }, 'the api listens');
  const stop = async () => {
    await app.close();
    await Promise.allSettled([store.close(), dataSource.destroy(), pool.end(), closeRates()]);
    process.exit(0);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.once('disconnect', stop); // the supervisor that started us is gone
};

main().catch((error: unknown) => {
  const refused = error instanceof SettingsRefused || error instanceof DatabaseRoleRefused;
  console.error(refused ? `设置有误，未启动 The settings are refused: ${error.message}` : loggableError(error));
  process.exit(refused ? 78 : 1);
});
