import { readArguments } from './year-arguments';

const read = (...args: string[]) => readArguments(args, '/home/someone');

describe('the arguments of a year', () => {
  it('name a list, where the person stands', () =>
    expect(read('list.json')).toEqual({
      help: false,
      list: '/home/someone/list.json',
      issuer: '/home/someone/.data/local-issuer.json',
      seed: 1,
    }));
  it('may name a running system, a seed, a region and a file to write', () =>
    expect(
      read(
        '/a.json',
        '--url',
        'http://127.0.0.1:3000/',
        '--issuer',
        'issuer.json',
        '--seed',
        '7',
        '--region',
        '511400',
        '--json',
        'out.json',
      ),
    ).toEqual({
      help: false,
      list: '/a.json',
      url: 'http://127.0.0.1:3000',
      issuer: '/home/someone/issuer.json',
      seed: 7,
      region: '511400',
      json: '/home/someone/out.json',
    }));
  it.each([['--help'], ['-h']])('%s asks for the help, and for no list', (flag) =>
    expect(read(flag)).toMatchObject({ help: true }),
  );
  it.each([
    [[]],
    [['a.json', 'b.json']],
    [['a.json', '--seed', 'x']],
    [['a.json', '--region', '51140']],
    [['a.json', '--region', '5114000']],
    [['a.json', '--region', '011400']],
    [['a.json', '--region', '51140O']],
    [['a.json', '--url', 'localhost']],
    [['a.json', '--sead', '1']],
  ])('%j is refused with the help', (args) =>
    expect(() => read(...args)).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining('--seed N') }),
    ),
  );
});
