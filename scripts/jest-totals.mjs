/** Totals of a Jest run, from its own JSON report. */

/**
 * @param report Jest's `--json` report, or undefined if there is none
 * @param chosen whether the caller named tests (`-t`), so that the others are left out on purpose
 * @returns passed, failed, and a sentence for everything that is not a passed test
 */
export function jestTotals(report, { exitCode = 0, chosen = false } = {}) {
  if (!report)
    return {
      passed: 0,
      failed: 1,
      notes: [`Jest stopped with exit code ${exitCode} and left no report [tests-crashed]`],
    };
  const notes = [];
  const suites = report.testResults ?? [];
  const left = suites.flatMap(({ name, assertionResults = [] }) =>
    assertionResults
      .filter(({ status }) => status === 'pending' || status === 'todo' || status === 'disabled')
      .map(({ fullName }) => `skipped: ${fullName} (${name.split('/').pop()}) [tests-skipped]`),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  if (chosen && skipped > 0) notes.push(`${skipped} tests left out by -t`);
  else if (skipped > 0) notes.push(...(left.length > 0 ? left : [`${skipped} tests skipped [tests-skipped]`]));
  const crashed = report.numRuntimeErrorTestSuites;
  if (crashed > 0) notes.push(`${crashed} suites could not run [tests-crashed]`);
  let failed = report.numFailedTests + crashed + (chosen ? 0 : skipped);
  if (report.numFailedTests > 0) notes.push(`${report.numFailedTests} tests failed [tests-passed]`);
  if (report.numPassedTests === 0 && failed === 0) {
    failed = 1;
    notes.push('no test ran [tests-none]');
  }
  if (exitCode !== 0 && failed === 0) {
    failed = 1;
    notes.push(`every test passed, yet Jest stopped with exit code ${exitCode} [tests-crashed]`);
  }
  return { passed: report.numPassedTests, failed, notes };
}
