import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Answer, Question } from './helper';

/** A helper process. */
export interface Hired {
  readonly pid: number;
  ask<Result>(task: string, input?: unknown): Promise<Result>;
  /** Closes what it opened and waits until it has ended. */
  dismiss(): Promise<void>;
  /** SIGKILL, as a fault. */
  kill(): Promise<void>;
}

export interface Hiring {
  /** Prefix of the command, such as `taskset -c 0`. */
  readonly before?: readonly string[];
}

const children = new Set<ChildProcess>();
let interrupted = false;

/** For an interrupted run: every request is rejected from now on, so that callers clean up. */
export function killAllHired(): void {
  interrupted = true;
  children.forEach((child) => child.kill('SIGKILL'));
}

/**
 * Starts a process that opens a module of this folder (`contestants/ours`) with these options. Rejects if that fails.
 */
export async function hire(module: string, options: unknown, { before = [] }: Hiring = {}): Promise<Hired> {
  if (interrupted) throw new Error('Interrupted');
  const [command, ...args] = [
    ...before,
    process.execPath,
    path.join(__dirname, 'helper.js'),
    module,
    JSON.stringify(options),
  ];
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  children.add(child);
  const gone = untilGone(child).finally(() => children.delete(child));
  child.on('message', (answer: Answer) => {
    const pending = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) pending?.reject(new Error(`${module}: ${answer.error}`));
    else pending?.resolve(answer.result);
  });
  void gone.then(() =>
    waiting.forEach(({ reject }) => reject(new Error(`The process of ${module} ended before it answered`))),
  );
  const answerTo = <Result>(id: number): Promise<Result> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve: resolve as (result: unknown) => void, reject }));
  await answerTo(0);
  let questions = 0;
  return {
    pid: child.pid!,
    ask<Result>(task: string, input?: unknown) {
      // it could never answer
      if (!child.connected) return Promise.reject(new Error(`The process of ${module} has ended`));
      const id = (questions += 1);
      const answer = answerTo<Result>(id);
      child.send({ id, task, input } satisfies Question);
      return answer;
    },
    dismiss() {
      if (child.connected) child.disconnect();
      return gone;
    },
    kill() {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/** A helper process for one piece of work. */
export async function withHired<Result>(
  module: string,
  options: unknown,
  work: (helper: Hired) => Promise<Result>,
): Promise<Result> {
  const helper = await hire(module, options);
  try {
    return await work(helper);
  } finally {
    await helper.dismiss();
  }
}

const untilGone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
