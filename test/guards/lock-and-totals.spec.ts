import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript } from './run-script';

describe('the lock guard', () => {
  it('refuses a lock file that forgot the sibling of a package', () => {
    const { exitCode, output } = runScript('scripts/lock-check.mjs', 'test/mutations/lock/not-ok.lock-siblings.json');
    expect(exitCode).toBe(1);
    expect(output).toContain('node_modules/compiler names @compiler/windows, which is not in the lock');
  });
  it('takes one that holds them all, nested or not', () =>
    expect(runScript('scripts/lock-check.mjs', 'test/mutations/lock/ok.json').exitCode).toBe(0));
});

describe('the totals of npm test', () => {
  interface Run {
    readonly says: string;
    readonly guard: string;
    readonly report: object | null;
    readonly exitCode?: number;
  }
  const reports = join(root, 'test/mutations/test-run/reports.json');
  const runs = JSON.parse(readFileSync(reports, 'utf8')) as Run[];
  const totals = (run: { readonly report: object | null; readonly exitCode?: number; readonly chosen?: boolean }) => {
    const program =
      `import { jestTotals } from './scripts/jest-totals.mjs'; ` +
      `console.log(JSON.stringify(jestTotals(${JSON.stringify(run.report)} ?? undefined, ${JSON.stringify(run)})))`;
    return JSON.parse(runScript('--input-type=module', '--eval', program).output) as {
      passed: number;
      failed: number;
      notes: string[];
    };
  };

  it.each(runs.map((run) => [run.says, run] as const))('count a failure when %s', (_says, run) => {
    const { failed, notes } = totals(run);
    expect(failed).toBeGreaterThan(0);
    expect(notes.join()).toContain(`[${run.guard}]`);
  });

  const clean = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [],
  };
  it('count none when every test passed', () =>
    expect(totals({ report: clean, exitCode: 0 })).toEqual({ passed: 3, failed: 0, notes: [] }));
  it('count none for tests left out by name', () =>
    expect(totals({ report: { ...clean, numPendingTests: 2 }, exitCode: 0, chosen: true })).toMatchObject({
      passed: 3,
      failed: 0,
    }));
});
