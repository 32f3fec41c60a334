import { runScript } from './run-script';

interface Measure {
  readonly name: string;
  readonly value: number;
  readonly bar?: number;
  readonly verdict: 'ok' | 'BROKEN' | 'info';
  readonly worst?: readonly string[];
}
const measuresOf = (...args: readonly string[]) => {
  const { exitCode, output } = runScript('scripts/measures.mjs', '--json', ...args);
  return { exitCode, measures: JSON.parse(output) as Measure[] };
};
const broken = (measures: readonly Measure[]) =>
  measures.filter(({ verdict }) => verdict === 'BROKEN').map(({ name, value }) => `${name} ${value}`);

describe('the measures', () => {
  it('break every bar on the house built to break them', () => {
    const { exitCode, measures } = measuresOf('--root', 'test/mutations/measures/broken-house');
    expect(exitCode).toBe(1);
    expect(broken(measures)).toEqual([
      'field-spelling 10',
      'command-files-with-event 12',
      'command-files 10',
      'max-lines-of-source 251',
      'retired-identifiers 2',
      'long-lines 4',
      'constructor-parameters 6',
      'open-switches 1',
      'event-name-lists 1',
      'silenced-rules 1',
      'unfenced-projects 2',
      'features-without-boundary 1',
      'same-file-names 3',
      'circles 1',
    ]);
  });

  it('are kept by its clean counterpart', () => {
    const { exitCode, measures } = measuresOf('--root', 'test/mutations/measures/clean-house');
    expect(broken(measures)).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it('miss every guard whose mutation is gone', () => {
    const { exitCode, measures } = measuresOf(
      '--root',
      'test/mutations/measures/clean-house',
      '--mutations',
      'test/mutations/measures/no-mutations',
    );
    const guards = measures.find(({ name }) => name === 'guards-without-mutation');
    expect(exitCode).toBe(1);
    expect(guards?.worst).toEqual(
      expect.arrayContaining(['domain-packages', 'max-lines', 'lock-siblings', 'docker-user', 'field-spelling']),
    );
  });

  it('know every guard of the lint configuration', () => {
    const { measures } = measuresOf('--root', 'test/mutations/measures/clean-house');
    expect(measures.find(({ name }) => name === 'guards-without-mutation')).toMatchObject({ value: 0, bar: 0 });
  });
});
