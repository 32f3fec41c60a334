import path from 'node:path';
import { localIssuerFile, openLocalIssuer, refuseLocalIssuerOutsideRehearsal } from './local-issuer';
import type { Say } from './local-system-error';
import { portTaken } from './postgres/start-failure';
import { makeFolder } from './process/files';
import { claimOwnership } from './process/owner-file';
import { freePort, isPortFree } from './process/ports';
import { MIGRATE, prepareDatabase, type DatabaseUrls } from './system/database';
import { appEnvironment } from './system/environment';
import { throwIfStopped, untilReady } from './system/ready';
import { stopLeftover, SupervisedApp } from './system/supervised-app';
import { SupervisedPostgres } from './system/supervised-postgres';

export type PartName = 'api' | 'projector' | 'postgres';

export interface SystemOptions {
  readonly dataDir: string;
  /** Wanted port of the api; when absent 3000 if that is free, else any free one. */
  readonly apiPort?: number;
  readonly postgresPort?: number;
  readonly host?: string;
  /** Added to the children's environment; these values win. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onStep?: Say;
  /** Restarts what dies (default). Off: `exited` names what died first. */
  readonly supervise?: boolean;
  readonly logDir?: string;
  /** Aborts a start under way; what has started is stopped again. */
  readonly signal?: AbortSignal;
  /** Other main files than the built ones of apps/, for tests. */
  readonly mains?: Readonly<Record<'api' | 'projector' | 'migrate', string>>;
}

export type SystemExit = { readonly reason: 'stopped' } | { readonly reason: 'died'; readonly name: string };

export interface RunningSystem {
  readonly url: string;
  readonly dataDir: string;
  /** The superuser's address of the database: for looking at it from outside. */
  readonly postgresUrl: string;
  /** The addresses of the roles that the programs run as. */
  readonly databaseUrls: DatabaseUrls;
  readonly issuerFile: string;
  pids(): Readonly<Record<PartName, number | undefined>>;
  /** SIGKILL, as a fault test needs it. */
  kill(name: PartName): void;
  /** Stops the projector, the api and the server, in this order. */
  stop(): Promise<void>;
  readonly exited: Promise<SystemExit>;
}

const REPOSITORY = path.resolve(__dirname, '../../..');
const BUILT = {
  api: path.join(REPOSITORY, 'apps/api/dist/main.js'),
  projector: path.join(REPOSITORY, 'apps/projector/dist/main.js'),
  migrate: MIGRATE,
};
const USUAL_PORT = 3000;

/** Starts the whole system in a data folder, waits until it is ready and keeps it running until `stop`. */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const {
    host = '127.0.0.1',
    supervise = true,
    onStep: say = () => undefined,
    env = {},
    mains = BUILT,
    signal,
  } = options;
  refuseLocalIssuerOutsideRehearsal({ ...process.env, ...env });
  const dataDir = path.resolve(options.dataDir);
  const logDir = options.logDir ?? path.join(dataDir, 'logs');
  await makeFolder(dataDir, 0o755);
  await makeFolder(logDir, 0o700);
  const ownership = await claimOwnership(path.join(dataDir, 'owner.json'));

  let report: (exit: SystemExit) => void = () => undefined;
  const exited = new Promise<SystemExit>((resolve) => (report = resolve));
  const supervision = { restart: supervise, say, onLost: (name: string) => report({ reason: 'died', name }) };
  const started: { stop(): Promise<void> }[] = [];
  const stopAll = async (): Promise<void> => {
    for (const part of started.toReversed()) await part.stop();
    await ownership.release();
    report({ reason: 'stopped' });
  };

  try {
    const files = { api: filesOf('api'), projector: filesOf('projector') };
    for (const name of ['projector', 'api'] as const)
      await stopLeftover({ main: mains[name], dataDir, pidFile: files[name].pidFile });
    const port = await choosePort(options.apiPort, host);
    await openLocalIssuer(dataDir);

    say('启动 PostgreSQL · starting PostgreSQL');
    const postgres = await SupervisedPostgres.start(
      {
        dataDir: path.join(dataDir, 'postgres'),
        onStep: say,
        ...(options.postgresPort !== undefined && { port: options.postgresPort }),
      },
      supervision,
    );
    started.push(postgres);
    if (postgres.adopted) say('接管仍在运行的 PostgreSQL · took over the server that was still running');
    throwIfStopped(signal);

    const databaseUrls = await prepareDatabase(postgres, { dataDir, main: mains.migrate, env, say, signal });
    throwIfStopped(signal);

    say('启动 api 与 projector · starting api and projector');
    const settings = { dataDir, issuerFile: localIssuerFile(dataDir), host };
    const app = (name: 'api' | 'projector', environment: NodeJS.ProcessEnv): SupervisedApp =>
      new SupervisedApp({ name, main: mains[name], dataDir, environment, ...files[name], ...supervision });
    const api = app('api', appEnvironment({ ...settings, databaseUrl: databaseUrls.api, port }, env));
    const projector = app('projector', appEnvironment({ ...settings, databaseUrl: databaseUrls.projector }, env));
    started.push(api, projector);
    await Promise.all([api.start(), projector.start()]);

    const url = `http://${addressOf(host)}:${port}`;
    await untilReady(
      url,
      () => [
        { name: 'api', deaths: api.deaths, ...files.api },
        { name: 'projector', deaths: projector.deaths, ...files.projector },
      ],
      signal,
    );
    await ownership.announce(url);
    const parts = { api, projector, postgres };
    return {
      url,
      dataDir,
      postgresUrl: postgres.url(),
      databaseUrls,
      issuerFile: settings.issuerFile,
      exited,
      stop: once(stopAll),
      pids: () => ({ api: api.pid, projector: projector.pid, postgres: postgres.pid }),
      kill: (name) => parts[name].kill(),
    };
  } catch (error) {
    await stopAll();
    throw error;
  }

  function filesOf(name: string): { logFile: string; pidFile: string } {
    return { logFile: path.join(logDir, `${name}.log`), pidFile: path.join(dataDir, `${name}.pid`) };
  }
}

async function choosePort(wished: number | undefined, host: string): Promise<number> {
  const port = wished ?? USUAL_PORT;
  if (port !== 0 && (await isPortFree(port, host))) return port;
  if (wished) throw portTaken(wished);
  return freePort(host);
}

/** What a browser on this machine can open. */
const addressOf = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** A second call waits for the first. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
