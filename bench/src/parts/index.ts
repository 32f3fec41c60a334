import type { Result } from '../figures/figure';
import type { Bench } from '../harness/bench';
import { append } from './append';
import { board } from './board';
import { embedded } from './embedded';
import { hotStream } from './hot-stream';
import { http } from './http';
import { lag } from './lag';
import { openTransaction } from './open-transaction';
import { peers } from './peers';
import { reading } from './reading';
import { rebuild } from './rebuild';
import { slowFlush } from './slow-flush';

/**
 * Every part of the benchmarks, in the order in which they run: starts come first, because a shared machine slows the
 * disk down after much writing.
 */
export const parts: Readonly<Record<string, (bench: Bench) => Promise<Result>>> = {
  embedded,
  append,
  peers,
  'slow-flush': slowFlush,
  'hot-stream': hotStream,
  lag,
  'open-transaction': openTransaction,
  reading,
  rebuild,
  http,
  board,
};
