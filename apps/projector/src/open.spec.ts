import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryDatabase } from '@minsheng/event-store/testing';
import { open } from './open';

describe('the projector', () => {
  it('says what is missing where it has no database', async () => {
    await expect(open({})).rejects.toThrow(
      'DATABASE_URL (or DATABASE_URL_FILE) is missing: the address of the PostgreSQL database.',
    );
  });
  it('makes log and read models in the empty database that a file names, also when two start together', async () => {
    const database = await temporaryDatabase();
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
});
