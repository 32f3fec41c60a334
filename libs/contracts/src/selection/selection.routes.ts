import { shows, takes } from '../define-route';
import * as Views from './selection.views';
import * as Commands from './selection.commands';

export const selectionRoutes = {
  OpenAnnualList: takes(Commands.OpenAnnualList, 'lists/:listId/opening', '开始编制年度清单', ['commission']),
  AdoptRules: takes(Commands.AdoptRules, 'lists/:listId/rules', '通过亮灯、评价等规则', ['commission']),
  AmendRules: takes(Commands.AmendRules, 'lists/:listId/rule-amendments', '年中修订规则，只对此后月份生效', [
    'commission',
  ]),
  ProposeCandidate: takes(Commands.ProposeCandidate, 'lists/:listId/candidates', '提出候选项目', ['commission']),
  ShelveCandidate: takes(Commands.ShelveCandidate, 'projects/:projectId/shelving', '搁置候选项目', ['commission']),
  PutToDecision: takes(Commands.PutToDecision, 'lists/:listId/putting-to-decision', '候选项目提交决定', ['commission']),
  RecordBallot: takes(Commands.RecordBallot, 'lists/:listId/ballot', '记录代表票决', ['commission']),
  CorrectBallot: takes(Commands.CorrectBallot, 'lists/:listId/ballot-corrections', '公布前更正票决计票', [
    'commission',
  ]),
  RecordSecondBallot: takes(Commands.RecordSecondBallot, 'lists/:listId/second-ballot', '过半数不足，记录再次票决', [
    'commission',
  ]),
  LeaveSeatsEmpty: takes(Commands.LeaveSeatsEmpty, 'lists/:listId/empty-seats', '过半数不足，决定名额空缺', [
    'commission',
  ]),
  SetCollectionPeriod: takes(Commands.SetCollectionPeriod, 'lists/:listId/collection-period', '公布建议征集期', [
    'commission',
  ]),
  ResolveTie: takes(Commands.ResolveTie, 'lists/:listId/tie-resolution', '并列项目再次表决', ['commission']),
  DecideByGovernment: takes(Commands.DecideByGovernment, 'lists/:listId/government-decision', '记录政府审定', [
    'commission',
  ]),
  AdoptAnnualList: takes(Commands.AdoptAnnualList, 'lists/:listId/adoption', '公布年度清单', ['commission']),
  AnnualLists: shows('lists', Views.AnnualListsPublicView, '全部年度清单 Every annual list'),
  AnnualList: shows('lists/:listId', Views.AnnualListPublicView, '一份年度清单 One annual list'),
};
