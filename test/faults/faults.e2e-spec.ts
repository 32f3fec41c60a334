import { checkInvariants } from '../support/check-invariants';
import { catalogue } from './catalogue';
import { nothingViolated, type Outcome } from './fault';
import { runFaults, wasPlayed } from './run-faults';

/** Repeat a failing run with the seed that its title shows. */
const SEED = Number(process.env.FAULT_SEED ?? 20190110);
const everyday = catalogue.filter(({ rounds }) => rounds.everyday !== undefined);

describe(`faults in their everyday rounds, seed ${SEED}`, () => {
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    for (const { fault, outcome } of await runFaults(everyday, { seed: SEED, length: 'everyday' }))
      if (wasPlayed(outcome)) outcomes.set(fault.id, outcome);
  }, 180_000);

  describe.each(everyday.map((fault) => [fault.id, fault.title, fault] as const))('%s %s', (id) => {
    const outcome = () => outcomes.get(id)!;
    it('loses, doubles, skips and leaves open nothing, and no read model differs from a rebuild', () =>
      expect(outcome().violations).toEqual(nothingViolated));
    it('keeps its bars', () => expect(outcome().breaches).toEqual([]));
    it('served clients meanwhile', () => expect(outcome().acknowledged).toBeGreaterThan(0));
    it('is seen to fail where a protection is taken away', () => {
      const controls = Object.entries(outcome().controls);
      expect(controls.length).toBeGreaterThan(0);
      expect(controls.filter(([, seen]) => seen <= 0)).toEqual([]);
    });
  });
});

describe('the oracle', () => {
  const event = (position: number, stream: string, revision: number, command = `command ${position}`) => ({
    position: String(position),
    stream,
    revision,
    id: `event ${position}`,
    command,
    byPolicy: false,
  });
  const acknowledged = (position: number, id: string, streamVersion: number) => ({
    key: `key ${position}`,
    id,
    streamVersion,
    position: String(position),
  });
  const evidence = {
    acknowledged: [acknowledged(1, 'a', 1), acknowledged(2, 'a', 2)],
    unresolved: [],
    events: [event(1, 'matter-a', 0), event(2, 'matter-a', 1)],
    seen: ['1', '2'],
    differing: [],
    setAside: [],
  };

  it('finds nothing in a log that is as the clients were told', () =>
    expect(checkInvariants(evidence)).toEqual(nothingViolated));
  it('finds an effect that no client was told of', () =>
    expect(
      checkInvariants({ ...evidence, events: [...evidence.events, event(3, 'matter-b', 0)], seen: ['1', '2', '3'] })
        .doubled,
    ).toEqual(['command 3 on matter-b']));
  it('owes nobody a word of what a policy did', () =>
    expect(
      checkInvariants({
        ...evidence,
        events: [...evidence.events, { ...event(3, 'matter-b', 0), byPolicy: true }],
        seen: ['1', '2', '3'],
      }),
    ).toEqual(nothingViolated));
  it('finds a position that a reader saw only after a later one', () =>
    expect(checkInvariants({ ...evidence, seen: ['2', '1'] }).skipped).toEqual(['position 1']));
  it('finds what still waits when all is over', () =>
    expect(checkInvariants({ ...evidence, setAside: ['ledger: a since 2'] }).setAside).toEqual(['ledger: a since 2']));
  it('finds a revision that is out of its place', () =>
    expect(
      checkInvariants({ ...evidence, events: [event(1, 'matter-a', 1), event(2, 'matter-a', 0)] }).disordered,
    ).toEqual(['matter-a at revision 1', 'matter-a at revision 0']));
});
