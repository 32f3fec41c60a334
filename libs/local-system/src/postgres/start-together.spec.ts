import type { ChildProcess } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../process/processes';
import { killed, runInChild } from '../testing/child-process';
import { query } from './connect';
import { stopServerIn } from './running-server';
import { startPostgres } from './start-postgres';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder';

jest.setTimeout(60_000);

/** The result of a process that called `startPostgres`. */
interface Got {
  readonly pid: number;
  readonly adopted: boolean;
  readonly url: string;
}

describe('of several that start the server at the same moment', () => {
  let temporary: TemporaryFolder;
  let dataDir: string;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    temporary = await makeTemporaryFolder('together');
    dataDir = path.join(temporary.folder, 'postgres');
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map(killed));
    await stopServerIn(dataDir);
  });
  afterAll(() => temporary.remove());

  /** Processes that have loaded everything wait at a gate and continue together when it opens. */
  const together = async (count: number, gate: string): Promise<Got[]> => {
    const file = path.join(temporary.folder, gate);
    const runs = Array.from({ length: count }, () =>
      runInChild(
        `
        const { startPostgres } = load('./postgres/start-postgres');
        console.log('loaded');
        while (!require('node:fs').existsSync(${JSON.stringify(file)})) await new Promise((resolve) => ` +
          `setTimeout(resolve, 1));
        const { pid, adopted, url } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
        console.log(JSON.stringify({ pid, adopted, url: url() }));
        setInterval(() => 0, 1000);`,
      ),
    );
    children.push(...runs.map(({ child }) => child));
    await Promise.all(runs.map(({ firstLine }) => firstLine));
    const answers = runs.map(
      ({ child }) =>
        new Promise<Got>((resolve, reject) => {
          child.stdout?.once('data', (line: Buffer) => resolve(JSON.parse(line.toString('utf8')) as Got));
          child.once('exit', (code) => reject(new Error(`Ended with ${code} instead of starting`)));
        }),
    );
    await writeFile(file, '');
    return Promise.all(answers);
  };

  const expectOneServer = async (got: readonly Got[]): Promise<void> => {
    expect(new Set(got.map(({ pid }) => pid)).size).toBe(1);
    expect(got.filter(({ adopted }) => !adopted)).toHaveLength(1);
    for (const { url } of got) {
      const { port, password } = new URL(url);
      expect(await query({ port: Number(port), password }, 'minsheng', 'select 1 as n')).toEqual([{ n: 1 }]);
    }
    expect((await readdir(temporary.folder)).filter((name) => /making|starting/.test(name))).toEqual([]);
  };

  it('one makes the cluster, the other takes its server over', async () =>
    expectOneServer(await together(2, 'first-ever')));

  it('one starts the server of an existing cluster, three take it over', async () =>
    expectOneServer(await together(4, 'warm')));

  it('two of one process get one server too', async () => {
    const got = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
    await expectOneServer(got.map(({ pid, adopted, url }) => ({ pid, adopted, url: url() })));
  });

  it('one that is killed half-way passes its turn on, and its half-made cluster goes', async () => {
    const second = path.join(temporary.folder, 'second');
    const { child, firstLine } = runInChild(
      `await load('./postgres/start-postgres').startPostgres({ dataDir: ${JSON.stringify(second)}, onStep: ` +
        `console.log });`,
    );
    expect(await firstLine).toContain('creating the database');
    await killed(child);
    // it held the lock when it died
    expect(JSON.parse(await readFile(`${second}.starting`, 'utf8'))).toMatchObject({ pid: child.pid });

    const server = await startPostgres({ dataDir: second });
    expect(server.adopted).toBe(false);
    expect((await readdir(temporary.folder)).filter((name) => /making|starting/.test(name))).toEqual([]);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });
});
