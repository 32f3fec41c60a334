import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runScript } from './run-script';

interface Mutation {
  readonly guard: string;
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

const mutations = JSON.parse(readFileSync(join(root, 'test/mutations/docker/mutations.json'), 'utf8')) as Mutation[];
const plant = (mutation: Mutation, folder: string) => {
  cpSync(join(root, 'docker'), folder, { recursive: true });
  const file = join(folder, mutation.file);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(mutation.replace))
    throw new Error(`${mutation.file} no longer holds ${mutation.replace}: renew the mutation`);
  writeFileSync(
    file,
    text.replace(mutation.replace, () => mutation.by),
  );
};

describe('the docker guards', () => {
  let temporary: string;
  let answers: readonly { readonly problems: readonly { readonly guard: string }[] }[];
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'ledger-docker-'));
    const folders = mutations.map((_, index) => join(temporary, String(index)));
    mutations.forEach((mutation, index) => plant(mutation, folders[index]));
    answers = JSON.parse(runScript('scripts/docker-lint.mjs', '--json', ...folders).output) as typeof answers;
  });
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it.each(
    mutations.map(
      (mutation, index) =>
        [mutation.guard, mutation.file, mutation.by.trim() || 'nothing', mutation.replace.trim(), index] as const,
    ),
  )('%s: %s is refused with “%s” for “%s”', (guard, _file, _by, _replace, index) =>
    expect(answers[index].problems.map((problem) => problem.guard)).toContain(guard),
  );

  it('has nothing to say about docker/ itself', () =>
    expect(runScript('scripts/docker-lint.mjs')).toEqual({ exitCode: 0, output: 'docker/ is in order.\n' }));
});
