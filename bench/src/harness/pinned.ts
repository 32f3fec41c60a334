import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The words that keep a process on one core, where the machine can do that and has a second one. */
export const onCore = (core: number): readonly string[] =>
  cpus().length > 1 && spawnSync('taskset', ['-c', String(core), 'true']).status === 0
    ? ['taskset', '-c', String(core)]
    : [];
