import { orderSupervisionWhenALightTurnsRed } from './delivery/supervision/order-supervision-when-a-light-turns-red.policy';
import { startDeliveryWhenACandidateIsAdopted } from './delivery/promise/start-delivery-when-a-candidate-is-adopted.policy';
import { openARectificationWhenAProjectIsRatedBadly } from './evaluation/open-a-rectification-when-a-project-is-rated-badly.policy';
import { openTheEvaluationWhenAProjectIsAccepted } from './evaluation/open-the-evaluation-when-a-project-is-accepted.policy';
import { decideTheIssueWhenTheConferenceDecides } from './meeting/decide-the-issue-when-the-conference-decides.policy';
import { followUpTheDecisionWhenItsIssueIsSettled } from './meeting/follow-up-the-decision-when-its-issue-is-settled.policy';
import type { Policy } from './policy';
import { adoptCandidatesWhenTheListIsAdopted } from './selection/adopt-candidates-when-the-list-is-adopted.policy';
import { changeRulesWhenTheListAmendsThem } from './selection/change-rules-when-the-list-amends-them.policy';
import { linkSuggestionsWhenACandidateIsProposed } from './suggestion/link-suggestions-when-a-candidate-is-proposed.policy';

/** Every rule across streams. */
export const policies: readonly Policy[] = [
  linkSuggestionsWhenACandidateIsProposed,
  adoptCandidatesWhenTheListIsAdopted,
  changeRulesWhenTheListAmendsThem,
  startDeliveryWhenACandidateIsAdopted,
  orderSupervisionWhenALightTurnsRed,
  decideTheIssueWhenTheConferenceDecides,
  followUpTheDecisionWhenItsIssueIsSettled,
  openTheEvaluationWhenAProjectIsAccepted,
  openARectificationWhenAProjectIsRatedBadly,
];
