import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript } from './run-script';

const tree = 'test/mutations/mutate';
const draw = (seed: number, lot: number): readonly string[] =>
  runScript('scripts/mutate.mjs', '--draw', '--root', tree, '--lot', String(lot), '--seed', String(seed))
    .output.trim()
    .split('\n');

describe('npm run mutate', () => {
  it('draws the same mutations for the same seed, others for another, and none that does not compile', () => {
    const drawn = draw(1, 99);
    expect(draw(1, 3)).toEqual(drawn.slice(0, 3));
    expect(draw(2, 3)).not.toEqual(drawn.slice(0, 3));
    // the last file holds a sum of texts, too: a difference of texts does not compile
    expect(drawn.map((line) => line.split(' → ')[0]).sort()).toEqual([
      'libs/sums/src/capped.ts:2  a + b',
      'libs/sums/src/capped.ts:2  a + b',
      'libs/sums/src/capped.ts:2  a + b > most',
      'libs/sums/src/capped.ts:2  a + b > most',
      'libs/sums/src/labelled.ts:2  isOpen',
    ]);
  }, 120_000);

  it('says of each mutant which suite killed it, or that it survived, and leaves the tree as it was', () => {
    const read = () => ['capped', 'labelled'].map((name) => readFileSync(join(root, tree, `libs/sums/src/${name}.ts`)));
    const before = read();
    const { exitCode, output } = runScript('scripts/mutate.mjs', '--root', tree, '--lot', '3', '--seed', '2');
    expect(output.match(/killed by libs\/sums\/src\/capped\.spec\.ts/g)).toHaveLength(2);
    expect(output).toMatch(/labelled\.ts:2 {2}isOpen → \w+\n(?:.*\n)*? {2}SURVIVED/);
    expect(output).toContain('2 killed，漏掉 1 survived');
    expect(exitCode).toBe(0);
    expect(read()).toEqual(before);
  }, 240_000);

  it('asks for a lot', () =>
    expect(runScript('scripts/mutate.mjs')).toMatchObject({
      exitCode: 64,
      output: expect.stringContaining('a whole number') as string,
    }));
});
