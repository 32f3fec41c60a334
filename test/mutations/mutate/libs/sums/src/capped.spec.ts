import { capped } from './capped';

describe('a capped sum', () => {
  it('is the sum below the most', () => expect(capped(5, 2, 10)).toBe(7));
  it('is the most above it', () => expect(capped(9, 2, 10)).toBe(10));
});
