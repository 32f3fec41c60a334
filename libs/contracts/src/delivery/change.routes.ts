import { takes } from '../define-route';
import * as Commands from './change.commands';

export const changeRoutes = {
  ApplyForAdjustment: takes(Commands.ApplyForAdjustment, 'projects/:projectId/adjustments', '申请调整', ['department']),
  CheckAdjustment: takes(Commands.CheckAdjustment, 'projects/:projectId/adjustment-checks', '审核调整申请', [
    'commission',
  ]),
  DecideAdjustment: takes(
    Commands.DecideAdjustment,
    'projects/:projectId/adjustment-decisions',
    '有权机关批准或不批准调整',
    ['recorder', 'leader'],
  ),
  PublishAdjustment: takes(Commands.PublishAdjustment, 'projects/:projectId/adjustment-notices', '公告调整', [
    'commission',
  ]),
};
