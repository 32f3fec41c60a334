import { ledgers } from './delivery/ledger.projection';
import { lights } from './delivery/light.projection';
import { projects } from './delivery/project.projection';
import { reports } from './delivery/report.projection';
import { ratingTallies } from './evaluation/rating-tally.projection';
import { meetings } from './meeting/meeting.projection';
import type { Projection } from './projection';
import { holidayCalendars } from './register/holiday-calendar.projection';
import { functionalZones } from './register/functional-zone.projection';
import { annualLists } from './selection/annual-list.projection';
import { sites } from './sites/site.projection';
import { suggestions } from './suggestion/suggestion.projection';
import { timeline } from './timeline/timeline.projection';

/** A projection of any row and events. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the engine treats rows as records of columns
export type AnyProjection = Projection<any, any, any> & { readonly on: Readonly<Record<string, unknown>> };

/** Every read model. */
export const projections: readonly AnyProjection[] = [
  suggestions,
  annualLists,
  projects,
  ledgers,
  lights,
  reports,
  sites,
  meetings,
  ratingTallies,
  timeline,
  functionalZones,
  holidayCalendars,
];
