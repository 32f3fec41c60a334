import type { SuggestionRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const suggestionProblems: Readonly<Record<SuggestionRefusal, ProblemText>> = {
  SUGGESTION_UNKNOWN: { status: 404, zh: '没有这条建议', en: 'There is no such suggestion' },
  SUGGESTION_ALREADY_RECEIVED: { zh: '这条建议已收到', en: 'This suggestion was received before' },
  SUGGESTION_ALREADY_REGISTERED: { zh: '这条建议已登记', en: 'This suggestion is registered already' },
  SUGGESTION_NOT_REGISTERED: { zh: '请先登记这条建议', en: 'Register the suggestion first' },
  SUGGESTION_IS_MERGED: {
    zh: '这条建议已合并，请办理主件，或先拆分',
    en: 'It is merged into another; act on that one, or unmerge first',
  },
  SUGGESTION_NOT_MERGED: { zh: '这条建议没有合并，无需拆分', en: 'It is not merged' },
  SUGGESTION_CLOSED: { zh: '这条建议已办结', en: 'The suggestion is closed' },
  SUGGESTION_IN_CANDIDATE: {
    zh: '这条建议已列入候选项目，不能并入其他建议；请改为把那一条并入本件',
    en: 'A candidate project names it, so that it stays on its own; merge the other one into it instead',
  },
  NOT_MERGED_INTO_ITSELF: { zh: '不能合并到自己', en: 'A suggestion cannot be merged into itself' },
  MERGED_INTO_OWN_MEMBER: {
    zh: '该建议已并入本件，不能反过来合并；如需改以它为主件，请先拆分',
    en: 'That suggestion is a member of this one; unmerge it first if it is to be the main one',
  },
  MERGE_UNDER_WAY: {
    zh: '这条建议正在办理另一次合并，请稍后再试',
    en: 'Another merge of this suggestion is under way; try again in a moment',
  },
  MERGE_TARGET_UNKNOWN: { zh: '没有找到要合并到的主件', en: 'The suggestion to merge into does not exist' },
  MERGE_TARGET_IS_MERGED: {
    zh: '主件此刻正被合并，请重试',
    en: 'The target is being merged itself; try again',
  },
  MERGE_TARGET_CLOSED: {
    zh: '主件已答复或转办，不能再并入；请单独办理这条建议',
    en: 'The target is answered or referred and takes no more members; handle this one on its own',
  },
  MERGE_ACROSS_LISTS: {
    zh: '只能合并同一年度、同一地区的建议',
    en: 'Only suggestions of one region and year can be merged',
  },
  NOT_THE_HANDLING_DEPARTMENT: {
    status: 403,
    zh: '这条建议不是交贵单位研究的',
    en: 'Another department handles this suggestion',
  },
  SUGGESTION_NOT_SCREENED: { zh: '请先按“四可”筛选或转办', en: 'Screen or refer the suggestion first' },
  CRITERIA_NOT_MET: {
    zh: '四项标准（可感知、可落实、可支撑、可考核）都满足才能列为候选',
    en: 'A candidate must meet all four criteria',
  },
  RECEIVED_IN_THE_FUTURE: {
    zh: '收到日期 {receivedOn} 还没有到（今天 {today}），请核对',
    en: '{receivedOn} is a day to come (today is {today}): check when it was received',
  },
  OPINION_DUE_IN_THE_PAST: {
    zh: '交办期限 {dueOn} 已过（今天 {today}），请定一个今天或以后的日期',
    en: 'The opinion is due on {dueOn}, before it is assigned (today is {today}): name today or a later day',
  },
  SUBMITTED_ONLINE: {
    zh: '这条建议由本人在网上提交：请本人登录后删除个人信息（DELETE /api/v1/my/personal-data）',
    en: 'The person sent it online: they erase their data with their own account (DELETE /api/v1/my/personal-data)',
  },
  REASON_MISSING: { zh: '不列为候选的，请写明理由', en: 'Give the reason why it is no candidate' },
};
