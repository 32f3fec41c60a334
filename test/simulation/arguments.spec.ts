import { readArguments, Usage } from './arguments';

describe('the arguments of npm run simulate', () => {
  it('ask for two thousand seeds from the first, when there are none', () =>
    expect(readArguments([])).toMatchObject({ help: false, seeds: 2_000, from: 1 }));
  it('choose one seed', () => expect(readArguments(['--seed', '42']).seed).toBe(42));
  it('choose where to begin, how many, and how many side by side', () =>
    expect(readArguments(['--from', '7', '--seeds', '30', '--workers', '1'])).toEqual({
      help: false,
      seeds: 30,
      from: 7,
      workers: 1,
    }));
  it.each(['--help', '-h'])('%s asks for the help', (flag) => expect(readArguments([flag]).help).toBe(true));
  it.each([[['--seed', '-1']], [['--seed', 'x']], [['--seeds', '0']], [['--fast']]])('refuse %j', (args) =>
    expect(() => readArguments(args)).toThrow(Usage),
  );
});
