import type { DeliveryRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const supervisionProblems = {
  LIGHT_UNKNOWN: { zh: '{period} 没有关账，还没有亮灯', en: '{period} is not closed, so it has no light' },
  COLOUR_NOT_OF_THE_RULE: {
    zh: '现行亮灯规则（{scheme}）没有 {colour} 这种颜色',
    en: 'The rule of lights ({scheme}) knows no {colour}',
  },
  OVERRIDE_CHANGES_NOTHING: { zh: '{period} 本来就是 {colour}，无需人工调整', en: '{period} is {colour} already' },
  OVERRIDE_ENDS_IN_THE_PAST: {
    zh: '人工调整的截止日 {until} 已过（今天 {today}）',
    en: 'The last day {until} is past (today is {today})',
  },
  OVERRIDE_UNKNOWN: { zh: '{period} 没有人工调整的亮灯', en: 'No light of {period} is set by hand' },
  RULES_CHANGED_ALREADY: {
    zh: '第 {rulesVersion} 版规则已经生效',
    en: 'Version {rulesVersion} of the rules is in force already',
  },
  ISSUE_UNKNOWN: { zh: '没有待议的第 {issue} 个问题', en: 'There is no open issue {issue}' },
  ISSUE_DECIDED: {
    zh: '第 {issue} 个问题已由其他会议议定，不用再议；办得不好的，可先重新提出',
    en: 'Another meeting has decided issue {issue}; reopen it first if it is not settled',
  },
  MEETING_BEFORE_THE_ISSUE: {
    zh: '第 {issue} 个问题 {raisedOn} 才提出，{heldOn} 的会议不能议它：请列入以后的会议',
    en: 'Issue {issue} was raised on {raisedOn}, after the meeting of {heldOn}: take it to a later one',
  },
  DECIDED_BY_A_MEETING: {
    zh:
      '第 {issue} 个问题由会议议定：请召集联席会议（lists/…/meetings），将问题列入议程（meetings/…/agenda），' +
      '再对该议题议定（meetings/…/decisions），项目随即收到',
    en:
      'Issue {issue} is decided by a meeting: convene one (lists/.../meetings), put the issue on its agenda ' +
      '(meetings/.../agenda) and record the decision on that item (meetings/.../decisions); the project hears of it',
  },
  ISSUE_NOT_DECIDED: { zh: '第 {issue} 个问题还没有议定', en: 'Issue {issue} has not been decided' },
  DEPARTMENT_DOES_NOT_LEAD: {
    zh: '{department} 不是这个项目的牵头单位',
    en: '{department} leads nothing in this project',
  },
  ORDER_UNKNOWN: { zh: '没有给贵单位的第 {order} 号督办单', en: 'There is no supervision order {order} for you' },
  ORDER_NOT_ANSWERED: {
    zh: '第 {order} 号督办单还没有答复；免答须写明 waiver',
    en: 'Order {order} has no answer; a waiver must be recorded',
  },
  ORDER_ALREADY_OPEN: { zh: '{department} 已有一张未销号的督办单', en: '{department} has an open order already' },
  ORDER_WITHDRAWN: { zh: '第 {order} 号督办单已撤回，无需办理', en: 'Order {order} is withdrawn; nothing is owed' },
  LIGHT_WITHDRAWN: {
    zh: '{period} 的灯已撤回，重新关账以后才能发督办单或采取措施',
    en: 'The light of {period} is withdrawn: close the month before an order or a measure rests on it',
  },
  ORDER_ALREADY_CLOSED: { zh: '第 {order} 号督办单已销号', en: 'Order {order} is closed' },
  ISSUE_NOT_RESOLVED: {
    zh: '第 {issue} 个问题还没有办结，不能重新提出',
    en: 'Issue {issue} is not resolved, so it cannot be reopened',
  },
  ISSUE_NOT_YOURS: {
    status: 403,
    zh: '第 {issue} 个问题由提出单位、责任单位或牵头机构重新提出',
    en: 'Issue {issue} is reopened by whoever raised or owns it, or by the body that runs the conference',
  },
  ORDER_ALREADY_RECEIVED: { zh: '第 {order} 号督办单已签收', en: 'Order {order} has been received' },
  ORDER_AT_HIGHEST_LEVEL: {
    zh: '第 {order} 号督办单已是红单，不能再升级',
    en: 'Order {order} is red and cannot go further',
  },
  ORDER_NOT_DUE: {
    zh: '第 {order} 号督办单限 {dueOn} 前答复（今天 {today}），未到期、未答复的不能升级',
    en: 'Order {order} may be answered until {dueOn} (today is {today}); it goes up after that, or once answered',
  },
  ORDER_DUE_IN_THE_PAST: {
    zh: '办结日 {dueOn} 已过（今天 {today}）',
    en: 'The day {dueOn} has passed (today is {today})',
  },
  ALREADY_LISTED: { zh: '{department} 已在挂牌督办', en: '{department} is under listed supervision already' },
  NOT_LISTED: { zh: '{department} 没有挂牌督办', en: '{department} is not under listed supervision' },
} satisfies Partial<Record<DeliveryRefusal, ProblemText>>;
