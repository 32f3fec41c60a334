import { checkInvariants, type Evidence, type Violations } from '../support/check-invariants';

type Forgery = { readonly [found in keyof Violations]: (evidence: Evidence) => Evidence };

/** For each finding of the oracle, the evidence of this run changed so that it must be found. */
const forgeries: Forgery = {
  lost: (evidence) => ({
    ...evidence,
    acknowledged: [...evidence.acknowledged, { key: 'never-sent', id: 'nobody', streamVersion: 1, position: '1' }],
  }),
  doubled: (evidence) => ({ ...evidence, acknowledged: evidence.acknowledged.slice(1) }),
  disordered: (evidence) => ({
    ...evidence,
    events: evidence.events.filter((_, index) => index !== Math.floor(evidence.events.length / 2)),
  }),
  skipped: (evidence) => ({
    ...evidence,
    seen: evidence.seen.filter((_, index) => index !== Math.floor(evidence.seen.length / 2)),
  }),
  differing: (evidence) => ({ ...evidence, differing: [...evidence.differing, 'suggestion'] }),
  setAside: (evidence) => ({ ...evidence, setAside: [...evidence.setAside, 'ledger: nobody since 1'] }),
  unresolved: (evidence) => ({ ...evidence, unresolved: [...evidence.unresolved, 'nobody-knows'] }),
};

/** How often the oracle finds each forgery: 0 means that it is blind to it. */
export const oracleControls = (evidence: Evidence): Record<string, number> =>
  Object.fromEntries(
    (Object.keys(forgeries) as (keyof Violations)[]).map((finding) => {
      const honest = checkInvariants(evidence)[finding].length;
      return [`the oracle on ${finding}`, checkInvariants(forgeries[finding](evidence))[finding].length - honest];
    }),
  );
