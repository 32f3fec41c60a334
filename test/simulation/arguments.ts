import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export const HELP = `npm run simulate [-- 选项 · options]
  --seeds N        演练多少个种子，默认 2000 · number of seeds (default 2000)
  --from N         从哪个种子开始，默认 1 · the first seed (default 1)
  --workers N      并行线程数 · parallel threads
  --seed N         只重演这一个，并打印全部轨迹 · only this one, with its whole trace
  --help           显示本帮助 · this text`;

export interface Arguments {
  readonly help: boolean;
  readonly seed?: number;
  readonly seeds: number;
  readonly from: number;
  readonly workers: number;
}

/** The arguments cannot be used; the message says why, Chinese first. */
export class Usage extends Error {}

/** @throws Usage */
export const readArguments = (args: readonly string[]): Arguments => {
  const values = parsed(args);
  return {
    help: values.help ?? false,
    ...(values.seed !== undefined && { seed: number('seed', values.seed, 0) }),
    seeds: number('seeds', values.seeds ?? '2000', 1),
    from: number('from', values.from ?? '1', 0),
    workers: number('workers', values.workers ?? String(availableParallelism()), 1),
  };
};

const number = (name: string, text: string, least: number): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new Usage(`--${name} ${text}：须为 ${least} 至 999999999 的整数 · a whole number from ${least} to 999999999`);
  return Number(text);
};

const parsed = (args: readonly string[]) => {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { seed: option, seeds: option, from: option, workers: option, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n\n${HELP}`);
  }
};
