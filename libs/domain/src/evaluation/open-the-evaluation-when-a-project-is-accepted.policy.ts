import { daysAfter } from '../indicator/month';
import type { Policy } from '../policy';

/**
 * The evaluation opens with the acceptance. A project that a look back reopened and that is accepted again opens a
 * round of its own: what people said before is not erased, and everybody rates once in each round (invariant 31).
 */
export const openTheEvaluationWhenAProjectIsAccepted: Policy = {
  name: 'open-the-evaluation-when-a-project-is-accepted',
  when: {
    AcceptancePassed: ({ projectId, acceptedOn, rulesVersion, rules, leads }) => [
      {
        category: 'evaluation',
        id: projectId,
        command: {
          type: 'OpenEvaluation',
          data: { opensOn: acceptedOn, closesOn: daysAfter(acceptedOn, rules.ratingDays), rulesVersion, rules, leads },
        },
      },
    ],
  },
};
