import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type RunningPostgres } from '@minsheng/local-system';

const MEMORY = '/dev/shm';

/** Replaces two calls of the C library in every process of the server. */
const LIBRARY = `
#include <time.h>
static int one_millisecond(void) { struct timespec t = { 0, 1000000 }; return nanosleep(&t, 0); }
int fdatasync(int file) { (void) file; return one_millisecond(); }
int fsync(int file) { (void) file; return one_millisecond(); }
`;

/** Why this machine cannot run such a server. */
export class NoSlowFlush extends Error {}

/**
 * A server whose disk takes exactly one millisecond per flush: its files are in memory, and a preloaded library sleeps
 * instead of flushing. Nothing is durable there. @throws NoSlowFlush
 */
export async function withSlowFlush<Result>(
  folder: string,
  work: (server: RunningPostgres) => Promise<Result>,
): Promise<Result> {
  const library = await compile(folder);
  const home = await mkdtemp(path.join(MEMORY, 'minsheng-bench-')).catch(() => {
    throw new NoSlowFlush(`there is no ${MEMORY}`);
  });
  try {
    await chmod(home, 0o711); // under root the server runs as another user, who must be able to enter
    const dataDir = path.join(home, 'postgres');
    const server = await restartWith(library, await startPostgres({ dataDir }), dataDir);
    try {
      return await work(server);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function compile(folder: string): Promise<string> {
  const [source, library] = [path.join(folder, 'slow-flush.c'), path.join(folder, 'slow-flush.so')];
  await writeFile(source, LIBRARY);
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source], { stdio: 'pipe' });
  } catch (error) {
    throw new NoSlowFlush(`no C compiler made the library (${(error as Error).message.split('\n')[0]})`);
  }
  await chmod(library, 0o755);
  return library;
}

/**
 * The same program with the same arguments and the library preloaded; it is then adopted like any server left alive.
 */
async function restartWith(library: string, server: RunningPostgres, dataDir: string): Promise<RunningPostgres> {
  const program = await readlink(`/proc/${server.pid}/exe`).catch(() => {
    throw new NoSlowFlush('there is no /proc to read the server’s command from');
  });
  const [, ...args] = (await readFile(`/proc/${server.pid}/cmdline`, 'utf8')).split('\0').filter(Boolean);
  const { uid, gid } = await stat(server.dataDir);
  await server.stop();
  const child = spawn(program, args, {
    ...(process.getuid?.() === 0 && { uid, gid }),
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', LD_PRELOAD: library },
    detached: true,
    stdio: 'ignore',
  });
  for (
    const end = Date.now() + 10_000;
    !(await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).includes('ready');
  ) {
    if (child.exitCode !== null || Date.now() > end)
      throw new NoSlowFlush('the server did not start with the library in front of it');
    await pause(20);
  }
  return startPostgres({ dataDir });
}
