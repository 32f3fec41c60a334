import { orderSupervisionWhenALightTurnsRed } from './delivery/order-supervision-when-a-light-turns-red.policy';
import { startDeliveryWhenACandidateIsAdopted } from './delivery/start-delivery-when-a-candidate-is-adopted.policy';
import { openARectificationWhenAProjectIsRatedBadly } from './evaluation/open-a-rectification-when-a-project-is-rated-badly.policy';
import { openTheEvaluationWhenAProjectIsAccepted } from './evaluation/open-the-evaluation-when-a-project-is-accepted.policy';
import type { Policy } from './policy';
import { adoptCandidatesWhenTheListIsAdopted } from './selection/adopt-candidates-when-the-list-is-adopted.policy';
import { linkSuggestionsWhenACandidateIsProposed } from './suggestion/link-suggestions-when-a-candidate-is-proposed.policy';

/** Every rule across streams. */
export const policies: readonly Policy[] = [
  linkSuggestionsWhenACandidateIsProposed,
  adoptCandidatesWhenTheListIsAdopted,
  startDeliveryWhenACandidateIsAdopted,
  orderSupervisionWhenALightTurnsRed,
  openTheEvaluationWhenAProjectIsAccepted,
  openARectificationWhenAProjectIsRatedBadly,
];
