/**
 * What may depend on what, file by file, type imports included: `node scripts/dependencies.mjs [--root DIR]`. Prints
 * what breaks a rule; exit 1 when something does. test/mutations/dependencies breaks each of them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cruise } from 'dependency-cruiser';

/** Folders of a delivery, and which of the others each may import. */
export const layers = {
  promise: [],
  reports: ['promise'],
  lights: ['promise', 'reports'],
  supervision: ['promise', 'reports', 'lights'],
  month: ['promise', 'reports', 'lights', 'supervision'],
  change: ['promise'],
  completion: ['promise', 'lights', 'supervision', 'change'],
};

const DOMAIN = '^libs/domain/src/';
const SPECS = '\\.(spec|fixtures)\\.ts$';
const LAYERED = 'a folder of a delivery imports only from those before it (`layers` in scripts/dependencies.mjs)';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export const rules = [
  rule('no-circles', 'no file imports itself through others, not even for a type', {}, { circular: true }),
  rule(
    'known-imports',
    'every import is found: what is not found is not checked either',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'indicator-alone',
    'the arithmetic of indicators imports contracts alone',
    { path: `${DOMAIN}indicator/`, pathNot: SPECS },
    { path: '^libs/', pathNot: ['^libs/contracts/src/', `${DOMAIN}indicator/`] },
  ),
  rule(
    'delivery-state-types',
    'the state of a delivery is types alone, which any part may import',
    { path: `${DOMAIN}delivery/delivery\\.(state|tables)\\.ts$` },
    { path: DOMAIN, pathNot: `${DOMAIN}(decider|delivery/delivery\\.state)\\.ts$` },
  ),
  ...Object.entries(layers).map(([layer, below]) =>
    rule(
      'delivery-layers',
      LAYERED,
      { path: `${DOMAIN}delivery/${layer}/`, pathNot: SPECS },
      {
        path: `${DOMAIN}delivery/`,
        pathNot: `${DOMAIN}delivery/(delivery\\.(state|tables)\\.ts$|(${[layer, ...below].join('|')})/)`,
      },
    ),
  ),
  rule(
    'delivery-layers',
    LAYERED,
    { path: `${DOMAIN}delivery/.+/`, pathNot: `${DOMAIN}delivery/(${Object.keys(layers).join('|')})/` },
    {},
  ),
];

const options = {
  exclude: { path: '(^|/)(dist|node_modules)/|^test/mutations/' },
  // imports of types too
  tsPreCompilationDeps: true,
  skipAnalysisNotInRules: true,
  validate: true,
};
/** Packages of the workspace by their sources, as the compiler reads them. */
const resolving = { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'] };

const inWords = ({ rule: { name }, from, to, cycle }) =>
  [from, ...(cycle ? cycle.map((step) => step.name) : [to])].join(' → ') + ` [${name}]`;
/** A circle is found from each of its files: it counts once. */
const nameOf = ({ rule: { name }, from, to, cycle }) =>
  [name, ...(cycle ? cycle.map((step) => step.name).sort() : [from, to])].join(' ');

/** Everything below a folder that breaks a rule, as `{ rule, says }`. */
export async function dependencyProblems(root, ruleSet = rules) {
  const folders = ['apps', 'bench', 'libs', 'test'].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, ruleSet: { forbidden: ruleSet } },
    { ...resolving },
  );
  const found = new Map(output.summary.violations.map((violation) => [nameOf(violation), violation]));
  return [...found.values()].map((violation) => ({ rule: violation.rule.name, says: inWords(violation) }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { root: { type: 'string' } } });
  const problems = await dependencyProblems(values.root ?? fileURLToPath(new URL('..', import.meta.url)));
  const why = new Map(rules.map(({ name, comment }) => [name, comment]));
  for (const { rule: name, says } of problems) console.log(`${says}: ${why.get(name)}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
