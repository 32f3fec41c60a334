import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The command prefix that pins a process to a core, where the machine supports it and has a second one. */
export const onCore = (core: number): readonly string[] =>
  cpus().length > 1 && spawnSync('taskset', ['-c', String(core), 'true']).status === 0
    ? ['taskset', '-c', String(core)]
    : [];
