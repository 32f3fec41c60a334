import { reads, shows, staff } from '../define-route';
import * as Views from './delivery.views';

export const pagesRoutes = {
  Board: shows(
    'lists/:listId/board',
    Views.BoardPublicView,
    '看板：按领域、部门、地区、亮灯、状态、逾期筛选 The board of a list',
  ),
  Ranking: reads('lists/:listId/ranking', staff, '部门排名，附计算公式 Ranking of departments, with its formula'),
  Bulletin: reads(
    'lists/:listId/bulletin',
    staff,
    '通报（数据）：每个数字可追溯到月报版本 The bulletin as data: every number traceable to a report version',
  ),
  Dossier: shows(
    'projects/:projectId',
    Views.DossierPublicView,
    '项目档案：从建议到销号 The dossier of a project, from suggestion to closing',
  ),
  Reports: reads('projects/:projectId/reports', staff, '月报的全部版本 Every version of the reports'),
  Investment: reads(
    'lists/:listId/investment',
    staff,
    '投资：计划、完成、支付与形象进度，各自分列 Investment: planned, done, paid, and works progress apart',
  ),
  Ledger: reads(
    'lists/:listId/ledger',
    staff,
    '台账：指标 × 地区 × 月份 The ledger: every indicator, district and month',
  ),
  Lights: shows(
    'projects/:projectId/lights',
    Views.LightsPublicView,
    "亮灯历史：公布的灯、此后的变化与原因 The history of a project's lights",
  ),
};
