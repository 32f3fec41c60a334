/**
 * The measures of the house, counted from the source: `npm run measures [-- --json]`. Exit 1 when a bar is broken.
 * `--root DIR` counts another tree, `--mutations DIR` looks for the mutations elsewhere (both for the guards' own
 * specs).
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { circles } from './measures/circles.mjs';
import { filesPerCommand } from './measures/command-files.mjs';
import { featuresWithoutBoundary, guardsWithoutMutation, unfencedProjects } from './measures/guards.mjs';
import { sameFileNames } from './measures/names.mjs';
import { retiredNames } from './measures/retired-names.mjs';
import * as shape from './measures/shape.mjs';
import { sourcesOf, storedSamplesOf, writtenFiles } from './measures/sources.mjs';
import { NOT_COUNTED, spellingOfFields } from './measures/spelling.mjs';

const house = fileURLToPath(new URL('..', import.meta.url));

/** All measures; one without a bar is for information. */
export async function measure(root = house, mutations = join(house, 'test/mutations')) {
  const sources = sourcesOf(root);
  const counted = [
    ...spellingOfFields(sources),
    ...filesPerCommand(sources),
    ...shape.lengths(sources),
    retiredNames(writtenFiles(root, ['.ts', '.mjs'])),
    shape.longLines(writtenFiles(root, ['.ts', '.mjs', '.sql'])),
    shape.constructorParameters(sources),
    shape.openSwitches(sources),
    shape.eventNameLists(sources),
    shape.eventNameUses(sources),
    shape.silencedWithoutReason(sources),
    unfencedProjects(root),
    featuresWithoutBoundary(root),
    sameFileNames(root),
    await circles(root),
    shape.eventsWithoutSample(sources, storedSamplesOf(root)),
  ];
  const bars = counted.filter(({ bar }) => bar !== undefined).map(({ name }) => name);
  counted.push(await guardsWithoutMutation(mutations, [...bars, 'guards-without-mutation']));
  return counted.map((entry) => ({
    ...entry,
    verdict: entry.bar === undefined ? 'info' : entry.value <= entry.bar ? 'ok' : 'BROKEN',
  }));
}

export function table(measures) {
  const rows = [
    ['measure', 'value', 'bar', ''],
    ...measures.map(({ says, value, bar, verdict }) => [
      says,
      String(value),
      bar === undefined ? '' : `≤ ${bar}`,
      verdict,
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ')
      .trimEnd(),
  );
  const details = measures.flatMap(({ name, worst = [], over = [] }) =>
    worst.length === 0
      ? []
      : [
          `\n${name}`,
          ...worst.map((line) => `  ${line}`),
          ...(over.length > worst.length ? [`  over the bar: ${over.join(', ')}`] : []),
        ],
  );
  return [
    ...lines,
    ...details,
    '\nnot counted as business fields',
    ...Object.entries(NOT_COUNTED).map(([why, names]) => `  ${why}: ${names.join(' ')}`),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, root: { type: 'string' }, mutations: { type: 'string' } },
  });
  const measures = await measure(values.root, values.mutations);
  console.log(values.json ? JSON.stringify(measures, null, 2) : table(measures));
  process.exitCode = measures.some(({ verdict }) => verdict === 'BROKEN') ? 1 : 0;
}
