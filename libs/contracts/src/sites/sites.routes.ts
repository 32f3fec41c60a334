import { shows, takes } from '../define-route';
import * as Views from './sites.views';
import * as Commands from './sites.commands';

export const sitesRoutes = {
  SitesOfProject: shows('projects/:projectId/sites', Views.SitesOfProjectPublicView, '项目点位 Sites of a project'),
  SitesOfList: shows(
    'lists/:listId/sites',
    Views.SitesOfListPublicView,
    '清单点位：按视野、状态、地区 Sites of a list: in view, by state and district',
  ),
  RegisterSites: takes(Commands.RegisterSites, 'projects/:projectId/sites', '登记点位', ['department', 'commission']),
  UpdateSites: takes(Commands.UpdateSites, 'projects/:projectId/site-states', '更新点位状态', [
    'department',
    'commission',
  ]),
};
