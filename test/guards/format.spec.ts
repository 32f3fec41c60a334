import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './run-script';

/** What `npm run lint` calls Prettier with. */
const prettierOptions = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const command = scripts.lint.split(' && ').find((part) => part.startsWith('prettier '));
  if (!command) throw new Error('npm run lint does not call Prettier');
  return command.split(' ').slice(1);
};

describe('the check of the formatting', () => {
  const tree = mkdtempSync(join(tmpdir(), 'ledger-format-'));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  /** Plants a file into a tree with the repository's settings and checks it as `npm run lint` does. */
  const check = (mutation: string, path: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    for (const settings of ['.prettierrc.json', '.prettierignore']) cpSync(join(root, settings), join(tree, settings));
    cpSync(join(root, 'test/mutations/format', mutation), join(tree, path));
    const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
    const { status, stderr } = spawnSync(process.execPath, [prettier, ...prettierOptions()], {
      cwd: tree,
      encoding: 'utf8',
    });
    rmSync(join(tree, path));
    return { exitCode: status, names: stderr.includes(path) };
  };

  it.each(['apps/api/src/mutant.ts', 'libs/domain/src/mutant.spec.ts', 'scripts/mutant.mjs'])(
    '%s is refused as somebody typed it, and accepted as Prettier writes it',
    (path) => {
      expect(check('not-ok.format.ts.txt', path)).toEqual({ exitCode: 1, names: true });
      expect(check('ok.ts.txt', path)).toEqual({ exitCode: 0, names: false });
    },
  );
});
