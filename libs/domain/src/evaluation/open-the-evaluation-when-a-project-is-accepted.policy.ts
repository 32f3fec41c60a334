import { daysAfter } from '../month';
import type { Policy } from '../policy';

export const openTheEvaluationWhenAProjectIsAccepted: Policy = {
  name: 'open-the-evaluation-when-a-project-is-accepted',
  when: {
    AcceptancePassed: ({ projectId, acceptedOn, rulesVersion, rules, leads }) => [{
      category: 'evaluation', id: projectId,
      command: { type: 'OpenEvaluation', data: { opensOn: acceptedOn, closesOn: daysAfter(acceptedOn, rules.ratingDays), rulesVersion, rules, leads } },
    }],
  },
};
