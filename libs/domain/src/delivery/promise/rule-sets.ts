import type { Month } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { monthAfter, yearOfMonth } from '../../indicator/month';
import type { StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { hasEnded } from './status';

export type RuleSetRefusal = 'RULES_CHANGED_ALREADY';

/** The rules a month is judged by: another set adopted mid-year holds from its own month on, never before. */
export const rulesFor = (
  { ruleSets }: Pick<StartedDelivery, 'ruleSets'>,
  period: Month,
): StartedDelivery['ruleSets'][number] => ruleSets.filter(({ from }) => from === undefined || from <= period).at(-1)!;

/**
 * The first month from which another rule set may hold: a month that was closed keeps the set it was closed by, so that
 * nothing past is recoloured.
 */
const firstOpen = ({ lights }: Pick<StartedDelivery, 'lights'>, from: Month): Month => {
  const closed = (Object.keys(lights) as Month[])
    .filter((period) => period >= from)
    .sort()
    .at(-1);
  return closed === undefined ? from : monthAfter(closed);
};

export const decideRuleSets = {
  // A project that has ended, and a year whose every month is closed, has nothing left to be judged by other rules.
  ChangeRules: (delivery, data, { id: projectId }) => {
    const { rulesVersion } = data;
    if (delivery.ruleSets.some((ruleSet) => ruleSet.rulesVersion >= rulesVersion))
      throw new Refusal<RuleSetRefusal>('RULES_CHANGED_ALREADY', { rulesVersion });
    const from = firstOpen(delivery, data.from);
    return hasEnded(delivery) || yearOfMonth(from) > delivery.year
      ? []
      : [{ type: 'RulesChanged', data: { projectId, ...data, from } }];
  },
} satisfies DecideRows;

export const evolveRuleSets = {
  RulesChanged: (delivery, { rulesVersion, rules, from }) => ({
    ...delivery,
    ruleSets: [...delivery.ruleSets, { from, rulesVersion, rules }],
  }),
} satisfies EvolveRows;
