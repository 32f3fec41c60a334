import { parseArgs } from 'node:util';
import type { Length } from './run-faults';

export const HELP = `npm run faults [-- 选项 · options]
  --only F1,F10    只演练这些故障 · only these faults
  --seed N         重演同一种子 · repeat the run of this seed
  --long           发布前的长轮次 · long rounds, for a release
  --help           显示本帮助 · this text`;

export interface Arguments {
  readonly help: boolean;
  readonly only?: readonly string[];
  readonly seed: number;
  readonly length: Length;
}

/** The arguments cannot be used; the message says why, Chinese first. */
export class Usage extends Error {}

/** @param known ids of the catalogue @param chance seed of a run that names none @throws Usage */
export const readArguments = (args: readonly string[], known: readonly string[], chance: number): Arguments => {
  const { values } = parsed(args);
  const only = values.only
    ?.split(',')
    .map((id) => id.trim().toUpperCase())
    .filter((id) => id !== '');
  const unknown = only?.filter((id) => !known.includes(id)) ?? [];
  if (unknown.length > 0) throw new Usage(`没有这些故障 · no such faults: ${unknown.join(', ')}（${known.join(' ')}）`);
  if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed))
    throw new Usage(`--seed ${values.seed}: 0–999999999`);
  return {
    help: values.help ?? false,
    ...(only && { only }),
    seed: Number(values.seed ?? chance),
    length: values.long ? 'long' : 'short',
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        seed: { type: 'string' },
        long: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n\n${HELP}`);
  }
};
