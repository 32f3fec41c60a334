/** Runs Jest in a sandbox, in a process group of its own, so that a mutant that never ends can be ended. */
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { Problem } from '../front-door/console.mjs';

const JEST = 'node_modules/jest/bin/jest.js';
/** Milliseconds for a run, and for each suite of it: far more than a busy machine needs. */
const [BASE_MS, SUITE_MS] = [60_000, 30_000];

/**
 * @param {string} folder of the sandbox
 * @param {AbortSignal} signal ends what runs; nothing is begun any more
 */
export function jestIn(folder, signal) {
  const stopped = () => new Problem('已中断 · stopped');
  const endGroup = (child) => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const run = (args, limitMs) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) throw stopped();
      const child = spawn(
        process.execPath,
        [JEST, '--config', 'jest.config.mjs', '--cacheDirectory', '.jest-cache', ...args],
        { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } },
      );
      const end = () => endGroup(child);
      signal.addEventListener('abort', end);
      let output = '';
      let timedOut = false;
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => {
          output += text;
        });
      const timer = setTimeout(() => {
        timedOut = true;
        end();
      }, limitMs);
      child.once('error', reject).once('close', (exitCode) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        if (signal.aborted) reject(stopped());
        else resolve({ exitCode, output, timedOut });
      });
    });
  return {
    /** The suites, as paths from the root, that load a file, directly or not. */
    relatedTo: async (path) => {
      const { exitCode, output } = await run(
        ['--selectProjects', 'unit', '--listTests', '--findRelatedTests', path],
        BASE_MS,
      );
      if (exitCode !== 0) throw new Error(`Jest could not list the suites of ${path}:\n${output}`);
      return output
        .split('\n')
        .filter((line) => /\.(?:e2e-)?spec\.ts$/.test(line))
        .map((file) => relative(folder, file));
    },
    /**
     * Runs suites until the first fails.
     * @returns {Promise<{ failed?: string, says?: string }>} the suite that failed, and what of it
     */
    firstFailure: async (suites) => {
      const { exitCode, output, timedOut } = await run(
        ['--maxWorkers=2', '--bail', '--silent', '--runTestsByPath', ...suites],
        BASE_MS + SUITE_MS * suites.length,
      );
      if (timedOut) return { says: 'did not end' };
      if (exitCode === 0) return {};
      // its report as JSON is not written when it ends with the first failure
      const failed = /^FAIL (?:unit |system )?(\S+\.ts)/m.exec(output)?.[1];
      return { failed, says: /^ {2}● (.+)$/m.exec(output)?.[1] ?? `Jest ended with ${exitCode}` };
    },
  };
}
