import { Refusal } from '../../decider';
import type { DecideRows, EvolveRows, FallenDue } from '../delivery.tables';
import { assertNotClosed } from '../promise/status';
import { isLocked } from '../reports/period';
import { coloursOf } from './colour';

export type OverrideRefusal =
  | 'LIGHT_UNKNOWN'
  | 'COLOUR_NOT_OF_THE_RULE'
  | 'OVERRIDE_CHANGES_NOTHING'
  | 'OVERRIDE_ENDS_IN_THE_PAST'
  | 'OVERRIDE_UNKNOWN';
const refuse = (code: OverrideRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

export const decideOverrides = {
  // Only a month that is closed has a light; while it stands open again, nobody knows yet what there is to be set
  // right.
  OverrideLight: (delivery, data, { id: projectId, today }) => {
    const { period, colour, until } = data;
    const light = assertNotClosed(delivery).lights[period];
    if (!light || !isLocked(delivery, period)) return refuse('LIGHT_UNKNOWN', { period });
    if (!coloursOf(light.rule).includes(colour))
      return refuse('COLOUR_NOT_OF_THE_RULE', { colour, scheme: light.rule.scheme });
    if (light.colour === colour) return refuse('OVERRIDE_CHANGES_NOTHING', { period, colour });
    if (until < today) return refuse('OVERRIDE_ENDS_IN_THE_PAST', { until, today });
    return [{ type: 'LightOverridden', data: { projectId, ...data } }];
  },
  WithdrawOverride: (delivery, { period, reason }, { id: projectId }) => {
    if (!delivery.overrides[period]) return refuse('OVERRIDE_UNKNOWN', { period });
    return [{ type: 'OverrideEnded', data: { projectId, period, reason } }];
  },
} satisfies DecideRows;

/** Overrides whose last day has passed: also of a project that has ended, for its lights are still read. */
export const overridesFallenDue: FallenDue = ({ overrides }, { id: projectId, today }) =>
  Object.values(overrides)
    .filter(({ until }) => until < today)
    .map(({ period, until }) => ({
      type: 'OverrideEnded',
      data: { projectId, period, reason: `到期 ${until} · ended` },
    }));

export const evolveOverrides = {
  LightOverridden: (delivery, { projectId: _, ...override }) => ({
    ...delivery,
    overrides: { ...delivery.overrides, [override.period]: override },
  }),
  OverrideEnded: (delivery, { period }) => {
    const { [period]: _, ...overrides } = delivery.overrides;
    return { ...delivery, overrides };
  },
} satisfies EvolveRows;
