import { daysAfter } from '../indicator/month';
import type { Policy } from '../policy';

/**
 * The evaluation opens once. A project that a look back opened and that is accepted again keeps its first one: what
 * people said then is not erased, and nobody rates one project twice (invariant 31). The evaluation refuses the second
 * order; that is logged and stops nothing.
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
