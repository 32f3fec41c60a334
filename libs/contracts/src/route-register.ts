import type { Route } from './define-route';
import { deliveryRoutes } from './delivery/delivery.routes';
import { evaluationRoutes } from './evaluation/evaluation.routes';
import { meetingRoutes } from './meeting/meeting.routes';
import { operationRoutes } from './operation.routes';
import { registerRoutes } from './register/register.routes';
import { selectionRoutes } from './selection/selection.routes';
import { sitesRoutes } from './sites/sites.routes';
import { suggestionRoutes } from './suggestion/suggestion.routes';

/** Every route of the API by its name; a command's is the command's own. */
export const routes = {
  ...suggestionRoutes,
  ...selectionRoutes,
  ...deliveryRoutes,
  ...sitesRoutes,
  ...meetingRoutes,
  ...evaluationRoutes,
  ...registerRoutes,
  ...operationRoutes,
} satisfies Record<string, Route>;
