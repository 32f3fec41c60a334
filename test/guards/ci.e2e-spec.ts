import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run-script';

/** Runs `.ci/run` in a stand-in repository with one thing broken; returns its exit code and output. */
async function continuousIntegration(
  folder: string,
  mutation: string,
): Promise<{ exitCode: number | null; output: string }> {
  const house = join(folder, mutation, 'house');
  mkdirSync(house, { recursive: true });
  cpSync(join(root, 'test/mutations/ci'), house, { recursive: true });
  cpSync(join(root, '.ci/run'), join(house, '.ci/run')); // its Node 24 is of cardboard too
  const run = spawn('bash', ['.ci/run'], {
    cwd: house,
    env: { ...process.env, MUTATION: mutation },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  run.stdout.on('data', (words: Buffer) => {
    output += words.toString();
  });
  run.stderr.on('data', (words: Buffer) => {
    output += words.toString();
  });
  return new Promise((resolve) => run.on('close', (exitCode) => resolve({ exitCode, output })));
}

const broken = [
  ['ci-tests', '3 passed, 2 failed', '11 passed, 2 failed'],
  ['ci-newer-node', '✗ the unit suites on Node 24', '12 passed, 1 failed'],
  ['ci-ready', '✗ npm start is ready', '7 passed, 1 failed'],
  ['ci-year', '✗ npm run year -- apps/rehearsal/lists/a.json', '11 passed, 2 failed'],
  ['ci-stop', '✗ Ctrl-C ends npm start with exit code 0', '12 passed, 1 failed'],
  ['ci-leftovers', '✗ no process of npm start remains', '12 passed, 1 failed'],
] as const;

describe('.ci/run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-ci-'));
  const answers = new Map<
    string,
    { exitCode: number | null; lastLine?: string; output: string; failures: readonly string[] }
  >();
  const answer = async (mutation: string, attempt: string) => {
    const { exitCode, output } = await continuousIntegration(join(folder, attempt), mutation);
    const lines = output.trimEnd().split('\n');
    answers.set(mutation, {
      exitCode,
      output,
      lastLine: lines.at(-1),
      failures: lines.filter((line) => line.startsWith('✗')),
    });
  };
  // Mostly waiting: all at once. On a busy machine one of six may then fail for slowness: it is repeated alone, and
  // that counts.
  beforeAll(async () => {
    const expected = [
      ...broken.map(([mutation, , totals]) => [mutation, totals] as const),
      ['nothing', '13 passed, 0 failed'] as const,
    ];
    await Promise.all(expected.map(([mutation]) => answer(mutation, 'together')));
    for (const [mutation, totals] of expected)
      if (answers.get(mutation)?.lastLine !== totals) await answer(mutation, 'alone');
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(broken)('%s: fails with “%s” and counts “%s”', (mutation, says, totals) =>
    expect(answers.get(mutation)).toMatchObject({
      exitCode: 1,
      lastLine: totals,
      output: expect.stringContaining(says) as string,
    }),
  );

  it('passes where nothing is broken', () =>
    expect(answers.get('nothing')).toMatchObject({ failures: [], exitCode: 0, lastLine: '13 passed, 0 failed' }));
});
