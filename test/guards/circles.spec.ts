import { runScript } from './run-script';

/** What the check prints of a tree, each line without its explanation. */
const checked = (tree: string) => {
  const { exitCode, output } = runScript('scripts/dependencies.mjs', '--root', `test/mutations/dependencies/${tree}`);
  return { exitCode, found: [...output.matchAll(/^.*?\[[a-z-]+\](?=:)/gm)].map(([line]) => line).sort() };
};

describe('the check of dependencies', () => {
  it('names every import that breaks a rule, of types too, and a circle once', () =>
    expect(checked('broken')).toEqual({
      exitCode: 1,
      found: [
        'apps/api/src/first.ts → apps/api/src/second.ts → apps/api/src/first.ts [no-circles]',
        'apps/api/src/lost.ts → ./nowhere [known-imports]',
        'libs/domain/src/delivery/delivery.state.ts → libs/domain/src/delivery/lights/light.ts [delivery-state-types]',
        'libs/domain/src/delivery/extras/extra.ts → libs/domain/src/decider.ts [delivery-layers]',
        'libs/domain/src/delivery/reports/report.ts → libs/domain/src/delivery/lights/light.ts [delivery-layers]',
        'libs/domain/src/indicator/percent.ts → libs/domain/src/delivery/delivery.state.ts [indicator-alone]',
      ],
    }));

  it('lets through what goes down the layers, and what specs need', () =>
    expect(checked('clean')).toEqual({ exitCode: 0, found: [] }));
});
