import { spawnSync } from 'node:child_process';
import { copyFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  makeTemporaryFolder,
  readLocalIssuer,
  startSystem,
  type RunningSystem,
  type TemporaryFolder,
} from '@minsheng/local-system';
import { Api, People } from '@minsheng/rehearsal';
import { aListUnderWay, anOrdinaryMonth, EDUCATION, type UnderWay } from '../support/a-list-under-way';
import { caughtUp, projector } from '../support/projector';
import { LIST, observed, openRehearsal, REGION, type Rehearsal } from '../support/rehearsal';

const SCRIPT = path.resolve(__dirname, '../../scripts/data.mjs');

/** `npm run data -- …`, without the environment of this run, which would name another database. */
const data = (...args: readonly string[]): { readonly exitCode: number | null; readonly output: string } => {
  const { DATABASE_URL, DATABASE_URL_FILE, DATA_DIR, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', env });
  return { exitCode: status, output: stdout + stderr };
};

const CONTENT = { 'es.events': 'global_position', 'es.commands': 'key', 'vault.person': 'person' } as const;
const contentOf = async (look: Rehearsal['look']): Promise<Record<string, readonly object[]>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(CONTENT).map(
        async ([table, key]) =>
          [table, await look<object>(`select t::text as row from ${table} t order by ${key}`)] as const,
      ),
    ),
  );

describe('the ledger moves to another machine', () => {
  let rehearsal: Rehearsal;
  let projects: UnderWay;
  let elsewhere: TemporaryFolder;
  let there: RunningSystem | undefined;
  let file: string;
  let suggestion: string;
  const contact = { name: '欧阳晓测试', phone: '13800000001' };
  beforeAll(async () => {
    elsewhere = await makeTemporaryFolder('elsewhere');
    file = path.join(elsewhere.folder, 'ledger.gz');
    rehearsal = await openRehearsal('moving');
    projects = await aListUnderWay(rehearsal);
    await anOrdinaryMonth(rehearsal, projects.schools, EDUCATION, '2019-03', 2, 1);
    const receipt = await rehearsal.api.command(
      `lists/${LIST}/suggestions`,
      { title: '河堤路没有路灯', content: '夜里看不清路', contact },
      { as: await rehearsal.people.citizen(1), on: '2018-10-12', key: 'suggest-a-lamp' },
    );
    suggestion = receipt.id;
    await caughtUp(rehearsal);
  }, 120_000);
  afterAll(async () => {
    await there?.stop();
    await rehearsal.end();
    await elsewhere.remove();
  }, 60_000);

  /** As seen by that system's commission: its issuer is another one. */
  const contactAt = async ({ url, issuerFile }: RunningSystem): Promise<unknown> => {
    const commission = await new People(await readLocalIssuer(issuerFile), REGION, LIST).commission();
    return (await new Api(url).read<{ contact: object }>(`suggestions/${suggestion}`, commission)).contact;
  };

  it('is exported while it runs, and says that neither keys nor erasures are in the file', () => {
    const { exitCode, output } = data('export', file, '--data-dir', rehearsal.system.dataDir);
    expect(output).toContain('vault.key, vault-wrap.keys, vault-erasures, local-issuer.json are not in the file');
    expect(exitCode).toBe(0);
  }, 60_000);

  it('is not imported where a system runs', () => {
    const { exitCode, output } = data('import', file, '--data-dir', rehearsal.system.dataDir);
    expect(output).toContain('stop it first');
    expect(exitCode).toBe(1);
  }, 60_000);

  it('arrives byte for byte in a fresh folder, and its read models equal a rebuild', async () => {
    const dataDir = path.join(elsewhere.folder, 'system');
    expect(data('import', file, '--data-dir', dataDir)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('copy the former vault.key, vault-wrap.keys and vault-erasures'),
    });
    for (const name of ['vault.key', 'vault-wrap.keys'])
      await copyFile(path.join(rehearsal.system.dataDir, name), path.join(dataDir, name));
    const before = await contentOf(rehearsal.look);
    expect(Object.values(before).map((rows) => rows.length > 0)).toEqual([true, true, true]);

    there = await startSystem({ dataDir, apiPort: 0 });
    const moved = await observed(there);
    await caughtUp(moved);
    // the policies, which ran again from the start, added nothing
    expect(await contentOf(moved.look)).toEqual(before);
    const { exitCode, output } = await projector(moved, 'verify', 'all');
    expect(output).not.toContain('DIFFERENT');
    expect(exitCode).toBe(0);
    expect(await moved.look('select 1 from read.project where project_id = $1', [projects.schools])).toHaveLength(1);
    expect(await contactAt(there)).toEqual(contact);
  }, 120_000);

  it('is not imported a second time', async () => {
    await there?.stop();
    const { exitCode, output } = data('import', file, '--data-dir', path.join(elsewhere.folder, 'system'));
    expect(output).toContain('The ledger is not empty');
    expect(exitCode).toBe(1);
    expect((await readdir(elsewhere.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 60_000);
});
