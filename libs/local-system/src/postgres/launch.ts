import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sizeOf, tail } from '../process/files';
import { signal } from '../process/processes';
import { serverEnvironment } from './init-cluster';
import { removeLeftSockets } from './socket-folder';
import { readPostmaster } from './running-server';
import type { ServerUser } from './server-user';

export interface Launch {
  readonly postgres: string;
  readonly dataDir: string;
  readonly user: ServerUser;
  readonly port: number;
  /** Empty for none. */
  readonly socketFolder: string;
  readonly logFile: string;
}

/** The server ended, or was silent too long, before it was ready. */
export class LaunchFailed extends Error {
  constructor(readonly log: string) {
    super('The server was not ready in time');
  }
}

const MAX_LOG = 10_000_000;
/**
 * Milliseconds since the last line in the log: a server that replays a long log after a crash writes one every ten
 * seconds.
 */
const SILENCE_LIMIT = 30_000;

/**
 * A failed statement is reported to its client, which logs the code: the server's own line would hold values of the
 * row or the statement. What concerns the server itself is logged at LOG or FATAL.
 */
const NO_DATA_IN_THE_LOG = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
};

/**
 * Starts the server and waits until it accepts connections. In a process group of its own: we handle Ctrl-C, in order.
 */
export async function launch({ postgres, dataDir, user, port, socketFolder, logFile }: Launch): Promise<ChildProcess> {
  if ((await sizeOf(logFile)) > MAX_LOG) await rename(logFile, `${logFile}.1`);
  await removeLeftSockets(dataDir);
  const log = await open(logFile, 'a', 0o600);
  const offset = await sizeOf(logFile);
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder,
    log_destination: 'stderr',
    logging_collector: 'off',
    timezone: 'UTC',
    ...NO_DATA_IN_THE_LOG,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', dataDir, ...args], {
    ...user,
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(''));
  });
  try {
    const complaint = await Promise.race([ended, untilReady(child, dataDir, logFile)]);
    if (complaint === undefined) return child;
    throw new LaunchFailed(complaint || (await tail(logFile, 12, offset)) || `no word in ${logFile}`);
  } finally {
    await log.close();
  }
}

/** Resolves when ready, or with a complaint when the time is over; the server writes its state to its pid file. */
async function untilReady(child: ChildProcess, dataDir: string, logFile: string): Promise<string | undefined> {
  let [size, heard] = [await sizeOf(logFile), Date.now()];
  while (child.exitCode === null && child.signalCode === null) {
    const found = await readPostmaster(dataDir);
    if (found?.pid === child.pid && found?.status === 'ready') return undefined;
    const now = await sizeOf(logFile);
    if (now !== size) [size, heard] = [now, Date.now()];
    if (Date.now() - heard > SILENCE_LIMIT) {
      if (child.pid) signal(child.pid, 'SIGKILL');
      return `no answer within ${SILENCE_LIMIT / 1000} s`;
    }
    await sleep(5);
  }
  return '';
}
