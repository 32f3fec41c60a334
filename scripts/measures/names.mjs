/** A file is looked for by its name: where three share one, a search answers with the wrong two. */
import { basename, join, relative, sep } from 'node:path';
import { exists, walk } from './sources.mjs';

const PLACES = ['apps', 'libs', 'bench', 'test', 'scripts'];
const CODE = /\.(?:ts|mjs|sql)$/;
/** The doors of a library and the entry of a program: their place is their name. */
const DOORS_AND_ENTRIES = ['index.ts', 'testing.ts', 'main.ts'];
const MOST = 2;

/** The files of the tree, tests and scripts included, whose name more than two have. */
export function sameFileNames(root) {
  const byName = new Map();
  for (const file of PLACES.map((place) => join(root, place))
    .filter(exists)
    .flatMap(walk)) {
    const path = relative(root, file).split(sep).join('/');
    if (!CODE.test(path) || path.startsWith('test/mutations/') || DOORS_AND_ENTRIES.includes(basename(path))) continue;
    byName.set(basename(path), [...(byName.get(basename(path)) ?? []), path]);
  }
  const shared = [...byName].filter(([, paths]) => paths.length > MOST);
  return {
    name: 'same-file-names',
    says: 'source files that share their name with two others (doors and entries aside)',
    value: shared.reduce((count, [, paths]) => count + paths.length, 0),
    bar: 0,
    worst: shared.map(([name, paths]) => `${name}: ${paths.join(', ')}`),
  };
}
