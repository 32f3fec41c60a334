import type { Policy } from '../policy';

/** What people said of a project that was none is no grade of it; once it is accepted again they are asked again. */
export const supersedeTheEvaluationWhenALookBackReopensTheProject: Policy = {
  name: 'supersede-the-evaluation-when-a-look-back-reopens-the-project',
  when: {
    ProjectReopened: ({ projectId, findings, reopenedOn, evaluateAgain }) =>
      evaluateAgain
        ? [
            {
              category: 'evaluation',
              id: projectId,
              command: { type: 'SupersedeEvaluation', data: { because: findings, foundOn: reopenedOn } },
            },
          ]
        : [],
  },
};
