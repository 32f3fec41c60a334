// npm run mutate -- --lot N [--seed S]: breaks the product in N places drawn by the seed, one at a time, and says which
// of them a suite notices.
// Stryker does not fit: it draws no sample, and begins by running every suite.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './front-door/build.mjs';
import { complain, Problem, say, step } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { asTyped, inRepository, REPOSITORY } from './front-door/repository.mjs';
import { drawMutants } from './mutate/draw.mjs';
import { jestIn } from './mutate/jest.mjs';
import { makeSandbox } from './mutate/sandbox.mjs';
import { verdictsIn } from './mutate/verdict.mjs';

const USAGE = `npm run mutate -- --lot N [--seed S]   改坏 N 处，看测试是否发现 · breaks N places; does a suite notice?
  --lot N       改多少处 · how many places
  --seed S      抽样种子，默认随机 · draws the places; a random one where none is given
  --draw        只抽样并打印，不运行测试 · only draws and prints, runs nothing
  --root DIR    另一棵树（本命令自己的测试用） · another tree, for the command's own tests
  --help        显示本帮助 · this text`;
const [WRONG_USAGE, INTERRUPTED] = [64, 130];

requireNode();
try {
  const wish = readArguments();
  if (wish.help) say(USAGE);
  else await (wish.draw ? draw(wish) : mutate(wish));
} catch (error) {
  complain(error);
  process.exitCode ||= 1;
}

function wholeNumber(name, text) {
  if (!/^\d{1,9}$/.test(text ?? '')) throw new Problem(`--${name} ${text ?? ''}：须为整数 · a whole number`);
  return Number(text);
}

function readArguments() {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  try {
    const options = { lot: text, seed: text, root: text, draw: flag, help: { ...flag, short: 'h' } };
    const { lot, seed, root, draw, help } = parseArgs({ options }).values;
    return {
      help,
      draw,
      lot: help ? 0 : wholeNumber('lot', lot),
      seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber('seed', seed),
      root: root === undefined ? REPOSITORY : asTyped(root),
    };
  } catch (error) {
    process.exitCode = WRONG_USAGE;
    throw new Problem(`${error.message}\n\n${USAGE}`);
  }
}

function placeOf({ path, line, says }) {
  return `${path}:${line}  ${says}`;
}

async function draw(wish) {
  for (const mutant of await drawMutants(wish)) say(placeOf(mutant));
}

async function mutate(wish) {
  await ensureInstalled();
  await ensureBuilt();
  const mutants = await step(`抽取 ${wish.lot} 处 · Drawing ${wish.lot} places with seed ${wish.seed}`, () =>
    drawMutants(wish),
  );
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(name, () => {
      process.exitCode = INTERRUPTED;
      stop.abort();
    });
  const stopDatabase = await startDatabase();
  try {
    const sandbox = makeSandbox(wish.root, inRepository('node_modules'));
    try {
      const survivors = await survivorsOf(mutants, verdictsIn(sandbox, jestIn(sandbox.folder, stop.signal)));
      for (const mutant of survivors) say(`\n✗ ${placeOf(mutant)}`);
      const killed = mutants.length - survivors.length;
      say(`\n种子 · seed ${wish.seed}：发现 ${killed} killed，漏掉 ${survivors.length} survived`);
    } finally {
      sandbox.remove();
    }
  } finally {
    await stopDatabase();
  }
}

async function survivorsOf(mutants, verdictOn) {
  const survivors = [];
  for (const [index, mutant] of mutants.entries()) {
    say(`\n[${index + 1}/${mutants.length}] ${placeOf(mutant)}`);
    const { by, says, unreliable } = await step('测试 · Running its suites', (note) => verdictOn(mutant, note));
    for (const suite of unreliable) say(`  ? ${suite} 未改时也失败，不计 · fails without a mutant, not counted`);
    say(by ? `  killed by ${by}: ${says}` : '  SURVIVED');
    if (!by) survivors.push(mutant);
  }
  return survivors;
}

/** One server for all runs, as Jest's own set-up would start one for each. */
async function startDatabase() {
  if (process.env.TEST_DATABASE_URL) return async () => undefined;
  const library = inRepository('libs/local-system/dist/index.js');
  if (!existsSync(library)) throw new Problem('npm run build');
  const { startPostgres, makeTemporaryFolder } = createRequire(import.meta.url)(library);
  const { folder, remove } = await makeTemporaryFolder('mutate');
  const server = await startPostgres({ dataDir: join(folder, 'postgres') });
  process.env.TEST_DATABASE_URL = server.url('postgres');
  return async () => {
    await server.stop();
    await remove();
  };
}
