import { StreamStateCache } from './stream-state-cache';

describe('remembered streams', () => {
  const picture = (version: number) => ({ state: {}, version, position: BigInt(version) });
  it('keep the newest state, and the one looked at longest ago makes room', () => {
    const cache = new StreamStateCache(2);
    cache.keep('a', picture(2));
    cache.keep('a', picture(1)); // a slower reader comes late
    cache.keep('b', picture(1));
    cache.keep('a', picture(3));
    cache.keep('c', picture(1));
    expect(['a', 'b', 'c'].map((stream) => cache.get(stream)?.version)).toEqual([3, undefined, 1]);
  });
});
