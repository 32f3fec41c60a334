import { rm } from 'node:fs/promises';
import path from 'node:path';
import { makeTemporaryFolder, type RunningPostgres } from '@minsheng/local-system';
import type { Result } from './figures/figure';
import { killAllHired } from './harness/hire';
import { lookAtMachine, type Machine } from './harness/machine';
import { withServer } from './harness/servers';
import { parts } from './parts';

export interface RunOptions {
  /** Names of the wanted parts; all when empty. */
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly say: (text: string) => void;
  /** Ends the run: servers and folders are removed, then it rejects. */
  readonly signal: AbortSignal;
}

/** Everything known of a run; what is printed, drawn and written comes from here alone. */
export interface Run {
  readonly startedAt: string;
  readonly quick: boolean;
  readonly machine: Machine;
  readonly seconds: number;
  readonly results: readonly Result[];
}

/**
 * Runs the parts one after the other, each on its own PostgreSQL in a temporary folder. @throws RangeError for an
 * unknown part
 */
export async function run({ only, quick, say, signal }: RunOptions): Promise<Run> {
  const unknown = only.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new RangeError(`没有这一项 There is no part called ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);
  const { folder, remove } = await makeTemporaryFolder('bench');
  signal.addEventListener('abort', killAllHired);
  const begin = Date.now();
  try {
    const results: Result[] = [];
    const machine = await ofItsOwn(folder, 'machine', (server) =>
      lookAtMachine(server.url(), path.dirname(server.dataDir)),
    );
    for (const name of Object.keys(parts).filter((part) => only.length === 0 || only.includes(part))) {
      const progress = (text: string) => say(`${name}: ${text}`);
      progress('开始 · begins');
      results.push(
        await ofItsOwn(folder, name, (server) =>
          parts[name]({
            server,
            folder,
            quick,
            rounds: quick ? 1 : 5,
            milliseconds: quick ? 300 : 2_000,
            say: progress,
          }),
        ),
      );
      signal.throwIfAborted();
    }
    return {
      startedAt: new Date(begin).toISOString(),
      quick,
      machine,
      seconds: Math.round((Date.now() - begin) / 1_000),
      results,
    };
  } finally {
    await remove();
  }
}

/**
 * A server for one part, removed with its data before the next begins: otherwise its remaining vacuum and checkpoint
 * work would cost the others time.
 */
async function ofItsOwn<T>(folder: string, part: string, work: (server: RunningPostgres) => Promise<T>): Promise<T> {
  const name = `of-${part}`;
  const result = await withServer(folder, name, {}, work);
  await rm(path.join(folder, name), { recursive: true });
  return result;
}
