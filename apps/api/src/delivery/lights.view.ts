import type { LightRow } from '@minsheng/read-models';

const inOrder = (rows: readonly LightRow[]): LightRow[] => [...rows].sort((a, b) => (a.period < b.period ? -1 : 1));

/**
 * Every month's light with all that became of it: rule, inputs, worst, what would turn it green, each recomputation and
 * its cause.
 */
export const lightsView = (rows: readonly LightRow[]) =>
  inOrder(rows).map(({ period, published, now, override, shown, reopened, history }) => ({
    period,
    shown,
    published,
    now,
    override,
    reopened,
    laterChanged: shown !== published.colour,
    history,
  }));

/** What everybody may see: the light as it was published, what it shows today, and why it differs. */
export const publicLights = (rows: readonly LightRow[]) =>
  inOrder(rows).map(({ period, published, now, override, shown }) => ({
    period,
    shown,
    published: { colour: published.colour, why: published.why },
    why: now.why,
    ...(now.worst && { worst: now.worst }),
    ...(override && { override: { decidedBy: override.decidedBy, reason: override.reason, until: override.until } }),
    laterChanged: shown !== published.colour,
  }));
