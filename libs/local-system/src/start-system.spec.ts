import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTemporaryFolder, type TemporaryFolder } from './postgres/temporary-folder';
import { goneWithin, isAlive } from './process/processes';
import { startSystem, type RunningSystem, type SystemOptions } from './start-system';
import { killed, runInChild } from './testing/child-process';
import { writeStandInApps, writeStubbornApp } from './testing/stand-in-apps';

jest.setTimeout(30_000);

describe('the local system', () => {
  let temporary: TemporaryFolder;
  let options: SystemOptions;
  let system: RunningSystem | undefined;
  const messages: string[] = [];
  beforeAll(async () => {
    temporary = await makeTemporaryFolder('spec');
    options = {
      dataDir: temporary.folder,
      apiPort: 0,
      mains: await writeStandInApps(temporary.folder),
      onStep: (text) => messages.push(text),
    };
  });
  afterEach(() => system?.stop());
  afterAll(() => temporary.remove());

  const answer = async (): Promise<unknown> => (await fetch(`${system?.url}/`)).json();
  const until = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
    while (!(await Promise.resolve(condition()).catch(() => false))) await sleep(20);
  };

  it('is ready when it says so, tells its apps what they need, and leaves nothing running', async () => {
    system = await startSystem(options);
    expect(await answer()).toEqual({
      dataDir: temporary.folder,
      issuer: system.issuerFile,
      rehearsal: '1',
      databaseRole: 'minsheng_api',
    });
    const pids = Object.values(system.pids());
    await Promise.all([system.stop(), system.stop()]);
    expect(pids.map((pid) => isAlive(pid as number))).toEqual([false, false, false]);
    expect(await system.exited).toEqual({ reason: 'stopped' });
  });

  it('runs once: a second start is told where the first one answers', async () => {
    system = await startSystem(options);
    await expect(startSystem(options)).rejects.toMatchObject({
      code: 'ALREADY_RUNNING',
      message: expect.stringContaining(system.url),
    });
    expect(await answer()).toBeDefined();
  });

  it('connects its programs as roles of their own, each with a password of its own', async () => {
    system = await startSystem(options);
    const logins = Object.values(system.databaseUrls).map((url) => new URL(url));
    expect(logins.map(({ username }) => username)).toEqual(['minsheng_owner', 'minsheng_api', 'minsheng_projector']);
    expect(new Set([...logins, new URL(system.postgresUrl)].map(({ password }) => password)).size).toBe(4);
    expect(await answer()).toMatchObject({ databaseRole: 'minsheng_api' });
    expect((await stat(path.join(temporary.folder, 'postgres.roles.json'))).mode & 0o077).toBe(0);
    const before = system.databaseUrls.api;
    await system.stop();
    system = await startSystem(options);
    expect(new URL(system.databaseUrls.api).password).toBe(new URL(before).password);
  });

  it('does not start on a database that cannot be brought up to date, and quotes why', async () => {
    const migrate = path.join(temporary.folder, 'failing.js');
    await writeFile(migrate, `throw new Error('version 99, newer than this program');`);
    await expect(startSystem({ ...options, mains: { ...options.mains!, migrate } })).rejects.toMatchObject({
      code: 'DATABASE_NOT_MIGRATED',
      message: expect.stringContaining('newer than this program'),
    });
    system = await startSystem(options); // nothing was left behind that would prevent it
  });

  it('restarts each part that dies, PostgreSQL on its port', async () => {
    system = await startSystem(options);
    const before = system.pids();
    for (const name of ['api', 'projector', 'postgres'] as const) system.kill(name);
    await until(() =>
      Object.entries(system?.pids() ?? {}).every(
        ([name, pid]) => pid !== before[name as keyof typeof before] && isAlive(pid as number),
      ),
    );
    await until(async () => (await answer()) !== undefined);
    expect(messages.join()).toContain('PostgreSQL 意外退出');
  });

  it.each([0, 220])('stops cleanly %i ms after everything was killed, when restarts are under way', async (pause) => {
    system = await startSystem(options);
    for (const name of ['api', 'projector', 'postgres'] as const) system.kill(name);
    await sleep(pause);
    await system.stop();
    expect(Object.values(system.pids()).filter((pid) => pid !== undefined && isAlive(pid))).toEqual([]);
  });

  it('only reports a death when it is not to supervise', async () => {
    system = await startSystem({ ...options, supervise: false });
    system.kill('projector');
    expect(await system.exited).toEqual({ reason: 'died', name: 'projector' });
  });

  it('starts again after kill -9 of its supervisor: apps end by themselves, the server is taken over', async () => {
    const { child, firstLine } = runInChild(
      `const system = await load('./start-system').startSystem(${JSON.stringify(options)}); ` +
        `console.log(JSON.stringify(system.pids()));`,
    );
    const orphans = JSON.parse(await firstLine) as Record<string, number>;
    await killed(child);
    expect(await goneWithin(orphans['api'] as number, 3_000)).toBe(true);
    expect(await goneWithin(orphans['projector'] as number, 3_000)).toBe(true);
    system = await startSystem(options);
    expect(system.pids().postgres).toBe(orphans['postgres']);
  });

  it('ends an app of an earlier supervisor that did not notice its end', async () => {
    const stubborn = JSON.stringify({
      ...options,
      mains: { ...options.mains, projector: await writeStubbornApp(temporary.folder) },
    });
    const { child, firstLine } = runInChild(
      `const system = await load('./start-system').startSystem(${stubborn}); console.log(system.pids().projector);`,
    );
    const orphan = Number(await firstLine);
    await killed(child);
    await sleep(200);
    expect(isAlive(orphan)).toBe(true);
    system = await startSystem(JSON.parse(stubborn) as SystemOptions);
    expect(isAlive(orphan)).toBe(false);
  });

  it('refuses a port that was asked for and is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    await expect(startSystem({ ...options, apiPort: port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    other.close();
  });

  it('gives up on an app that keeps dying, quotes it, and stops the rest', async () => {
    const mains = { ...options.mains!, api: path.join(temporary.folder, 'missing.js') };
    await expect(startSystem({ ...options, mains })).rejects.toMatchObject({
      code: 'APP_DID_NOT_START',
      message: expect.stringContaining('missing.js'),
    });
    system = await startSystem(options); // nothing was left behind that would prevent it
  });
});
