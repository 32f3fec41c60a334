import { readArguments } from './fault-arguments';

const read = (...args: readonly string[]) => readArguments(args, ['F1', 'F10'], 7);

describe('the arguments of npm run faults', () => {
  it('choose the short rounds of every fault and a seed by chance, when there are none', () =>
    expect(read()).toEqual({ help: false, seed: 7, length: 'short' }));
  it('choose faults by name, in any case', () => expect(read('--only', 'f10, F1').only).toEqual(['F10', 'F1']));
  it('choose a seed and the long rounds', () =>
    expect(read('--seed', '42', '--long')).toEqual({ help: false, seed: 42, length: 'long' }));
  it.each(['--help', '-h'])('%s asks for the help', (flag) => expect(read(flag).help).toBe(true));
  it.each([
    ['a fault that is not in the catalogue', ['--only', 'F99']],
    ['a seed that is no number', ['--seed', 'x']],
    ['an option that is none', ['--fast']],
  ])('refuse %s', (_, args) => expect(() => read(...args)).toThrow(/F99|seed|fast/));
});
