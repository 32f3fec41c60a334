import type { LightRow } from '@minsheng/read-models';

const inOrder = (rows: readonly LightRow[]): LightRow[] => [...rows].sort((a, b) => (a.period < b.period ? -1 : 1));

/**
 * Every month's light with all that became of it: rule, inputs, worst, what would turn it green, each recomputation and
 * its cause.
 */
export const lightsView = (rows: readonly LightRow[]) =>
  inOrder(rows).map(({ period, published, now, override, shown, reopened, closing, withdrawn, history }) => ({
    period,
    shown,
    published,
    now,
    override,
    reopened,
    ...(closing && { closing }),
    ...(withdrawn && { withdrawn }),
    laterChanged: shown !== published.colour,
    history,
  }));

/**
 * What everybody may see: the light as it was published, what it shows today, and why it differs. Of a light published
 * by mistake only that it was withdrawn, and why.
 */
export const publicLights = (rows: readonly LightRow[]) =>
  inOrder(rows).map(({ period, published, now, override, shown, withdrawn }) =>
    withdrawn
      ? { period, shown, withdrawn }
      : {
          period,
          shown,
          published: { colour: published.colour, why: published.why },
          why: now.why,
          ...(now.worst && { worst: now.worst }),
          ...(override && {
            override: { decidedBy: override.decidedBy, reason: override.reason, until: override.until },
          }),
          laterChanged: shown !== published.colour,
        },
  );
