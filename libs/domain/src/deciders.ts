import type { Category } from '@minsheng/contracts';
import { deliveryDecider } from './delivery/delivery.decider';
import { evaluationDecider } from './evaluation/evaluation.decider';
import { ratingDecider } from './evaluation/rating.decider';
import { meetingDecider } from './meeting/meeting.decider';
import { calendarDecider } from './register/calendar.decider';
import { functionalZoneDecider } from './register/functional-zone.decider';
import { annualListDecider } from './selection/annual-list.decider';
import { candidateDecider } from './selection/candidate.decider';
import { sitesDecider } from './sites/sites.decider';
import { suggestionDecider } from './suggestion/suggestion.decider';

/** The decider of each category of streams. */
export const deciders = {
  suggestion: suggestionDecider,
  candidate: candidateDecider,
  'annual-list': annualListDecider,
  delivery: deliveryDecider,
  sites: sitesDecider,
  meeting: meetingDecider,
  evaluation: evaluationDecider,
  rating: ratingDecider,
  calendar: calendarDecider,
  'functional-zone': functionalZoneDecider,
} as const satisfies Record<Category, unknown>;
