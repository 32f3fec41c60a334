/**
 * `npm test [-- pattern or any option of Jest]`: installs and builds what is missing, runs the checks and every suite,
 * and ends with the line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './front-door/build.mjs';
import { complain, step } from './front-door/console.mjs';
import { ensureInstalled } from './front-door/install.mjs';
import { requireNode } from './front-door/node-version.mjs';
import { REPOSITORY as root } from './front-door/repository.mjs';
import { jestTotals } from './jest-totals.mjs';

/** Runs a Node script from the root; its output is kept, or shown where `loud`. */
const node = (args, { loud = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
    });
    const words = [];
    child.stdout?.on('data', (chunk) => words.push(chunk));
    child.stderr?.on('data', (chunk) => words.push(chunk));
    child.on('error', (error) => resolve({ exitCode: 1, words: error.message }));
    child.on('close', (code, signal) =>
      resolve({ exitCode: code ?? 128, words: signal ? `stopped by ${signal}` : Buffer.concat(words).toString() }),
    );
  });

/** Each of these counts as one test. */
const checks = {
  'lock file': ['scripts/lock-check.mjs'],
  licences: ['scripts/licences.mjs'],
  secrets: ['scripts/secrets.mjs'],
  lint: [
    'node_modules/eslint/bin/eslint.js',
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    '.nx/eslint/',
    '--cache-strategy',
    'content',
  ],
  dependencies: ['scripts/dependencies.mjs'],
  format: [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '.',
    '--cache',
    '--cache-location',
    '.nx/prettier/cache',
    '--cache-strategy',
    'content',
    '--log-level',
    'warn',
  ],
  types: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  measures: ['scripts/measures.mjs'],
  docker: ['scripts/docker-lint.mjs'],
};
async function check(names) {
  const answers = await Promise.all(names.map(async (name) => ({ name, ...(await node(checks[name])) })));
  return answers.map(({ name, exitCode, words }) => ({ name, words, ok: exitCode === 0 }));
}

async function jest(options) {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-test-'));
  try {
    const outputFile = join(folder, 'report.json');
    const { exitCode } = await node(
      [
        'node_modules/jest/bin/jest.js',
        '--config',
        'jest.config.mjs',
        '--maxWorkers=2',
        '--json',
        '--outputFile',
        outputFile,
        ...options,
      ],
      { loud: true },
    );
    const report = await readFile(outputFile, 'utf8').then(JSON.parse, () => undefined);
    return jestTotals(report, { exitCode, chosen: options.some((option) => /^(-t|--testNamePattern)/.test(option)) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(options) {
  await ensureInstalled();
  await ensureBuilt();
  const answers = [
    ...(await step('检查代码与类型 · Linting and checking types', () =>
      check(['lint', 'format', 'dependencies', 'types']),
    )),
    ...(await step('检查锁文件、度量与 docker/ · Checking the lock file, the measures and docker/', () =>
      check(['lock file', 'licences', 'secrets', 'measures', 'docker']),
    )),
  ];
  for (const { name, words } of answers.filter(({ ok }) => !ok)) console.log(`\n✗ ${name}\n${words.trimEnd()}`);
  const suites = await jest(options);
  console.log(
    [
      '',
      ...answers.map(({ name, ok }) => `${ok ? '✓' : '✗'} ${name}`),
      ...suites.notes.map((note) => `✗ ${note}`),
    ].join('\n'),
  );
  const passed = answers.filter(({ ok }) => ok).length;
  return { passed: passed + suites.passed, failed: answers.length - passed + suites.failed };
}

requireNode();
const { passed, failed } = await main(process.argv.slice(2)).catch((error) => {
  complain(error);
  return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
