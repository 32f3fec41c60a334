// npm run bench -- [--only a,b] [--quick] [--json FILE] [--no-bars]
import { spawn } from 'node:child_process';
import { ensureBuilt } from './front-door/build.mjs';
import { complain, Problem, step } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { inRepository, REPOSITORY } from './front-door/repository.mjs';
import { run } from './front-door/run.mjs';

requireNode();
try {
  await ensureInstalled();
  await ensureBuilt();
  await step('编译基准测试 · Building the benchmarks', build);
  process.exitCode = await bench();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/** Not built by `npm start`: starting the system does not need the benchmarks. */
async function build() {
  const { ok, excerpt } = await run(
    process.execPath,
    [inRepository('node_modules/nx/dist/bin/nx.js'), 'run', 'bench:build', '--output-style=static'],
    { cwd: REPOSITORY, env: { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' } },
  );
  if (!ok) throw new Problem(`${excerpt}\n\n编译失败。The build failed: npx nx run bench:build`);
}

/** Ctrl-C reaches the child by itself; it removes its servers before it ends. */
function bench() {
  process.on('SIGINT', () => undefined).on('SIGTERM', () => child.kill('SIGTERM'));
  const child = spawn(process.execPath, [inRepository('bench/dist/main.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
