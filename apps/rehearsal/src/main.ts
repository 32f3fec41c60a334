import { writeFile } from 'node:fs/promises';
import { HELP, readArguments, type Arguments } from './year-arguments';
import { readListFile } from './list/read-list-file';
import { openYear, readLocalIssuer, withTemporarySystem, type Where } from './open-year';
import { planYear, type YearPlan } from './plan/year-plan';
import { showProgress } from './progress';
import { comparePercentages } from './result/printed-percentages';
import { reportOf } from './result/report';
import { readResult } from './result/year-result';
import { commandsIn, runYear } from './run-year';
import { interruptible, INTERRUPTED } from './signals';
import { YearError } from './client/year-error';

const say = (text: string) => process.stdout.write(`${text}\n`);

const run = async (
  plan: YearPlan,
  { url, issuerFile }: Where,
  { json }: Arguments,
  signal: AbortSignal,
): Promise<void> => {
  const year = openYear(plan, url, await readLocalIssuer(issuerFile), signal);
  const begin = performance.now();
  const before = await year.api.head();
  const progress = showProgress(commandsIn(plan));
  year.api.onCommand = progress.tick;
  let finished = false;
  try {
    await runYear(year, { onStage: progress.stage });
    finished = true;
  } finally {
    progress.end(finished);
  }
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  const result = await readResult(year, { events: (await year.api.head()) - before, seconds });
  const numbers = plan.list.items.map(
    (item) => [...plan.projects, ...plan.notApplicable].find((project) => project.item === item)!.no,
  );
  const comparison = comparePercentages(plan.list, result.projects, numbers);
  say(reportOf(result, plan.notes, comparison, Boolean(process.stdout.isTTY) && !process.env['NO_COLOR']));
  if (json)
    await writeFile(
      json,
      `${JSON.stringify({ ...result, notes: [...result.notes, ...comparison.reasons] }, null, 2)}\n`,
    );
  if (comparison.unexplained.length > 0)
    throw new YearError(
      'PERCENTAGE_NOT_REPRODUCED',
      `公布的百分比没有重现 · printed percentages are not ` +
        `reproduced:\n${comparison.unexplained.map((what) => `  ${what}`).join('\n')}`,
    );
};

/** `npm run year`: nothing is started and nothing is sent before the file has been found good. */
const main = async (signal: AbortSignal): Promise<void> => {
  const wanted = readArguments(process.argv.slice(2), process.env['YEAR_FOLDER'] ?? process.cwd());
  if (wanted.help) {
    say(HELP);
    return undefined;
  }
  const plan = planYear(await readListFile(wanted.list), {
    seed: wanted.seed,
    ...(wanted.region && { region: wanted.region }),
  });
  if (wanted.url) return run(plan, { url: wanted.url, issuerFile: wanted.issuer }, wanted, signal);
  return withTemporarySystem(
    signal,
    (text) => say(`  · ${text}`),
    (where) => run(plan, where, wanted, signal),
  );
};

const { signal, done } = interruptible();
main(signal)
  .catch((error: Error) => {
    const known = ['YearError', 'ListFileError', 'LocalSystemError'].includes(error.name) || 'code' in error;
    process.exitCode = signal.aborted ? INTERRUPTED : 1;
    if (!signal.aborted) process.stderr.write(`\n${known ? error.message : error.stack}\n`);
  })
  .finally(done);
