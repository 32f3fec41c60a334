import { writeFile } from 'node:fs/promises';
import { HELP, readArguments, type Arguments } from './year-arguments';
import { readListFile } from './list/read-list-file';
import { openYear, readLocalIssuer, withTemporarySystem, type Where } from './open-year';
import { planYear, type YearPlan } from './plan/year-plan';
import { showProgress } from './progress';
import { compareYear } from './numbers/compare-year';
import { comparePercentages } from './result/printed-percentages';
import { numbersSay, reportOf } from './result/report';
import { readResult } from './result/year-result';
import { commandsIn, runYear } from './run-year';
import { interruptible, INTERRUPTED } from './signals';
import { YearError } from './client/year-error';

/** Stages that begin when a quarter is over: the pages are compared as of these instants too. */
const QUARTERS_END_BEFORE: readonly string[] = ['month-4', 'month-7', 'month-10'];

const say = (text: string) => process.stdout.write(`${text}\n`);

const run = async (
  plan: YearPlan,
  { url, issuerFile }: Where,
  { json }: Arguments,
  signal: AbortSignal,
): Promise<void> => {
  const year = openYear(plan, url, await readLocalIssuer(issuerFile), signal);
  const begin = performance.now();
  const head = async () => year.api.head(await year.people.operator());
  const before = await head();
  const progress = showProgress(commandsIn(plan));
  year.api.onCommand = progress.tick;
  const instants: string[] = [];
  let finished = false;
  try {
    await runYear(year, {
      onStage: (stage) => {
        if (QUARTERS_END_BEFORE.includes(stage.name)) instants.push(new Date().toISOString());
        progress.stage(stage);
      },
    });
    finished = true;
  } finally {
    progress.end(finished);
  }
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  const result = await readResult(year, { events: (await head()) - before, seconds });
  const printedNumbers = plan.list.items.map(
    (item) => [...plan.projects, ...plan.notApplicable].find((project) => project.item === item)!.no,
  );
  const comparison = comparePercentages(plan.list, result.projects, printedNumbers);
  say(reportOf(result, plan.notes, comparison, Boolean(process.stdout.isTTY) && !process.env['NO_COLOR']));
  const numbers = await compareYear(year, result, instants);
  say(numbersSay(numbers));
  if (json)
    await writeFile(
      json,
      `${JSON.stringify({ ...result, notes: [...result.notes, ...comparison.reasons] }, null, 2)}\n`,
    );
  if (numbers.different.length + numbers.unnamed.length > 0)
    throw new YearError(
      'NUMBERS_DIFFER',
      '同一个数在两处不同，或没有名称 · a number differs on two pages, or has no name',
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
