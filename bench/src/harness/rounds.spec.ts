import { interleaved } from './rounds';

describe('rounds', () => {
  it('take turns, and every other round goes backwards', async () => {
    const order: string[] = [];
    const taking = (name: string) => async () => order.push(name);
    await interleaved(3, { a: taking('a'), b: taking('b'), c: taking('c') });
    expect(order.join('')).toBe('abccbaabc');
  });
  it('answer the values of each, by round', async () => {
    let next = 0;
    expect(await interleaved(2, { a: async () => (next += 1), b: async () => (next += 1) })).toEqual({
      a: [1, 4],
      b: [2, 3],
    });
  });
});
