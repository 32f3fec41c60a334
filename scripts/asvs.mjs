/**
 * Checks docs/asvs.md and prints the share proved by test: node scripts/asvs.mjs [file]
 * Every requirement of level 2 has a row, every row a state and what it rests on, and every test named is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Requirements of levels 1 and 2 in each chapter of ASVS 5.0.0: 253. */
const PER_CHAPTER = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];
/** Whether a row of this state is about something that exists. */
const STATES = {
  test: true,
  setting: true,
  document: true,
  open: true,
  later: false,
  'not applicable': false,
};

const rowsOf = (text) =>
  [...text.matchAll(/^\| *(\d+)\.(\d+)\.(\d+) *\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
    ([, chapter, section, number, about, state, by]) => ({
      place: [chapter, section, number].map(Number),
      id: `${chapter}.${section}.${number}`,
      about: about.trim(),
      state: state.trim(),
      by: by.trim(),
    }),
  );
const isAfter = (place, before) => {
  const at = place.findIndex((part, index) => part !== before[index]);
  return at >= 0 && place[at] > before[at];
};

function problemsOfRow({ id, about, state, by }, folder) {
  if (!about || !state || !by) return [`${id} has an empty cell`];
  if (!(state in STATES)) return [`${id} has no state: ${state}`];
  const targets = [...by.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target);
  const gone = targets.filter((target) => !existsSync(join(folder, target)));
  const tests = targets.filter((target) => /\.(?:e2e-)?spec\.ts$/.test(target));
  return [
    ...gone.map((target) => `${id} names ${target}, which is not there`),
    ...(state === 'test' && tests.length === 0 ? [`${id} names no test`] : []),
  ];
}

/** What is wrong with the sheet, as sentences, and how much of what applies is proved by test. */
export function checkSheet(file) {
  const rows = rowsOf(readFileSync(file, 'utf8'));
  const problems = [
    ...PER_CHAPTER.flatMap((wanted, index) => {
      const found = rows.filter(({ place }) => place[0] === index + 1).length;
      return found === wanted ? [] : [`chapter ${index + 1} has ${found} rows, not ${wanted}`];
    }),
    ...rows.flatMap(({ id, place }, index) =>
      index > 0 && !isAfter(place, rows[index - 1].place) ? [`${id} is out of order`] : [],
    ),
    ...rows.flatMap((row) => problemsOfRow(row, dirname(file))),
  ];
  const applying = rows.filter(({ state }) => STATES[state]);
  return {
    problems: problems.map((problem) => `${problem} [asvs]`),
    rows: rows.length,
    applying: applying.length,
    tested: applying.filter(({ state }) => state === 'test').length,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = resolve(process.argv[2] ?? fileURLToPath(new URL('../docs/asvs.md', import.meta.url)));
  const { problems, rows, applying, tested } = checkSheet(file);
  for (const problem of problems) console.log(problem);
  const share = ((100 * tested) / applying).toFixed(1);
  console.log(`${rows} rows; of ${applying} that apply to what exists, ${tested} are proved by test: ${share} %`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
