import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The repository. The guards are scripts of it and run as their own processes, as for every user. */
export const root = join(__dirname, '..', '..');

/** Runs one of the repository's scripts; returns its exit code and output. */
export function runScript(...args: readonly string[]): { readonly exitCode: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === null) throw new Error(stderr);
  return { exitCode: status, output: stdout || stderr };
}
