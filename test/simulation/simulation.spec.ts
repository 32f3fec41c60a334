import { everyFault } from './clock/faults';
import { kept, simulate, type Simulated } from './simulate';
import { findingsOf } from './printed';
import { weakened } from './weakened';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
}); // refusals are ordinary answers here, and there are many
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

/** Seeds within which every control must be detected. */
const FEW = SEEDS.slice(0, 15);

describe(`a small year under faults, seeds ${SEEDS[0]} to ${SEEDS.at(-1)}`, () => {
  const played: Omit<Simulated, 'trace'>[] = [];
  const findings: string[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) {
      const { trace, ...simulated } = await simulate(seed);
      played.push(simulated); // traces are long: one is kept only where something was found
      if (simulated.violations.length > 0) findings.push(findingsOf({ ...simulated, trace }));
    }
  }, 120_000);

  it('contradicts no invariant', () => expect(findings.slice(0, 3).join('\n\n')).toBe(''));
  it('sees every fault strike', () =>
    expect(everyFault.filter((fault) => !played.some(({ faults }) => faults.has(fault)))).toEqual([]));
  it('sees rows and streams set aside', () => expect(played.some(({ setAside }) => setAside > 0)).toBe(true));
  it('comes to something in every seed', () =>
    expect(played.filter(({ acknowledged }) => acknowledged < 30)).toEqual([]));
});

describe('one seed', () => {
  const hashes = async (promises = kept) => [(await simulate(7, promises)).hash, (await simulate(7, promises)).hash];
  it('is one history, each time it is played', async () => {
    const [first, again] = await hashes();
    expect(again).toBe(first);
  });
  it('is another history than the next seed', async () =>
    expect((await simulate(8)).hash).not.toBe((await simulate(7)).hash));
  it('would not be one if anything came from outside', async () => {
    const [first, again] = await hashes({ ...kept, keyOf: (wish) => `${wish} ${performance.now()}` });
    expect(again).not.toBe(first);
  });
});

describe('the oracle sees within a few seeds that', () => {
  it.each(Object.entries(weakened))('%s', async (_, { promises, found }) => {
    const findings: string[] = [];
    for (const seed of FEW) {
      findings.push(...(await simulate(seed, promises)).violations);
      if (findings.some((finding) => found.test(finding))) return;
    }
    expect(findings).toContainEqual(expect.stringMatching(found));
  });
});
