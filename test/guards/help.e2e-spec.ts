import { runScript } from './run-script';

/** Every command line of CONTRIBUTING's table that has options, and a word of its help. */
const commandLines = [
  ['start', '--empty'],
  ['year', '--region CODE'],
  ['projector', 'rebuild NAME'],
  ['data', 'export FILE'],
  ['tokens', 'revoke SUBJECT'],
  ['sbom', 'FILE'],
  ['bench', '--quick'],
  ['faults', '--long'],
  ['simulate', '--seeds N'],
  ['mutate', '--lot N'],
] as const;

describe.each(commandLines)('npm run %s', (script, word) => {
  it('-- --help prints its usage and does nothing else', () => {
    const { exitCode, output } = runScript(`scripts/${script}.mjs`, '--help');
    expect(output).toContain(`npm ${script === 'start' ? '' : 'run '}${script}`);
    expect(output).toContain(word);
    expect(exitCode).toBe(0);
  }, 120_000);
});
