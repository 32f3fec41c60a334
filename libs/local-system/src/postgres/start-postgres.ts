import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../local-system-error';
import { makeFolder } from '../process/files';
import { inTurn } from '../process/owner-file';
import { freePort, isPortFree } from '../process/ports';
import { isAlive } from '../process/processes';
import { createDatabase, ensureDatabase, urlOf, type Login } from './connect';
import { placeDataFolder, refuseForeignFolder } from './data-folder';
import { hasCluster, initCluster } from './init-cluster';
import { launch, LaunchFailed, type Launch } from './launch';
import { passwordFor, SUPERUSER } from './password';
import { findBinaries } from './platform-binaries';
import { findRunningServer, stopServer, type Postmaster } from './running-server';
import { giveTo } from './server-user';
import { cannotHoldSocket, socketFolderFor } from './socket-folder';
import { explain, isPortTaken, passesByItself, portTaken } from './start-failure';

/** The ledger's database. */
export const DATABASE = 'minsheng';

export interface PostgresOptions {
  /**
   * The cluster's folder. Password, log and pointer are next to it: `<dataDir>.password`, `postgres.log`,
   * `<dataDir>.elsewhere`.
   */
  readonly dataDir: string;
  /** Wanted port; a free one when absent. */
  readonly port?: number;
  /** Log file of the server; `postgres.log` next to the folder when absent. */
  readonly log?: string;
  readonly onStep?: Say;
}

export interface RunningPostgres {
  /** The superuser's address: for making roles and databases; programs run as `login`. */
  url(database?: string, login?: Login): string;
  readonly port: number;
  readonly pid: number;
  /** True when the server outlived an earlier parent and was taken over. */
  readonly adopted: boolean;
  /** Where the cluster really is: see `placeDataFolder`. */
  readonly dataDir: string;
  /** Resolves when the server has ended, for any reason. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL from npm, or takes over the one that still runs on this folder. Of several callers one starts
 * it; the others wait and take it over.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const wished = path.resolve(options.dataDir);
  const say = options.onStep ?? (() => undefined);
  await makeFolder(path.dirname(wished), 0o755);
  await refuseForeignFolder(wished);
  return inTurn(
    `${wished}.starting`,
    () => startOrAdopt(wished, options, say),
    ({ pid }) => say(`进程 ${pid} 正在启动数据库，等待中 · waiting for process ${pid}, which is starting the database`),
  );
}

async function startOrAdopt(wished: string, options: PostgresOptions, say: Say): Promise<RunningPostgres> {
  const { dataDir, user, remember } = await placeDataFolder(wished, say);
  const binaries = await findBinaries(user, say);
  const isFirstStart = !(await hasCluster(dataDir, binaries.major));
  const password = await passwordFor(`${wished}.password`, isFirstStart);
  const logFile = options.log ?? path.join(path.dirname(wished), 'postgres.log');
  if (isFirstStart) {
    say('创建数据库 · creating the database');
    await initCluster({ dataDir, user, binaries, password });
  }
  await remember();
  await giveTo(dataDir, user);
  const server = await adoptOrLaunch({ postgres: binaries.postgres, dataDir, user, logFile }, password, options.port);
  const database = isFirstStart ? createDatabase : ensureDatabase;
  await database({ port: server.port, password }, DATABASE).catch(async (error: unknown) => {
    if (!server.adopted) await server.stop();
    throw error;
  });
  return server;
}

/**
 * Looks for a running server before each attempt: one whose parent was killed during its start may only be visible now.
 * Retries transient failures: orphans of a killed server that still hold its memory, a free port taken by another
 * process.
 */
async function adoptOrLaunch(
  plan: Omit<Launch, 'port' | 'socketFolder'>,
  password: string,
  wishedPort: number | undefined,
): Promise<RunningPostgres> {
  const end = Date.now() + 30_000;
  let socketFolder = socketFolderFor(plan.dataDir);
  for (;;) {
    const running = await findRunningServer(plan.dataDir, password);
    if (running && (wishedPort === undefined || wishedPort === running.port))
      return handle(running, password, plan.dataDir, untilGone(running.pid), true);
    if (running) await stopServer(running.pid); // another port is wanted
    if (wishedPort !== undefined && !(await isPortFree(wishedPort, '127.0.0.1'))) throw portTaken(wishedPort);
    const port = wishedPort ?? (await freePort('127.0.0.1'));
    try {
      const child = await launch({ ...plan, port, socketFolder });
      return handle({ pid: child.pid as number, port, socketFolder }, password, plan.dataDir, untilExit(child), false);
    } catch (error) {
      if (!(error instanceof LaunchFailed)) throw error;
      if (socketFolder && cannotHoldSocket(error.log)) {
        socketFolder = '';
        continue;
      }
      const worthAnotherTry = passesByItself(error.log) || (wishedPort === undefined && isPortTaken(error.log));
      if (!worthAnotherTry || Date.now() > end) throw explain(error.log);
      await sleep(100);
    }
  }
}

function handle(
  { pid, port, socketFolder }: Omit<Postmaster, 'status'>,
  password: string,
  dataDir: string,
  exited: Promise<void>,
  adopted: boolean,
): RunningPostgres {
  return {
    url: (database = DATABASE, login = { user: SUPERUSER, password }) => urlOf({ port, socketFolder }, login, database),
    port,
    pid,
    adopted,
    dataDir,
    exited,
    stop: () => stopServer(pid),
  };
}

const untilExit = (child: ChildProcess): Promise<void> =>
  new Promise(
    (resolve) =>
      void (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()),
  );

/** An adopted server is not our child: we can only poll. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(200, undefined, { ref: false });
}
