import type { Simulated } from './simulate';

const LAST_LINES = 40;

/** What a person needs to examine a seed: the findings, how to repeat it, and the last lines of its trace. */
export const findingsOf = ({ seed, violations, trace }: Pick<Simulated, 'seed' | 'violations' | 'trace'>): string =>
  [
    `种子 · seed ${seed}：npm run simulate -- --seed ${seed}`,
    ...violations.map((violation) => `  ✗ ${violation}`),
    `  … 轨迹末尾 · the end of its trace (ms who: what)`,
    ...trace.slice(-LAST_LINES).map((line) => `  ${line}`),
  ].join('\n');
