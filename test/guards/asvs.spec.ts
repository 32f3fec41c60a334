import { runScript } from './run-script';

describe('the sheet of OWASP ASVS', () => {
  it('has a row for each of the 253 requirements, none empty, and proves at least 60 % of what applies by test', () => {
    const { exitCode, output } = runScript('scripts/asvs.mjs');
    const [, share] = /^253 rows; .*: (\d+\.\d) %\n$/.exec(output) ?? [undefined, output];
    expect(Number(share)).toBeGreaterThanOrEqual(60);
    expect(exitCode).toBe(0);
  });
  it('is refused with rows that are missing, empty, out of order, of no state, or name what is not there', () => {
    const { exitCode, output } = runScript('scripts/asvs.mjs', 'test/mutations/asvs/not-ok.asvs.md');
    const problems = output.split('\n').filter((line) => line.endsWith('[asvs]') && !line.startsWith('chapter'));
    expect(problems).toEqual([
      '1.2.3 is out of order [asvs]',
      '1.1.2 has an empty cell [asvs]',
      '1.2.1 has an empty cell [asvs]',
      '1.2.2 has an empty cell [asvs]',
      '1.2.5 has no state: nearly [asvs]',
      '1.2.6 names ../../guards/gone.spec.ts, which is not there [asvs]',
      '1.2.7 names no test [asvs]',
    ]);
    expect(output).toContain('chapter 1 has 9 rows, not 27 [asvs]');
    expect(output).toContain('chapter 17 has 0 rows, not 7 [asvs]');
    expect(exitCode).toBe(1);
  });
});
