import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder, startSystem, type RunningSystem, type TemporaryFolder } from '@minsheng/local-system';
import { caughtUp, projector } from '../support/projector';
import { observed } from '../support/rehearsal';

const LEDGERS = path.resolve(__dirname, '../ledgers');
const SCRIPT = path.resolve(__dirname, '../../scripts/data.mjs');
const files = readdirSync(LEDGERS).filter((name) => name.endsWith('.ledger.gz'));

it('there is at least one ledger of an earlier release', () => expect(files.length).toBeGreaterThan(0));

describe.each(files)('%s, written by an earlier release', (file) => {
  let elsewhere: TemporaryFolder;
  let system: RunningSystem | undefined;
  beforeAll(async () => {
    elsewhere = await makeTemporaryFolder('older-ledger');
  });
  afterAll(async () => {
    await system?.stop();
    await elsewhere.remove();
  }, 60_000);

  it('imports, is read to its last event, and adds nothing of its own', async () => {
    const dataDir = path.join(elsewhere.folder, 'system');
    const { DATABASE_URL, DATABASE_URL_FILE, DATA_DIR, ...env } = process.env;
    const imported = spawnSync(process.execPath, [SCRIPT, 'import', path.join(LEDGERS, file), '--data-dir', dataDir], {
      encoding: 'utf8',
      env,
    });
    expect(imported.stderr + imported.stdout).toContain('es.events');
    expect(imported.status).toBe(0);
    system = await startSystem({ dataDir, apiPort: 0 });
    const moved = await observed(system);
    const [{ events }] = await moved.look<{ events: string }>('select count(*)::text as events from es.events');
    const { projections } = await caughtUp(moved);
    expect(projections.filter(({ halted }) => halted !== null)).toEqual([]);
    expect(await moved.look('select count(*)::text as events from es.events')).toEqual([{ events }]);
  }, 120_000);

  it('has read models that equal a rebuild, byte for byte', async () => {
    const { exitCode, output } = await projector({ system: system! }, 'verify', 'all');
    expect(output).not.toContain('DIFFERENT');
    expect(output).toContain('equal');
    expect(exitCode).toBe(0);
  }, 120_000);
});
