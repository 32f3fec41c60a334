import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  localIssuerFile,
  openLocalIssuer,
  prepareDatabase,
  REHEARSAL_LIMITS,
  startPostgres,
  type DatabaseUrls,
  type RunningPostgres,
} from '@minsheng/local-system';
import { Api, People } from '@minsheng/rehearsal';
import { LIST, lookerAt, REGION, type Observed } from '../../support/rehearsal';
import { App } from './app';
import { FaultProxy } from './fault-proxy';
import { freePort } from './free-port';

export interface Opening {
  readonly dataDir: string;
  /** Added to the environment of api and projector. */
  readonly env?: Readonly<Record<string, string>>;
}

const READY_MS = 45_000;
/** Long enough for every process to have received its stop signal. */
const STOPPED_MS = 20;

/** Signals a process that may have ended meanwhile. */
const sendTo = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Linux only, as loop mounts are. */
const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]) === parent;
      } catch {
        return false;
      }
    });

/** The user's PG* settings must not reach the driver, nor their PORT the projector. */
const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^PG[A-Z]/.test(name) && name !== 'PORT'));

/** By the proxy's port instead of the server's socket. */
const through = (proxy: FaultProxy, address: string): string => {
  const url = new URL(address);
  url.searchParams.delete('host');
  url.port = String(proxy.port);
  return url.href;
};

/**
 * PostgreSQL, api and projector, each controlled by the test; api and projector reach the server through a fault proxy.
 */
export class SystemUnderTest implements Observed {
  static async open({ dataDir, env = {} }: Opening): Promise<SystemUnderTest> {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    const issuer = await openLocalIssuer(dataDir);
    const server = await startPostgres({ dataDir: path.join(dataDir, 'postgres') });
    const proxy = await FaultProxy.before(server.port);
    const port = await freePort();
    const databaseUrls = await prepareDatabase(server, { dataDir, env });
    const environment = {
      ...ownEnvironment(),
      DATA_DIR: dataDir,
      REHEARSAL: '1',
      LOCAL_ISSUER_FILE: localIssuerFile(dataDir),
      HOST: '127.0.0.1',
      RATE_LIMITS: REHEARSAL_LIMITS,
      ...env,
    };
    const it = new SystemUnderTest(
      server,
      proxy,
      dataDir,
      { environment: { ...environment, PORT: String(port) }, databaseUrls },
      new People(issuer, REGION, LIST),
    );
    it.apiProcess.start();
    it.projectorProcess.start();
    it.firstStart = await it.ready();
    return it;
  }

  readonly system: Observed['system'];
  readonly api: Api;
  readonly look: Observed['look'];
  readonly apiProcess: App;
  readonly projectorProcess: App;
  private readonly others: App[] = [];
  /** Milliseconds of the undisturbed first start: the yardstick for restarts on a slow or busy machine. */
  firstStart = 0;
  private ended = false;

  private constructor(
    private server: RunningPostgres,
    readonly proxy: FaultProxy,
    private readonly dataDir: string,
    private readonly apps: { readonly environment: NodeJS.ProcessEnv; readonly databaseUrls: DatabaseUrls },
    readonly people: People,
  ) {
    const { environment, databaseUrls } = apps;
    this.system = { url: `http://127.0.0.1:${environment.PORT}`, postgresUrl: server.url(), databaseUrls };
    this.api = new Api(this.system.url);
    this.look = lookerAt(server.url());
    this.apiProcess = this.app('api');
    this.projectorProcess = this.app('projector');
  }

  get postmaster(): number {
    return this.server.pid;
  }
  /** The superuser's address through the proxy. */
  get proxied(): string {
    return through(this.proxy, this.server.url());
  }
  logOf(name: 'api' | 'projector'): string {
    return path.join(this.dataDir, `${name}.log`);
  }
  readonly urlOf = (database: string): string => this.server.url(database);

  get otherProjectors(): readonly App[] {
    return this.others;
  }

  /** Starts one more projector on the same database. */
  anotherProjector(): void {
    const app = this.app('projector');
    this.others.push(app);
    app.start();
  }

  async endOtherProjectors(): Promise<void> {
    await Promise.all(this.others.splice(0).map((app) => app.end()));
  }

  /** Restarts the server on its port if it has ended. */
  async startPostgresAgain(): Promise<void> {
    await this.server.exited;
    if (!this.ended)
      this.server = await startPostgres({ dataDir: path.join(this.dataDir, 'postgres'), port: this.server.port });
  }

  /** Waits until the api is ready; returns milliseconds. @throws when that takes too long */
  async ready(): Promise<number> {
    const begin = performance.now();
    while (!this.ended) {
      const answer = await fetch(`${this.system.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
        () => undefined,
      );
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.status === 200) return performance.now() - begin;
      if (performance.now() - begin > READY_MS)
        throw new Error(`The system was not ready within ${READY_MS / 1_000} s: ${this.lastWords()}`);
      await pause(20);
    }
    throw new Error('The system was ended while it started');
  }

  startApps(): void {
    for (const app of [this.apiProcess, this.projectorProcess, ...this.others]) app.start();
  }

  /**
   * Stops every process including the server's children, does something meanwhile, and kills them. Blocks: nothing is
   * received either.
   */
  killFrozen(meanwhile: () => void): void {
    const apps = [this.apiProcess, this.projectorProcess, ...this.others].flatMap(({ pid, lives }) =>
      lives && pid ? [pid] : [],
    );
    const all = [...apps, this.server.pid, ...childrenOf(this.server.pid)];
    for (const pid of all) sendTo(pid, 'SIGSTOP');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STOPPED_MS);
    meanwhile();
    for (const pid of all) sendTo(pid, 'SIGKILL');
  }

  /** Resolves when every process has ended. */
  async allGone(): Promise<void> {
    await Promise.all([
      this.server.exited,
      ...[this.apiProcess, this.projectorProcess, ...this.others].map((app) => app.end()),
    ]);
  }

  /** Ends every process with kill -9, and the server unless spared: no process cleans up. */
  async killAll({ server = true } = {}): Promise<void> {
    const apps = [this.apiProcess, this.projectorProcess, ...this.others];
    for (const app of apps) app.signal('SIGKILL');
    if (server) sendTo(this.server.pid, 'SIGKILL');
    await Promise.all(apps.map((app) => app.end()));
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all([this.apiProcess, this.projectorProcess, ...this.others].map((app) => app.end()));
    await this.server.stop();
    await this.proxy.close();
  }

  /** The end of both logs: if they did not start, the reason is there. */
  private lastWords(): string {
    return (['api', 'projector'] as const)
      .map((name) => `${name}: ${readFileSync(this.logOf(name), 'utf8').trim().slice(-500)}`)
      .join('\n');
  }

  private app(name: 'api' | 'projector'): App {
    const { environment, databaseUrls } = this.apps;
    const address = through(this.proxy, databaseUrls[name]);
    return new App({ name, environment: { ...environment, DATABASE_URL: address }, logFile: this.logOf(name) });
  }
}
