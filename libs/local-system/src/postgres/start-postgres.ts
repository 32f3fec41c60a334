import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../local-system-error';
import { freePort, isPortFree } from '../process/ports';
import { isAlive } from '../process/processes';
import { ensureDatabase, urlOf } from './connect';
import { placeDataFolder } from './data-folder';
import { hasCluster, initCluster } from './init-cluster';
import { launch, LaunchFailed, type Launch } from './launch';
import { passwordFor } from './password';
import { findBinaries } from './platform-binaries';
import { findRunningServer, stopServer } from './running-server';
import { giveTo } from './server-user';
import { explain, isPortTaken, passesByItself, portTaken } from './start-failure';

/** The database that the ledger lives in. */
export const DATABASE = 'minsheng';

export interface PostgresOptions {
  /** The cluster's folder. Password, log and pointer lie beside it: `<dataDir>.password`, `postgres.log`, `<dataDir>.elsewhere`. */
  readonly dataDir: string;
  /** Wanted port; a free one when absent. */
  readonly port?: number;
  /** Log file of the server; `postgres.log` beside the folder when absent. */
  readonly log?: string;
  readonly onStep?: Say;
}

export interface RunningPostgres {
  url(database?: string): string;
  readonly port: number;
  readonly pid: number;
  /** True when the server outlived an earlier parent and was taken over. */
  readonly adopted: boolean;
  /** Where the cluster really lies: see `placeDataFolder`. */
  readonly dataDir: string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that npm brought along, or takes over the one that still runs on this folder. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const wished = path.resolve(options.dataDir);
  const say = options.onStep ?? (() => undefined);
  const { dataDir, user, remember } = await placeDataFolder(wished, say);
  const binaries = await findBinaries(user, say);
  const isFirstStart = !(await hasCluster(dataDir, binaries.major));
  const password = await passwordFor(`${wished}.password`, isFirstStart);
  const logFile = options.log ?? path.join(path.dirname(wished), 'postgres.log');

  if (!isFirstStart) {
    const running = await findRunningServer(dataDir, password);
    if (running && (options.port === undefined || options.port === running.port)) {
      await ensureDatabase({ port: running.port, password }, DATABASE);
      return handle({ port: running.port, password }, running.pid, dataDir, untilGone(running.pid), true);
    }
    if (running) await stopServer(running.pid); // another port was asked for
  } else {
    say('创建数据库 · creating the database');
    await initCluster({ dataDir, user, binaries, password });
  }
  await remember();
  await giveTo(dataDir, user);
  if (options.port !== undefined && !(await isPortFree(options.port, '127.0.0.1'))) throw portTaken(options.port);
  const { child, port } = await launchPatiently({ postgres: binaries.postgres, dataDir, user, logFile }, options.port);
  const exited = new Promise<void>((resolve) => void (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));
  const server = handle({ port, password }, child.pid as number, dataDir, exited, false);
  await ensureDatabase({ port, password }, DATABASE).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return server;
}

/** Tries again what passes by itself: orphans of a killed server that let go of its memory, a free port snatched away. */
async function launchPatiently(plan: Omit<Launch, 'port'>, wishedPort: number | undefined): Promise<{ child: ChildProcess; port: number }> {
  const end = Date.now() + 30_000;
  for (;;) {
    const port = wishedPort ?? (await freePort('127.0.0.1'));
    try {
      return { child: await launch({ ...plan, port }), port };
    } catch (error) {
      if (!(error instanceof LaunchFailed)) throw error;
      const worthAnotherTry = passesByItself(error.log) || (wishedPort === undefined && isPortTaken(error.log));
      if (!worthAnotherTry || Date.now() > end) throw explain(error.log);
      await sleep(100);
    }
  }
}

function handle(access: { port: number; password: string }, pid: number, dataDir: string, exited: Promise<void>, adopted: boolean): RunningPostgres {
  return { url: (database = DATABASE) => urlOf(access, database), port: access.port, pid, adopted, dataDir, exited, stop: () => stopServer(pid) };
}

/** An adopted server is nobody's child here: we can only look. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(200, undefined, { ref: false });
}
