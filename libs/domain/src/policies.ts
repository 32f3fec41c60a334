import * as delivery from './delivery/delivery.policies';
import * as evaluation from './evaluation/evaluation.policies';
import * as meeting from './meeting/meeting.policies';
import type { Policy } from './policy';
import * as selection from './selection/selection.policies';
import * as suggestion from './suggestion/suggestion.policies';

/** Every rule across streams: what the list of each feature exports. */
export const policies: readonly Policy[] = [suggestion, selection, delivery, meeting, evaluation].flatMap(
  (feature): Policy[] => Object.values(feature),
);
