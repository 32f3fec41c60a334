/**
 * Every package of the lock file has a licence of the list: node scripts/licences.mjs [package-lock.json]
 * A new licence is a decision: read it, then add it here.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Ask no more of a product under Apache-2.0 than that their notices are kept. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** For tools, which are not handed on. */
const ALLOWED_FOR_TOOLS = new Set([...ALLOWED, 'CC-BY-4.0']);
/** Tools that are allowed whatever their manifest says, by name: why. */
const EXCEPTIONS = {
  '@event-driven-io/dumbo': 'a peer in the benchmarks; its manifest names no licence',
  '@event-driven-io/emmett': 'a peer in the benchmarks; its manifest names no licence',
  '@event-driven-io/emmett-postgresql': 'a peer in the benchmarks; its manifest names no licence',
  '@event-driven-io/pongo': 'a peer in the benchmarks; its manifest names no licence',
};

/** Is this SPDX expression allowed: one of the alternatives of OR, all parts of AND? */
const isAllowed = (expression, allowed) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((licence) => allowed.has(licence.trim())));

/** Each package whose licence is not allowed, as a sentence. */
export function refusedLicences({ packages = {} }) {
  return Object.entries(packages).flatMap(([place, { link, dev, license = 'no licence' }]) => {
    const name = place.split('node_modules/').at(-1);
    if (!place.includes('node_modules/') || link || (dev && name in EXCEPTIONS)) return [];
    return isAllowed(license, dev ? ALLOWED_FOR_TOOLS : ALLOWED) ? [] : [`${name}: ${license} [licences]`];
  });
}

export const checkLicences = (file = fileURLToPath(new URL('../package-lock.json', import.meta.url))) =>
  refusedLicences(JSON.parse(readFileSync(file, 'utf8')));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const refused = checkLicences(process.argv[2]);
  console.log(
    refused.length === 0
      ? 'Every package has a licence of the list.'
      : `${refused.join('\n')}\nTake another package, or add the licence to scripts/licences.mjs if it can be kept.`,
  );
  process.exitCode = refused.length === 0 ? 0 : 1;
}
