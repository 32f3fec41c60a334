/** Circles between files: where there is one, nothing in it can be read, moved or tested without the rest. */
import { dependencyProblems, rules } from '../dependencies.mjs';

export async function circles(root) {
  const found = await dependencyProblems(
    root,
    rules.filter(({ name }) => name === 'no-circles'),
  );
  return {
    name: 'circles',
    says: 'circles between files, type imports included',
    value: found.length,
    bar: 0,
    worst: found.slice(0, 3).map(({ says }) => says),
  };
}
