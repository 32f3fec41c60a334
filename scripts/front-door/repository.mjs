import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone we stand in, wherever we were called from. */
export const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const inRepository = (...parts) => path.join(REPOSITORY, ...parts);

/** A path as the person typed it: npm changes the folder before it runs us, and keeps the old one in INIT_CWD. */
export function asTyped(file) {
  const calledByNpm = process.env.npm_package_json === inRepository('package.json');
  return path.resolve((calledByNpm && process.env.INIT_CWD) || process.cwd(), file);
}
