import type { Policy } from '../policy';

export const changeRulesWhenTheListAmendsThem: Policy = {
  name: 'change-rules-when-the-list-amends-them',
  when: {
    RulesAmended: ({ adopted, rulesVersion, rules, from }) =>
      adopted.map((id) => ({
        category: 'delivery' as const,
        id,
        command: { type: 'ChangeRules' as const, data: { rulesVersion, rules, from } },
      })),
  },
};
