import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateEventStore } from '@minsheng/event-store';
import { temporaryDatabase } from '@minsheng/event-store/testing';
import { KurrentDBEventStore } from '@minsheng/event-store-kurrentdb';
import { KurrentDBServer } from '@minsheng/event-store-kurrentdb/testing';
import { migrateReadModels } from '@minsheng/read-models';
import { open } from './open';

describe('the projector', () => {
  it('says what is missing where it has no database', async () => {
    await expect(open({})).rejects.toThrow(
      'DATABASE_URL (or DATABASE_URL_FILE) is missing: the address of the PostgreSQL database.',
    );
  });
  it('opens the log and the read models, also when two start together, and takes its address from a file', async () => {
    const database = await temporaryDatabase();
    await migrateEventStore(database.connectionString);
    await migrateReadModels(database.connectionString);
    const folder = mkdtempSync(join(tmpdir(), 'ledger-projector-'));
    const file = join(folder, 'url');
    writeFileSync(file, `${database.connectionString}\n`);
    const opened = await Promise.all([
      open({ DATABASE_URL_FILE: file }),
      open({ DATABASE_URL: database.connectionString }),
    ]);
    expect(await opened[0].store.head()).toBe(0n);
    expect(await opened[1].dataSource.query('select count(*)::int as rows from read.project')).toEqual([{ rows: 0 }]);
    await Promise.all(opened.map((foundations) => foundations.close()));
    rmSync(folder, { recursive: true });
    await database.drop();
  });
  it('follows a log on KurrentDB where the settings say so', async () => {
    const [database, server] = await Promise.all([temporaryDatabase(), KurrentDBServer.start()]);
    await migrateReadModels(database.connectionString);
    const { store, close } = await open({
      DATABASE_URL: database.connectionString,
      EVENT_STORE: 'kurrentdb',
      KURRENTDB_URL: server.url,
    });
    expect(store).toBeInstanceOf(KurrentDBEventStore);
    await close();
    server.stop();
    await database.drop();
  });
});
