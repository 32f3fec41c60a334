import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The codes of a closed list of refusals, read from the type that lists them. */
const codesIn = (source: string): readonly string[] =>
  [...source.matchAll(/export type \w+Refusal =([^;]+);/g)].flatMap(([, union]) =>
    [...union.matchAll(/'([A-Z0-9_]+)'/g)].map(([, code]) => code),
  );
const withoutTest = (codes: readonly string[], specs: string): readonly string[] =>
  codes.filter((code) => !specs.includes(`'${code}'`));

const files = readdirSync(__dirname, { recursive: true }).map((path) => join(__dirname, String(path)));
const read = (path: string) => readFileSync(path, 'utf8');
const siblingSpecs = (path: string) =>
  files
    .filter((file) => dirname(file) === dirname(path) && file.endsWith('.spec.ts'))
    .map(read)
    .join('\n');
const lists = files
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ name: path.slice(__dirname.length + 1), path, codes: codesIn(read(path)) }))
  .filter(({ codes }) => codes.length > 0);

describe('every refusal', () => {
  it('stands in a list that this guard finds', () =>
    expect(lists.map(({ name }) => name.replaceAll('\\', '/')).sort()).toEqual([
      'delivery/change/adjustments.ts',
      'delivery/change/assert-changes.ts',
      'delivery/change/district-targets.ts',
      'delivery/change/goes-on.ts',
      'delivery/completion/completion.ts',
      'delivery/delivery.decider.ts',
      'delivery/lights/overrides.ts',
      'delivery/month/closable.ts',
      'delivery/month/closing.ts',
      'delivery/month/recomputation.ts',
      'delivery/month/reopening.ts',
      'delivery/month/verification.ts',
      'delivery/promise/assert-breakdown.ts',
      'delivery/promise/assert-departures.ts',
      'delivery/promise/assert-lead.ts',
      'delivery/promise/investment.ts',
      'delivery/promise/liaison.ts',
      'delivery/promise/rule-sets.ts',
      'delivery/promise/status.ts',
      'delivery/reports/assert-money.ts',
      'delivery/reports/period.ts',
      'delivery/reports/report-problem.ts',
      'delivery/reports/submission.ts',
      'delivery/supervision/issues.ts',
      'delivery/supervision/measures.ts',
      'delivery/supervision/orders.ts',
      'evaluation/evaluation.decider.ts',
      'evaluation/tallies.ts',
      'indicator/possible.ts',
      'meeting/meeting.decider.ts',
      'register/assert-region.ts',
      'register/calendar.decider.ts',
      'register/functional-zone.decider.ts',
      'register/national.ts',
      'selection/annual-list.decider.ts',
      'selection/assert-ballot.ts',
      'selection/assert-commitment.ts',
      'selection/assert-lineage.ts',
      'selection/assert-rules.ts',
      'selection/candidate.decider.ts',
      'selection/collection.ts',
      'selection/sitting-ballots.ts',
      'selection/what-exists.ts',
      'sites/sites.decider.ts',
      'suggestion/merging.ts',
      'suggestion/suggestion.decider.ts',
      'twin-names.ts',
    ]));
  it.each(lists)('of $name is provoked by a test beside it', ({ path, codes }) =>
    expect(withoutTest(codes, siblingSpecs(path))).toEqual([]),
  );
  it('without a test is named', () =>
    expect(
      withoutTest(codesIn("export type LampRefusal = 'LAMP_LIT' | 'LAMP_BROKEN';"), ".thenRefused('LAMP_LIT')"),
    ).toEqual(['LAMP_BROKEN']));
});
