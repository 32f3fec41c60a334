/**
 * npm drops optional siblings that the registry lacks, and the next `npm ci` then refuses the lock file.
 * So every name in any locked package's optionalDependencies must itself be in the lock.
 *   node scripts/lock-check.mjs [package-lock.json]
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where Node would look for `name` from the package at `place`, nearest first. */
const placesFor = (place, name) => {
  const parts = place === '' ? [] : place.split('/node_modules/');
  const above = parts.map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...above.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
};

/** Each optional dependency that is named but not locked, as a sentence. */
export function missingFromLock({ packages = {} }) {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(place, name).some((candidate) => candidate in packages))
      .map((name) => `${place || 'the root'} names ${name}, which is not in the lock [lock-siblings]`),
  );
}

export const checkLock = (file = fileURLToPath(new URL('../package-lock.json', import.meta.url))) =>
  missingFromLock(JSON.parse(readFileSync(file, 'utf8')));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = checkLock(process.argv[2]);
  console.log(
    missing.length === 0
      ? 'The lock file names every optional package.'
      : `${missing.join('\n')}\nPin the package to a version whose siblings the registry has, and lock again.`,
  );
  process.exitCode = missing.length === 0 ? 0 : 1;
}
