import { parseArgs } from 'node:util';
import { readListFile } from './list/read-list-file';
import { sampleList } from './list/sample-lists';
import { openYear, readLocalIssuer } from './open-year';
import { planYear } from './plan/year-plan';
import { showProgress } from './progress';
import { commandsIn, runYear } from './run-year';
import { interruptible, INTERRUPTED } from './signals';

/**
 * What `npm start` shows at first, from real lists: one year that is complete, so that ratings and scores can be seen,
 * and one in progress:
 * it stands after the closing of September, with lights of each colour, supervision orders without an answer and an
 * issue before the joint conference.
 */
const LISTS = [{ name: 'meishan-2019' }, { name: 'linan-2022', until: 'month-9' }] as const;

const main = async (signal: AbortSignal): Promise<void> => {
  const {
    values: { url, issuer },
  } = parseArgs({ options: { url: { type: 'string' }, issuer: { type: 'string' } } });
  if (!url || !issuer) throw Object.assign(new Error('--url URL --issuer FILE'), { code: 'USAGE' });
  const key = await readLocalIssuer(issuer);
  for (const { name, ...only } of LISTS) {
    const plan = planYear(await readListFile(sampleList(name)));
    const year = openYear(plan, url.replace(/\/+$/, ''), key, signal);
    const progress = showProgress(commandsIn(plan));
    year.api.onCommand = progress.tick;
    try {
      await runYear(year, { onStage: process.stdout.isTTY ? progress.stage : undefined, ...only });
    } finally {
      progress.end(true);
    }
    process.stdout.write(
      `✓ ${plan.list.city} ${plan.year}（${plan.projects.length} 个项目，${year.api.commands} ` +
        `条命令）${'until' in only ? '：进行到 9 月 · in progress, until September' : '：全年 · a whole year'}\n`,
    );
  }
};

const { signal, done } = interruptible();
main(signal)
  .catch((error: Error) => {
    process.exitCode = signal.aborted ? INTERRUPTED : 1;
    if (!signal.aborted) process.stderr.write(`${'code' in error ? error.message : error.stack}\n`);
  })
  .finally(done);
