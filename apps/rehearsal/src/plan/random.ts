import { createHash } from 'node:crypto';

/**
 * Numbers from 0 up to 1 that look like chance and are the same for the same names: repeating a run repeats its year.
 */
export type Random = () => number;

/** Mulberry32. Each purpose has a stream of its own, so that one more draw in one place changes nothing in another. */
export const randomFor = (seed: number, ...names: readonly (string | number)[]): Random => {
  let state = createHash('sha256')
    .update([seed, ...names].join('\u0000'))
    .digest()
    .readUInt32BE(0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const between = (random: Random, least: number, most: number): number => least + random() * (most - least);
export const oneOf = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)];
