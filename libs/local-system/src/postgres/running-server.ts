import { realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocalSystemError } from '../local-system-error';
import { readIfThere } from '../process/files';
import { commandLineOf, isAlive, stopProcess } from '../process/processes';
import { query } from './connect';

/** The content of `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Empty when it has no socket. */ readonly socketFolder: string;
  readonly status: string;
}

const TIMEOUT_MS = 10_000;

export async function readPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const lines = (await readIfThere(path.join(dataDir, 'postmaster.pid')))?.split('\n');
  const pid = Number(lines?.[0]);
  return lines && pid > 0
    ? { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '', status: (lines[7] ?? '').trim() }
    : undefined;
}

/**
 * A server that still runs on this folder because it outlived its parent. Waits for one that is starting or stopping.
 */
export async function findRunningServer(dataDir: string, password: string): Promise<Postmaster | undefined> {
  const end = Date.now() + TIMEOUT_MS;
  for (;;) {
    const found = await readPostmaster(dataDir);
    if (!found || !isAlive(found.pid)) return undefined; // the next server removes a dead server's file
    if (!servesFolder(found.pid, dataDir)) return disown(dataDir);
    if (found.status === 'ready' && (await isOurs(found, dataDir, password))) return found;
    if (Date.now() > end) throw doesNotAnswer(found.pid, dataDir);
    await sleep(50);
  }
}

/** Stops the server of a folder, if one runs. Fast mode: clients are disconnected, nothing committed is lost. */
export async function stopServerIn(dataDir: string): Promise<void> {
  const found = await readPostmaster(dataDir);
  if (found && isAlive(found.pid) && servesFolder(found.pid, dataDir)) await stopServer(found.pid);
}

/** SIGQUIT after 20 s is the server's emergency exit: the next start replays the log. */
export const stopServer = (pid: number): Promise<void> => stopProcess(pid, 'SIGINT', 20_000, 'SIGQUIT');

/** Decided by the command line; where that cannot be read, only a query can tell. */
function servesFolder(pid: number, dataDir: string): boolean {
  const words = commandLineOf(pid);
  return words === undefined || (words.includes('postgres') && words.includes(dataDir));
}

/**
 * The pid belongs to another process now, and the server would refuse to start because of it. The file stays, since it
 * leads the server to shared memory that orphans may still use; our own pid in it tells the server that its writer is
 * dead.
 */
async function disown(dataDir: string): Promise<undefined> {
  const file = path.join(dataDir, 'postmaster.pid');
  const rest = (await readIfThere(file))?.split('\n').slice(1) ?? [];
  await writeFile(file, [String(process.pid), ...rest].join('\n'));
  return undefined;
}

async function isOurs({ port }: Postmaster, dataDir: string, password: string): Promise<boolean> {
  try {
    const [row] = await query<{ data_directory: string }>({ port, password }, 'postgres', 'show data_directory');
    return row !== undefined && (await realpath(row.data_directory)) === (await realpath(dataDir));
  } catch {
    return false;
  }
}

const doesNotAnswer = (pid: number, dataDir: string): LocalSystemError =>
  new LocalSystemError(
    'SERVER_DOES_NOT_ANSWER',
    `数据目录 ${dataDir} 正被进程 ${pid} 使用，但它不应答；可执行 kill -INT ${pid}`,
    `Process ${pid} uses ${dataDir} but does not answer; stop it with: kill -INT ${pid}`,
  );
