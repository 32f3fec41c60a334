import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from '../local-system-error';
import { readIfThere, sizeOf, writeAtomically } from '../process/files';
import { commandLineOf, isSameProcessAlive, markOf, signal, stopProcess, type ProcessMark } from '../process/processes';
import { Backoff } from './backoff';

/** How to run one of our Node processes. */
export interface AppPlan {
  readonly name: 'api' | 'projector';
  /** The compiled main file. */
  readonly main: string;
  /** Also identifies a left-over process as ours. */
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly pidFile: string;
  readonly restart: boolean;
  readonly say: Say;
  /** Called at an unexpected death when `restart` is off. */
  readonly onLost: (name: string) => void;
}

const TIMEOUT_MS = 10_000;
const MAX_LOG = 10_000_000;

/** One of our Node processes, restarted when it dies unexpectedly. */
export class SupervisedApp {
  /** Unexpected deaths so far. */
  deaths = 0;
  private child?: ChildProcess;
  private readonly backoff = new Backoff();
  private readonly stopping = new AbortController();
  private restarting: Promise<void> = Promise.resolve();

  constructor(private readonly plan: AppPlan) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async start(): Promise<void> {
    const { plan } = this;
    if ((await sizeOf(plan.logFile)) > MAX_LOG) await rename(plan.logFile, `${plan.logFile}.1`);
    const log = await open(plan.logFile, 'a', 0o600);
    try {
      // A process group of its own: Ctrl-C reaches only us, and we stop things in order. The child learns of our death
      // by the IPC channel only: it exits on 'disconnect'.
      const child = spawn(process.execPath, [plan.main, `--data-dir=${plan.dataDir}`], {
        env: plan.environment,
        detached: true,
        stdio: ['ignore', log.fd, log.fd, 'ipc'],
      });
      this.child = child;
      this.backoff.started();
      child.once('exit', (code, name) => this.onExit(name ?? `exit code ${code}`));
      child.once('error', (error) => this.onExit(error.message));
      if (child.pid) await writeAtomically(plan.pidFile, JSON.stringify(markOf(child.pid)));
    } finally {
      await log.close();
    }
  }

  kill(): void {
    if (this.pid) signal(this.pid, 'SIGKILL');
  }

  /** Asks it to finish; kills it after ten seconds. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.restarting;
    if (this.child?.pid && this.child.exitCode === null && this.child.signalCode === null)
      await stopProcess(this.child.pid, 'SIGTERM', TIMEOUT_MS, 'SIGKILL');
  }

  private onExit(how: string): void {
    if (this.stopping.signal.aborted) return;
    const { name, restart, say, onLost } = this.plan;
    this.deaths += 1;
    say(`${name} 意外退出（${how}）· died${restart ? ', restarting' : ''}`);
    if (restart) this.restarting = this.startAgain();
    else onLost(name);
  }

  private async startAgain(): Promise<void> {
    const waited = await sleep(this.backoff.next(), true, { signal: this.stopping.signal }).catch(() => false);
    if (waited) await this.start().catch((error: Error) => this.onExit(error.message)); // a full disk: try again later
  }
}

/**
 * Stops what an earlier supervisor left behind: a process with the recorded pid that runs our file on our data folder.
 */
export async function stopLeftover({
  main,
  dataDir,
  pidFile,
}: Pick<AppPlan, 'main' | 'dataDir' | 'pidFile'>): Promise<void> {
  const text = await readIfThere(pidFile);
  if (!text) return;
  const mark = JSON.parse(text) as ProcessMark;
  const words = isSameProcessAlive(mark) ? commandLineOf(mark.pid) : undefined;
  if (words?.includes(main) && words.includes(`--data-dir=${dataDir}`))
    await stopProcess(mark.pid, 'SIGTERM', 3_000, 'SIGKILL');
}
