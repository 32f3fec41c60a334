import { fdatasyncSync, openSync, closeSync, writeSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import Fastify from 'fastify';
import { median, percentile } from '../figures/statistics';
import { withClient } from './bench';

/** The machine of the run; without it absolute figures mean nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  readonly fastify: string;
  /** Milliseconds to write a page and flush it to disk, in the folder of the database, before and after the run. */
  readonly fdatasync: { readonly p50: number; readonly p99: number };
}

export async function lookAtMachine(connectionString: string, folder: string): Promise<Machine> {
  const [row] = await withClient(
    connectionString,
    async (client) => (await client.query<{ server_version: string }>('show server_version')).rows,
  );
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: row.server_version,
    fastify: Fastify().version,
    fdatasync: flushTimes(folder),
  };
}

export const machineLine = ({ cpu, cores, memoryGiB, node, postgres, fastify, fdatasync }: Machine): string =>
  `${cpu} · ${cores} cores · ${memoryGiB} GiB · Node ${node} · PostgreSQL ${postgres} · Fastify ${fastify} · ` +
  `fdatasync p50 ${fdatasync.p50.toFixed(3)} ms, p99 ${fdatasync.p99.toFixed(3)} ms`;

const FLUSHES = 300;
const PAGE = Buffer.alloc(8_192, 'x');

/** Milliseconds to flush a page to the disk of this folder. */
export function flushTimes(folder: string): { p50: number; p99: number } {
  const file = path.join(folder, 'flushed');
  const handle = openSync(file, 'w');
  try {
    const times = Array.from({ length: FLUSHES }, () => {
      writeSync(handle, PAGE, 0, PAGE.length, 0); // the same page again, as in a log file of constant size
      const begin = performance.now();
      fdatasyncSync(handle);
      return performance.now() - begin;
    });
    return { p50: median(times), p99: percentile(times, 0.99) };
  } finally {
    closeSync(handle);
    rmSync(file);
  }
}
