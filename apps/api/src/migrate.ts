import 'reflect-metadata';
import { loggableError } from '@minsheng/event-store';
import { readDatabaseSettings } from './database/database-settings';
import { migrateDatabase } from './database/migrate-database';
import { SettingsRefused } from './settings-refused';

/** Brings the database up to date and ends: to be run before api and projector start (decision 0034). */
const main = async (): Promise<void> => {
  const { handedOver, unreadable } = await migrateDatabase(readDatabaseSettings(process.env));
  if (unreadable > 0)
    console.error(
      `个人信息库密钥打不开旧版本留下的 ${unreadable} 行 The keys of the vault do not open ${unreadable} rows that an ` +
        'earlier release left',
    );
  console.log(`数据库已就绪 The database is ready${handedOver > 0 ? `; ${handedOver} objects changed hands` : ''}`);
};

main().catch((error: unknown) => {
  console.error(
    error instanceof SettingsRefused
      ? `设置有误，未迁移 The settings are refused: ${error.message}`
      : loggableError(error),
  );
  process.exit(error instanceof SettingsRefused ? 78 : 1);
});
