import { createServer } from 'node:net';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { readPostmaster } from './running-server';
import { isAlive, goneWithin, signal } from '../process/processes';
import { freePort } from '../process/ports';
import { killed, runInChild } from '../testing/child-process';
import { query } from './connect';
import { startPostgres, type RunningPostgres } from './start-postgres';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder';

jest.setTimeout(30_000);

const access = (server: RunningPostgres): { port: number; password: string } => ({
  port: server.port,
  password: new URL(server.url()).password,
});
const on = (server: RunningPostgres, text: string): Promise<{ n: number }[]> =>
  query<{ n: number }>(access(server), 'minsheng', text);

describe('the embedded server', () => {
  let temporary: TemporaryFolder;
  let dataDir: string;
  let server: RunningPostgres | undefined;
  beforeAll(async () => {
    temporary = await makeTemporaryFolder('spec');
    dataDir = path.join(temporary.folder, 'postgres');
  });
  afterEach(() => server?.stop());
  afterAll(() => temporary.remove());

  it('makes its cluster at the first start, and leaves nothing half-made beside it', async () => {
    server = await startPostgres({ dataDir });
    await on(server, 'create table facts (n int)');
    await on(server, 'insert into facts values (961)');
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
    expect((await readdir(temporary.folder)).filter((name) => /making|starting/.test(name))).toEqual([]);
  });

  it('is durable and private: fsync on, scram, this machine only, its socket for its user alone', async () => {
    server = await startPostgres({ dataDir });
    const settings = await query<{ name: string; setting: string }>(
      access(server),
      'minsheng',
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'password_encryption',
        'unix_socket_directories', 'listen_addresses')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      password_encryption: 'scram-sha-256',
      unix_socket_directories: dataDir,
      listen_addresses: '127.0.0.1',
    });
    await expect(query({ ...access(server), password: 'guess' }, 'minsheng', 'select 1')).rejects.toThrow(/password/);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it('is reached by its socket, and by its port where nobody understands that', async () => {
    server = await startPostgres({ dataDir });
    const [bySocket, byPort] = [new URL(server.url()), new URL(server.url())];
    byPort.searchParams.delete('host');
    bySocket.hostname = 'nowhere.invalid';
    const from = async ({ href }: URL): Promise<unknown> => {
      const client = new Client({ connectionString: href });
      await client.connect();
      return client
        .query('select inet_client_addr()::text as address')
        .then(({ rows: [row] }) => row.address)
        .finally(() => client.end());
    };
    expect(await from(bySocket)).toBeNull();
    expect(await from(byPort)).toMatch(/^127\.0\.0\.1/);
  });

  it.each([
    ['is too long for one', 'a-folder-whose-name-goes-on-and-on-until-no-socket-could-have-such-an-address'],
    ['would be read as several', 'one, two'],
  ])('does without a socket where the path %s', async (_why, name) => {
    const far = path.join(temporary.folder, name, 'postgres');
    const farther = await startPostgres({ dataDir: far });
    await farther.stop();
    expect(new URL(farther.url()).search).toBe('');
  });

  it('does without a socket where the file system holds none', async () => {
    const log = path.join(temporary.folder, 'no-socket.log');
    server = await startPostgres({ dataDir, log, port: await freePort('127.0.0.1') });
    const { port } = server;
    await server.stop();
    const inTheWay = path.join(dataDir, `.s.PGSQL.${port}`);
    await mkdir(path.join(inTheWay, 'occupied'), { recursive: true });
    server = await startPostgres({ dataDir, log, port });
    expect(new URL(server.url()).search).toBe('');
    expect(await on(server, 'select 1 as n')).toEqual([{ n: 1 }]);
    await rm(inTheWay, { recursive: true });
  });

  it('keeps its data over a warm start', async () => {
    server = await startPostgres({ dataDir });
    expect(await on(server, 'select n from facts')).toEqual([{ n: 961 }]);
    expect(server.adopted).toBe(false);
  });

  it('is taken over when its parent was killed, and stops when told to', async () => {
    const { child, firstLine } = runInChild(
      `const server = await load('./postgres/start-postgres').startPostgres({ dataDir: ${JSON.stringify(dataDir)} ` +
        `}); console.log(server.pid); setInterval(() => 0, 1000);`,
    );
    const orphan = Number(await firstLine);
    await killed(child);
    expect(isAlive(orphan)).toBe(true);

    server = await startPostgres({ dataDir });
    expect(server).toMatchObject({ adopted: true, pid: orphan });
    expect(await on(server, 'select n from facts')).toEqual([{ n: 961 }]);
    await server.stop();
    expect(isAlive(orphan)).toBe(false);
  });

  it('starts again after kill -9 of the server itself', async () => {
    const first = await startPostgres({ dataDir });
    await on(first, 'insert into facts values (962)');
    signal(first.pid, 'SIGKILL');
    await first.exited;
    server = await startPostgres({ dataDir });
    expect(await on(server, 'select n from facts order by n')).toEqual([{ n: 961 }, { n: 962 }]);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('.s.PGSQL.')).sort()).toEqual([
      `.s.PGSQL.${server.port}`,
      `.s.PGSQL.${server.port}.lock`,
    ]);
  });

  it('is not fooled by a pid file whose pid belongs to another process now', async () => {
    await writeFile(
      path.join(dataDir, 'postmaster.pid'),
      `${process.ppid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n\nready\n`,
    );
    server = await startPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    expect((await readPostmaster(dataDir))?.pid).toBe(server.pid);
  });

  it('moves to the port that was asked for', async () => {
    const first = await startPostgres({ dataDir });
    const port = first.port + (first.port < 60_000 ? 1_000 : -1_000);
    server = await startPostgres({ dataDir, port });
    expect(server.port).toBe(port);
    expect(await goneWithin(first.pid, 0)).toBe(true);
  });

  it('names the port that is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    await expect(startPostgres({ dataDir, port })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining(String(port)),
    });
    other.close();
  });

  it('clears away a half-made folder of a start that was killed', async () => {
    const half = path.join(temporary.folder, 'second.making-999999999');
    await mkdir(half);
    server = await startPostgres({
      dataDir: path.join(temporary.folder, 'second'),
      log: path.join(temporary.folder, 'second.log'),
    });
    await expect(stat(half)).rejects.toThrow('ENOENT');
  });

  it('refuses the data of another major version and leaves them alone', async () => {
    const old = path.join(temporary.folder, 'old');
    await mkdir(old);
    await writeFile(path.join(old, 'PG_VERSION'), '17\n');
    await expect(startPostgres({ dataDir: old })).rejects.toMatchObject({
      code: 'OTHER_MAJOR_VERSION',
      message: expect.stringMatching(/npm run data -- export .*npm run data -- import .*--data-dir/s),
    });
    expect(await readdir(old)).toEqual(['PG_VERSION']);
  });

  it('refuses a folder that holds something else', async () => {
    const other = path.join(temporary.folder, 'other');
    await mkdir(other);
    await writeFile(path.join(other, 'holiday.jpg'), '');
    await expect(startPostgres({ dataDir: other })).rejects.toMatchObject({ code: 'NOT_A_DATA_FOLDER' });
  });

  it('quotes the server and says what is wrong when it cannot start', async () => {
    await writeFile(path.join(dataDir, 'postgresql.auto.conf'), `shared_buffers = 'plenty'\n`);
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({
      code: 'SERVER_DID_NOT_START',
      message: expect.stringContaining('shared_buffers'),
    });
    await writeFile(path.join(dataDir, 'postgresql.auto.conf'), '');
  });
});
