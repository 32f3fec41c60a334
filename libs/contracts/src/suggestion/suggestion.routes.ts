import { reads, shows, takes } from '../define-route';
import * as Views from './suggestion.views';
import * as Commands from './suggestion.commands';

export const suggestionRoutes = {
  SubmitSuggestion: takes(Commands.SubmitSuggestion, 'lists/:listId/suggestions', '网上提建议', ['public']),
  EnterSuggestion: takes(Commands.EnterSuggestion, 'lists/:listId/offline-suggestions', '录入来信、来电、热线等建议', [
    'commission',
    'deputy',
  ]),
  RegisterSuggestion: takes(Commands.RegisterSuggestion, 'suggestions/:suggestionId/registration', '登记建议', [
    'commission',
  ]),
  ReferSuggestion: takes(Commands.ReferSuggestion, 'suggestions/:suggestionId/referral', '不属范围，转办', [
    'commission',
  ]),
  MergeSuggestion: takes(Commands.MergeSuggestion, 'suggestions/:suggestionId/merge', '合并同类建议', ['commission']),
  UnmergeSuggestion: takes(Commands.UnmergeSuggestion, 'suggestions/:suggestionId/unmerge', '拆分已合并的建议', [
    'commission',
  ]),
  AssignSuggestion: takes(Commands.AssignSuggestion, 'suggestions/:suggestionId/assignment', '交办建议', [
    'commission',
  ]),
  GiveOpinion: takes(Commands.GiveOpinion, 'suggestions/:suggestionId/opinions', '承办单位提出意见', ['department']),
  ScreenSuggestion: takes(Commands.ScreenSuggestion, 'suggestions/:suggestionId/screening', '按“四可”筛选', [
    'commission',
  ]),
  AnswerSuggestion: takes(Commands.AnswerSuggestion, 'suggestions/:suggestionId/answer', '答复建议', ['commission']),
  EraseSubmitter: takes(
    Commands.EraseSubmitter,
    'suggestions/:suggestionId/submitter-erasure',
    '应来信人要求删除其个人信息',
    ['commission'],
  ),
  TrackedSuggestion: shows(
    'suggestions/tracking/:code',
    Views.TrackedSuggestionPublicView,
    '凭查询码查看办理进度 Follow a suggestion by its code',
  ),
  Suggestion: reads('suggestions/:suggestionId', ['commission', 'department', 'auditor'], '一条建议 One suggestion'),
  Suggestions: reads(
    'lists/:listId/suggestions',
    ['commission', 'auditor'],
    '一份清单的全部建议 The suggestions of a list',
  ),
};
