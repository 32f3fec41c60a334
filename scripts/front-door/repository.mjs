import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, whatever the current folder. */
export const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const inRepository = (...parts) => path.join(REPOSITORY, ...parts);

/** Resolves a path as the user typed it: npm changes the current folder and keeps the old one in INIT_CWD. */
export function asTyped(file) {
  const calledByNpm = process.env.npm_package_json === inRepository('package.json');
  return path.resolve((calledByNpm && process.env.INIT_CWD) || process.cwd(), file);
}
