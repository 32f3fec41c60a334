/** Draws mutants by a seed: the same seed and the same sources give the same mutants. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import ts from 'typescript';
import { sourcesOf } from '../measures/sources.mjs';
import { applied, placesIn } from './mutations.mjs';

/** Shapes that are frozen, and a client that plays the year: no product. */
const LEFT_OUT = /^(?:libs\/contracts\/src\/first-shapes|apps\/rehearsal)\//;

/** Numbers from 0 up to, not including, 1 (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Says of a file's text whether it still compiles where the file stands. */
function compilerOf(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const changed = new Map();
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(changed.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = changed.get(file)?.text ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
  });
  let version = 0;
  return (path, text) => {
    const file = join(root, path);
    changed.set(file, { version: (version += 1), text });
    const compiles =
      service.getSyntacticDiagnostics(file).length === 0 && service.getSemanticDiagnostics(file).length === 0;
    changed.set(file, { version: (version += 1) });
    return compiles;
  };
}

/**
 * Draws so many places of the product's source and one mutation of each. What does not compile says nothing about the
 * tests and is drawn again. Fewer come back where the sources have no more places.
 * @param {{ root: string, lot: number, seed: number }} wish
 * @returns {Promise<{ path: string, line: number, says: string, text: string }[]>} `text` is the whole mutated file
 */
export async function drawMutants({ root, lot, seed }) {
  const random = randomOf(seed);
  const left = sourcesOf(root)
    .filter(({ path }) => !LEFT_OUT.test(path))
    .flatMap(({ path, text }) => placesIn(path, text));
  const compiles = compilerOf(root);
  const drawn = [];
  while (drawn.length < lot && left.length > 0) {
    const [{ path, line, mutations }] = left.splice(Math.floor(random() * left.length), 1);
    const mutation = mutations[Math.floor(random() * mutations.length)];
    const text = applied(readFileSync(join(root, path), 'utf8'), mutation);
    if (compiles(path, text)) drawn.push({ path, line, says: mutation.says, text });
    await nextTurn(); // who watches sees that it goes on
  }
  return drawn;
}
