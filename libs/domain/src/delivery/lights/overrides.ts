import type { Month, Override } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { monthAfter } from '../../month';
import type { StartedDelivery } from '../delivery.state';
import type { Decides, FallenDue, SomeEvolves } from '../part';
import { isLocked } from '../reporting/report';
import { hasEnded, assertNotClosed } from '../who';
import { coloursOf } from './colour';

/** Lights set by hand that are in force; the computed light is never touched (invariant 17). */
export interface OverridesState {
  readonly overrides: Readonly<Record<Month, Override>>;
}
export const noOverrides: OverridesState = { overrides: {} };

export type OverrideRefusal =
  | 'LIGHT_UNKNOWN'
  | 'COLOUR_NOT_OF_THE_RULE'
  | 'OVERRIDE_CHANGES_NOTHING'
  | 'OVERRIDE_ENDS_IN_THE_PAST'
  | 'OVERRIDE_UNKNOWN'
  | 'RULES_CHANGED_ALREADY';
const refuse = (code: OverrideRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/**
 * The first month from which another rule set may hold: a month that was closed keeps the one it was closed by, so that
 * nothing past is recoloured.
 */
const firstOpen = ({ lights }: Pick<StartedDelivery, 'lights'>, from: Month): Month => {
  const closed = (Object.keys(lights) as Month[])
    .filter((period) => period >= from)
    .sort()
    .at(-1);
  return closed === undefined ? from : monthAfter(closed);
};

export const overrideDecides: Decides<'OverrideLight' | 'WithdrawOverride' | 'ChangeRules'> = {
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
  // A project that has ended, and a year whose every month is closed, has nothing left to be judged by other rules.
  ChangeRules: (delivery, data, { id: projectId }) => {
    if (delivery.ruleSets.some(({ rulesVersion }) => rulesVersion >= data.rulesVersion))
      return refuse('RULES_CHANGED_ALREADY', { rulesVersion: data.rulesVersion });
    const from = firstOpen(delivery, data.from);
    return hasEnded(delivery) || Number(from.slice(0, 4)) > delivery.year
      ? []
      : [{ type: 'RulesChanged', data: { projectId, ...data, from } }];
  },
};

/** Overrides whose last day has passed: also of a project that has ended, for its lights are still read. */
export const overridesFallenDue: FallenDue = ({ overrides }, { id: projectId, today }) =>
  Object.values(overrides)
    .filter(({ until }) => until < today)
    .map(({ period, until }) => ({
      type: 'OverrideEnded',
      data: { projectId, period, reason: `到期 ${until} · ended` },
    }));

export const overrideEvolves = {
  LightOverridden: (delivery, { projectId: _, ...override }) => ({
    ...delivery,
    overrides: { ...delivery.overrides, [override.period]: override },
  }),
  OverrideEnded: (delivery, { period }) => {
    const { [period]: _, ...overrides } = delivery.overrides;
    return { ...delivery, overrides };
  },
  RulesChanged: (delivery, { rulesVersion, rules, from }) => ({
    ...delivery,
    ruleSets: [...delivery.ruleSets, { from, rulesVersion, rules }],
  }),
} satisfies SomeEvolves;
