/** A copy of a tree in a temporary folder: mutants live there, the checkout stays as it is whatever happens. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';

/** The packages are links to those of the checkout, but the workspace's own are those of the copy. */
function linkPackages(packages, folder) {
  mkdirSync(join(folder, '@minsheng'), { recursive: true });
  for (const name of readdirSync(packages))
    if (name !== '@minsheng') symlinkSync(join(packages, name), join(folder, name));
  for (const name of readdirSync(join(packages, '@minsheng')))
    symlinkSync(readlinkSync(join(packages, '@minsheng', name)), join(folder, '@minsheng', name));
}

/** What is built: `libs/domain/src/month.ts` as `libs/domain/dist/month.js`. */
const builtFrom = (path) => path.replace(/^((?:apps|libs)\/[^/]+)\/src\/(.*)\.ts$/, '$1/dist/$2.js');

/**
 * @param {string} root the tree, of a git repository: what git ignores is left out, save what is built
 * @param {string} packages the folder node_modules to link to
 */
export function makeSandbox(root, packages) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-mutate-')));
  const copy = (path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true });
  };
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const tracked = execFileSync('git', listed, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const built = ['apps', 'libs']
    .filter((part) => existsSync(join(root, part)))
    .flatMap((part) => readdirSync(join(root, part)).map((project) => `${part}/${project}/dist`));
  for (const path of [...tracked.split('\0'), ...built]) if (path && existsSync(join(root, path))) copy(path);
  linkPackages(packages, join(folder, 'node_modules'));

  const build = (path) => {
    if (!existsSync(join(folder, builtFrom(path)))) return;
    const { code } = transformFileSync(join(folder, path), { cwd: folder, sourceMaps: false });
    writeFileSync(join(folder, builtFrom(path)), code);
  };
  return {
    folder,
    /** Puts a text in the place of a file, in its source and as it is built. */
    write: (path, text) => {
      writeFileSync(join(folder, path), text);
      build(path);
    },
    restore: (path) => {
      copy(path);
      build(path);
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
