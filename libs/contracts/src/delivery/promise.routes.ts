import { reads, takes } from '../define-route';
import * as Commands from './promise.commands';

export const promiseRoutes = {
  AppointLiaison: takes(Commands.AppointLiaison, 'projects/:projectId/liaisons', '确定联络员', [
    'department',
    'commission',
  ]),
  EraseLiaison: takes(Commands.EraseLiaison, 'projects/:projectId/liaison-erasures', '应联络员要求删除其个人信息', [
    'commission',
  ]),
  Liaisons: reads(
    'projects/:projectId/liaisons',
    ['commission', 'department'],
    '联络员名册 Liaison officers and how to reach them',
  ),
  BreakDownTargets: takes(Commands.BreakDownTargets, 'projects/:projectId/breakdown', '责任分解', ['commission']),
  PlanInvestment: takes(Commands.PlanInvestment, 'projects/:projectId/investment', '投资计划', [
    'commission',
    'department',
  ]),
};
