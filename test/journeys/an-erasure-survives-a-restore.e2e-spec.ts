import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder, startSystem, type RunningSystem, type TemporaryFolder } from '@minsheng/local-system';
import { aListUnderWay } from '../support/a-list-under-way';
import { LIST, lookerAt, openRehearsal, type Rehearsal } from '../support/rehearsal';

const SCRIPT = path.resolve(__dirname, '../../scripts/data.mjs');
const KEPT_APART = ['vault.key', 'vault-wrap.keys', 'vault-erasures'];

/** `npm run data -- …`, without the environment of this run, which would name another database. */
const data = (...args: readonly string[]): { readonly exitCode: number | null; readonly output: string } => {
  const { DATABASE_URL, DATABASE_URL_FILE, DATA_DIR, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', env });
  return { exitCode: status, output: stdout + stderr };
};

/** Types of what is in the security log of a system. */
const securityEventsOf = ({ dataDir }: RunningSystem): string[] => {
  const folder = path.join(dataDir, 'security-log');
  const lines = readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'));
  return lines.map((line) => (JSON.parse(line) as { event: string }).event);
};

describe('an erasure survives a restore', () => {
  let rehearsal: Rehearsal;
  let elsewhere: TemporaryFolder;
  let there: RunningSystem | undefined;
  let older: string;
  let commission: string;
  let [erased, kept] = ['', ''];
  beforeAll(async () => {
    elsewhere = await makeTemporaryFolder('erased');
    older = path.join(elsewhere.folder, 'older.gz');
    rehearsal = await openRehearsal('erasure');
    commission = await rehearsal.people.commission();
    await aListUnderWay(rehearsal);
    erased = await suggestionOf(1, '欧阳晓测试');
    kept = await suggestionOf(2, '诸葛小测试');
  }, 120_000);
  afterAll(async () => {
    await there?.stop();
    await rehearsal.end();
    await elsewhere.remove();
  }, 60_000);

  const suggestionOf = async (number: number, name: string): Promise<string> =>
    (
      await rehearsal.api.command(
        `lists/${LIST}/suggestions`,
        { title: '河堤路没有路灯', content: `${name}看不清路`, contact: { name } },
        { as: await rehearsal.people.citizen(number), on: '2018-10-12', key: `suggestion-${number}` },
      )
    ).id;
  const contactOf = async (suggestion: string) =>
    (await rehearsal.api.read<{ contact: unknown }>(`suggestions/${suggestion}`, commission)).contact;
  /** A fresh folder with what is kept apart from the ledger. */
  const folderWith = (name: string, files: readonly string[]): string => {
    const dataDir = path.join(elsewhere.folder, name);
    mkdirSync(dataDir);
    for (const file of files) copyFileSync(path.join(rehearsal.system.dataDir, file), path.join(dataDir, file));
    return dataDir;
  };
  const personsAt = async (system: RunningSystem) =>
    (await lookerAt(system.postgresUrl)<{ person: string }>('select person from vault.person')).map(
      ({ person }) => person,
    );

  it('is made after an export, which still holds the key of who is erased', async () => {
    expect(data('export', older, '--data-dir', rehearsal.system.dataDir).exitCode).toBe(0);
    const { status } = await fetch(`${rehearsal.system.url}/api/v1/my/personal-data`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${await rehearsal.people.citizen(1)}` },
    });
    expect(status).toBe(200);
    expect([await contactOf(erased), await contactOf(kept)]).toEqual([null, { name: '诸葛小测试' }]);
  }, 120_000);

  it('holds in a folder into which the older export is imported with all keys: nobody is brought back', async () => {
    const dataDir = folderWith('import', KEPT_APART);
    const { exitCode, output } = data('import', older, '--data-dir', dataDir);
    expect(output).toContain('1 keys of persons were erased again');
    expect(exitCode).toBe(0);
    there = await startSystem({ dataDir, apiPort: 0 });
    expect(await personsAt(there)).toEqual(await personsAt(rehearsal.system));
    await there.stop();
  }, 120_000);

  it('holds where the keys come after the import: the start erases before it listens', async () => {
    const dataDir = folderWith('start', []);
    expect(data('import', older, '--data-dir', dataDir).exitCode).toBe(0);
    for (const file of KEPT_APART) copyFileSync(path.join(rehearsal.system.dataDir, file), path.join(dataDir, file));
    there = await startSystem({ dataDir, apiPort: 0 });
    expect(await personsAt(there)).toEqual(await personsAt(rehearsal.system));
    await there.stop();
  }, 120_000);

  it('would be undone without the file of erasures: the export did hold the key', async () => {
    const dataDir = folderWith('undone', ['vault.key', 'vault-wrap.keys']);
    expect(data('import', older, '--data-dir', dataDir).output).not.toContain('erased again');
    there = await startSystem({ dataDir, apiPort: 0 });
    expect(await personsAt(there)).toHaveLength((await personsAt(rehearsal.system)).length + 1);
    await there.stop();
  }, 120_000);

  it('and a wrap key that is changed while the system runs shuts every older export for good', async () => {
    const file = path.join(rehearsal.system.dataDir, 'vault-wrap.keys');
    appendFileSync(file, `\n${randomBytes(32).toString('hex')}\n`);
    const { exitCode, output } = data('rewrap', '--data-dir', rehearsal.system.dataDir);
    expect(output).toMatch(/\d+ keys are wrapped with the last key of the file now/);
    expect(exitCode).toBe(0);
    expect(securityEventsOf(rehearsal.system)).toContain('KEYS_REWRAPPED');
    writeFileSync(file, readFileSync(file, 'utf8').trim().split('\n').at(-1)!); // the older key is destroyed
    expect(await contactOf(kept)).toEqual({ name: '诸葛小测试' });
    expect(data('rewrap', '--data-dir', rehearsal.system.dataDir).output).toContain('0 keys are wrapped');

    const dataDir = folderWith('shut', KEPT_APART);
    expect(data('import', older, '--data-dir', dataDir).exitCode).toBe(0);
    expect(data('rewrap', '--data-dir', dataDir)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('cannot be opened'),
    });
  }, 120_000);
});
