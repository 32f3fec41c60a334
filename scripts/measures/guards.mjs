/** Every guard by name, and whether a committed mutation trips it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { boundaries, contractFolders, featuresIn, onlyHome } from '../boundaries.mjs';
import { rules as dependencyRules } from '../dependencies.mjs';

/** Guards other than lint rules. The measures with a limit are added by measures.mjs. */
export const otherGuards = [
  'format',
  'lock-siblings',
  'licences',
  'secrets',
  'asvs',
  'docker-instructions',
  'docker-compose-rules',
  'docker-variables',
  'docker-secrets',
  'docker-image-tags',
  'docker-user',
  'docker-healthcheck',
  'docker-paths',
  'docker-libraries',
  'tests-passed',
  'tests-skipped',
  'tests-crashed',
  'tests-none',
  'ci-tests',
  'ci-newer-node',
  'ci-ready',
  'ci-year',
  'ci-stop',
  'ci-leftovers',
  'links',
  ...new Set(dependencyRules.map(({ name }) => name)),
];

/** Reads the guards from the lint configuration itself, so that there is no second list. */
export async function lintGuards() {
  const { default: config } = await import('../../eslint.config.mjs');
  const names = config
    .filter(({ name }) => name?.startsWith('house/'))
    .flatMap(({ rules }) =>
      Object.entries(rules).flatMap(([rule, setting]) => {
        const inBrackets = JSON.stringify(setting).match(/(?<= \[)[a-z-]+(?=\]")/g);
        return inBrackets ?? [rule];
      }),
    );
  return [...new Set(names)];
}

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** A mutation names its guard in brackets, as `"guard": "…"`, or in its own name: `not-ok.<guard>.…`. */
export function mutatedGuards(folder) {
  const names = filesIn(folder).flatMap((file) => [
    ...(readFileSync(file, 'utf8').match(/(?<=\[)[@a-z/-]+(?=\])/g) ?? []),
    ...(readFileSync(file, 'utf8').match(/(?<="guard": ")[a-z-]+(?=")/g) ?? []),
    ...(/^not-ok\.([a-z-]+)\./.exec(basename(file))?.slice(1) ?? []),
  ]);
  return new Set(names);
}

export async function guardsWithoutMutation(folder, barNames) {
  const mutated = mutatedGuards(folder);
  const guards = [...(await lintGuards()), ...otherGuards, ...barNames];
  const bare = guards.filter((guard) => !mutated.has(guard));
  return {
    name: 'guards-without-mutation',
    says: `guards (of ${guards.length}) that no committed mutation trips`,
    value: bare.length,
    bar: 0,
    worst: bare,
  };
}

/** A feature that stands in no row: somebody has to say that it is one, and see the mutations refused for it, too. */
export function featuresWithoutBoundary(root) {
  const bare = featuresIn(root).filter((feature) => contractFolders[feature] === undefined);
  return {
    name: 'features-without-boundary',
    says: 'features without a boundary: folders of the contracts without a row',
    value: bare.length,
    bar: 0,
    worst: bare.map((feature) => `libs/contracts/src/${feature} has no row in scripts/boundaries.mjs`),
  };
}

/**
 * A project that stands in no row of the boundaries has no fence; a package declared beyond its row waits to be
 * imported.
 */
export function unfencedProjects(root) {
  const projects = ['apps', 'libs']
    .filter((part) => existsSync(join(root, part)))
    .flatMap((part) => readdirSync(join(root, part)).map((name) => `${part}/${name}`))
    .concat('test');
  const problems = projects
    .filter((project) => existsSync(join(root, project, 'package.json')))
    .flatMap((project) => {
      const row = boundaries[project];
      if (!row) return [`${project} has no row in scripts/boundaries.mjs`];
      const declared = Object.keys(
        JSON.parse(readFileSync(join(root, project, 'package.json'), 'utf8')).dependencies ?? {},
      );
      const allowed = (name) =>
        name.startsWith('@minsheng/')
          ? row.house.includes(name.slice('@minsheng/'.length))
          : (onlyHome[name] ?? project) === project && (row.packages === 'declared' || row.packages.includes(name));
      return declared
        .filter((name) => !allowed(name))
        .map((name) => `${project} declares ${name}, which its row forbids`);
    });
  return {
    name: 'unfenced-projects',
    says: 'projects without a fence, or declaring what it forbids',
    value: problems.length,
    bar: 0,
    worst: problems,
  };
}
