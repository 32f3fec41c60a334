import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

export interface AppPlan {
  readonly name: 'api' | 'projector';
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** How a process ended: exit code or signal. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const mainOf = (name: AppPlan['name']): string => path.resolve(__dirname, '../../../apps', name, 'dist/main.js');

/** One of our Node processes, started and ended by the test alone: a supervisor would blur every measurement. */
export class App {
  private child?: ChildProcess;
  private ending: Promise<Ending> = Promise.resolve({ code: null, signal: null });

  constructor(private readonly plan: AppPlan) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }
  get lives(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  start(): void {
    const log = openSync(this.plan.logFile, 'a', 0o600);
    // A process group of its own, so that Ctrl-C reaches only us; when the channel closes, we are dead and it exits.
    const child = spawn(process.execPath, [mainOf(this.plan.name)], {
      env: this.plan.environment,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.child = child;
    this.ending = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.once('error', () => resolve({ code: null, signal: null }));
    });
  }

  /** Sends a signal without waiting. */
  signal(name: NodeJS.Signals): void {
    if (this.lives) this.child?.kill(name);
  }

  /** Sends a signal and waits for the end. */
  async end(name: NodeJS.Signals = 'SIGKILL'): Promise<Ending> {
    this.signal(name);
    return this.ending;
  }
}
