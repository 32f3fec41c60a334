import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { LocalSystemError } from '../local-system-error';
import { flushFolder, isThere, readIfThere } from '../process/files';
import { isAlive } from '../process/processes';
import { SUPERUSER } from './password';
import type { Binaries } from './platform-binaries';
import type { ServerUser } from './server-user';
import { explain } from './start-failure';

interface Wish {
  readonly dataDir: string;
  readonly user: ServerUser;
  readonly binaries: Binaries;
  readonly password: string;
}

/**
 * A clean environment: LD_LIBRARY_PATH, PGDATA and the like must not reach the server. LC_ALL keeps messages English.
 */
export const serverEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  ...(process.env['TZ'] && { TZ: process.env['TZ'] }),
};

const KEYS_TO_COPY = 'then copy vault.key, vault-wrap.keys and vault-erasures into the new folder';

/** True for a cluster of our major version, false for none. @throws for anything else */
export async function hasCluster(dataDir: string, major: string): Promise<boolean> {
  const version = (await readIfThere(path.join(dataDir, 'PG_VERSION')))?.trim();
  if (version === major) return true;
  if (version !== undefined) {
    throw new LocalSystemError(
      'OTHER_MAJOR_VERSION',
      `${dataDir} 是 PostgreSQL ${version} 的数据，本版本为 ${major}。两个版本之间这样搬：` +
        `\n${moving('用旧版本运行', '用本版本运行', '再把 vault.key、vault-wrap.keys 和 vault-erasures 复制到新目录')}`,
      `${dataDir} holds data of PostgreSQL ${version}; this release ships ${major}. To move ` +
        `them:\n${moving('with the older release', 'with this one', KEYS_TO_COPY)}`,
    );
  }
  if ((await readdir(dataDir).catch(() => [])).length > 0) {
    throw new LocalSystemError(
      'NOT_A_DATA_FOLDER',
      `${dataDir} 不为空，也不是数据库目录；请移走它或用 --data-dir 换目录`,
      `${dataDir} is not empty and is no data folder: move it away, or choose another --data-dir`,
    );
  }
  return false;
}

const moving = (older: string, newer: string, key: string): string =>
  `  ${older}: npm run data -- export ledger.gz\n  ${newer}: npm run data -- import ledger.gz --data-dir NEW\n ` +
  ` ${key}: npm start -- --data-dir NEW`;

/** Makes an empty cluster next to its place and moves it there when complete: a crash leaves nothing that counts. */
export async function initCluster({ dataDir, user, binaries, password }: Wish): Promise<void> {
  await removeHalfMadeClusters(dataDir);
  const workshop = `${dataDir}.making-${process.pid}`;
  const [cluster, passwordFile] = [path.join(workshop, 'cluster'), path.join(workshop, 'password')];
  try {
    await mkdir(workshop, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const file of [workshop, passwordFile]) await chown(file, user.uid, user.gid);
    await runInitdb(binaries.initdb, cluster, passwordFile, user);
    await rename(cluster, dataDir);
    await flushFolder(path.dirname(dataDir));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * Collation is PostgreSQL's own C.UTF-8: code point order, the same on every machine, and an update of libc cannot
 * break an index.
 */
async function runInitdb(initdb: string, cluster: string, passwordFile: string, user: ServerUser): Promise<void> {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const args = [
    '-D',
    cluster,
    '-U',
    SUPERUSER,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await promisify(execFile)(initdb, args, { ...user, cwd: '/', env: serverEnvironment });
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: string; stdout?: string };
    throw explain(`${stdout ?? ''}${stderr ?? ''}`.trim() || message);
  }
}

async function removeHalfMadeClusters(dataDir: string): Promise<void> {
  const [parent, prefix] = [path.dirname(dataDir), `${path.basename(dataDir)}.making-`];
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const maker = Number(name.slice(prefix.length));
    // an initdb that outlived its parent may still be writing; then removing needs a second pass
    if (maker === process.pid || !isAlive(maker))
      await rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (await isThere(dataDir)) await rmdir(dataDir); // empty, as hasCluster has checked
}
