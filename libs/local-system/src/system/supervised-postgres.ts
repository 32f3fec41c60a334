import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../local-system-error';
import { startPostgres, type PostgresOptions, type RunningPostgres } from '../postgres/start-postgres';
import { signal } from '../process/processes';
import { Backoff } from './backoff';

export interface Supervision {
  readonly restart: boolean;
  readonly say: Say;
  readonly onLost: (name: string) => void;
}

/** The server, restarted on the same port when it dies unexpectedly: its clients hold its URL. */
export class SupervisedPostgres {
  private readonly backoff = new Backoff();
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;

  private constructor(
    private server: RunningPostgres,
    private readonly options: PostgresOptions,
    private readonly supervision: Supervision,
  ) {
    this.watching = this.watch();
  }

  static async start(options: PostgresOptions, supervision: Supervision): Promise<SupervisedPostgres> {
    return new SupervisedPostgres(await startPostgres(options), options, supervision);
  }

  get pid(): number {
    return this.server.pid;
  }

  /** See `RunningPostgres`. */
  readonly url: RunningPostgres['url'] = (...of) => this.server.url(...of);

  get adopted(): boolean {
    return this.server.adopted;
  }

  kill(): void {
    signal(this.server.pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.server.stop();
    await this.watching; // a restart may have been under way
    await this.server.stop();
  }

  private async watch(): Promise<void> {
    const { restart, say, onLost } = this.supervision;
    for (;;) {
      await this.server.exited;
      if (this.stopping.signal.aborted) return;
      say(`PostgreSQL 意外退出 · died${restart ? ', restarting' : ''}`);
      if (!restart) return onLost('postgres');
      await this.startAgain();
      if (this.stopping.signal.aborted) return; // `stop` waits for us and then stops what we started
    }
  }

  private async startAgain(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await sleep(this.backoff.next(), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) return;
      try {
        this.server = await startPostgres({ ...this.options, port: this.server.port });
        this.backoff.started();
        return;
      } catch (error) {
        this.supervision.say((error as Error).message);
      }
    }
  }
}
