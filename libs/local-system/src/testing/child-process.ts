import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** Node runs our TypeScript sources: suites that kill a process need one, and must not depend on an earlier build. */
const READ_TYPESCRIPT =
  `
  const swc = require('@swc/core');
  require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file, {
    swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } ` +
  `}).code, file);
`;
const SOURCES = path.resolve(__dirname, '..');

/** Runs a script whose `load('./postgres/start-postgres')` finds our sources; returns at its first line on stdout. */
export function runInChild(script: string): { child: ChildProcess; firstLine: Promise<string> } {
  const code =
    `${READ_TYPESCRIPT} const load = (file) => ` +
    `require(require('node:path').join(${JSON.stringify(SOURCES)}, file)); (async () => { ${script} })()`;
  const child = spawn(process.execPath, ['-e', code], { cwd: SOURCES, stdio: ['ignore', 'pipe', 'inherit'] });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()));
    child.once('exit', (code_) => reject(new Error(`The child ended with ${code_} before it said anything`)));
  });
  return { child, firstLine };
}

export const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
