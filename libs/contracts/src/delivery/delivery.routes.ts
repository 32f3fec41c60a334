import { changeRoutes } from './change.routes';
import { completionRoutes } from './completion.routes';
import { pagesRoutes } from './pages.routes';
import { promiseRoutes } from './promise.routes';
import { reportsRoutes } from './reports.routes';
import { supervisionRoutes } from './supervision.routes';

export const deliveryRoutes = {
  ...promiseRoutes,
  ...reportsRoutes,
  ...supervisionRoutes,
  ...changeRoutes,
  ...completionRoutes,
  ...pagesRoutes,
};
