/** Which suites look for a mutant, the nearest first, and whether one of them finds it. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How many suites make the first lot. */
const NEAREST = 6;
const JOURNEYS = 'test/journeys';

/** How many folders two files share. */
const sharedFolders = (a, b) => {
  const [left, right] = [dirname(a).split('/'), dirname(b).split('/')];
  const apart = left.findIndex((folder, index) => folder !== right[index]);
  return apart === -1 ? left.length : apart;
};
const isNamesake = (suite, path) => suite.startsWith(path.replace(/ts$/, ''));
const nearestFirst = (path) => (a, b) =>
  Number(isNamesake(b, path)) - Number(isNamesake(a, path)) || sharedFolders(b, path) - sharedFolders(a, path);

/**
 * @param {{ folder: string, write(path: string, text: string): void, restore(path: string): void }} sandbox
 * @param {{ relatedTo(path: string): Promise<string[]>, firstFailure(suites: string[]): Promise<object> }} jest
 */
export function verdictsIn(sandbox, jest) {
  const related = new Map();
  /** Whether a suite passes without any mutant, so that its failure says something. */
  const reliable = new Map();
  const journeys = existsSync(join(sandbox.folder, JOURNEYS))
    ? readdirSync(join(sandbox.folder, JOURNEYS)).map((name) => `${JOURNEYS}/${name}`)
    : [];

  const lotsFor = async (path) => {
    if (!related.has(path)) related.set(path, (await jest.relatedTo(path)).sort(nearestFirst(path)));
    const suites = related.get(path);
    return [suites.slice(0, NEAREST), suites.slice(NEAREST), journeys].filter((lot) => lot.length > 0);
  };
  const isReliable = async (suites) => {
    const name = suites.join();
    if (!reliable.has(name)) reliable.set(name, !(await jest.firstFailure(suites)).says);
    return reliable.get(name);
  };
  const firstFailureWith = async ({ path, text }, suites) => {
    sandbox.write(path, text);
    try {
      return await jest.firstFailure(suites);
    } finally {
      sandbox.restore(path);
    }
  };

  /**
   * @param {{ path: string, text: string }} mutant
   * @param {(text: string) => void} note is given what comes next
   * @returns {Promise<{ by?: string, says?: string, unreliable: string[] }>} who killed it; without `by` it survived
   */
  return async (mutant, note) => {
    const unreliable = [];
    for (const lot of await lotsFor(mutant.path)) {
      for (let left = lot; left.length > 0; left = left.filter((suite) => !unreliable.includes(suite))) {
        note(`${left.length} 个测试文件 · suites: ${left.slice(0, 2).join(', ')}${left.length > 2 ? ' …' : ''}`);
        const { failed, says } = await firstFailureWith(mutant, left);
        if (!says) break;
        const suspects = failed ? [failed] : left;
        if (await isReliable(suspects)) return { by: failed ?? `${left.length} suites`, says, unreliable };
        unreliable.push(...suspects);
      }
    }
    return { unreliable };
  };
}
