import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const [FIRST_LINES, LAST_LINES] = [15, 25];
const running = new Set();

/** Passes a signal on to the foreground processes. */
export const stopForeground = (signal) => {
  for (const child of running) child.kill(signal);
};

/**
 * Runs a program to its end. Keeps its output in case it fails; with `loud` it is shown at once.
 * @returns {Promise<{ok: boolean, excerpt: string}>}
 */
export function run(command, args, { cwd, env = {}, loud = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: loud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    running.add(child);
    const end = (ok) => {
      running.delete(child);
      resolve({ ok, excerpt: excerptOf(output) });
    };
    child.once('error', (error) => {
      keep(error.message);
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** Some tools name the cause first and then explain at length, others end with it. */
function excerptOf(output) {
  const lines = stripVTControlCharacters(output)
    .trim()
    .split('\n')
    .map((line) => `  | ${line}`);
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n');
  return [...lines.slice(0, FIRST_LINES), '  | …', ...lines.slice(-LAST_LINES)].join('\n');
}
