import type { Change, SuggestionCommands } from '@minsheng/contracts';

/** The words of the office for what events hold as codes. */
export const colours = {
  blue: '蓝灯',
  green: '绿灯',
  grey: '灰灯',
  yellow: '黄灯',
  orange: '橙灯',
  red: '红灯',
} as const;
export const levels = { blue: '蓝色', yellow: '黄色', red: '红色' } as const;
export const measureNames = {
  reminder: '提醒',
  'written reasons': '书面说明',
  interview: '约谈',
  'listed supervision': '挂牌督办',
  'circular criticism': '通报批评',
  'supervision organ': '移交监察',
} as const;
export const changeNames: Record<Change['kind'], string> = {
  target: '目标',
  'due date': '期限',
  title: '名称',
  lead: '牵头单位',
  'carry over': '结转下年',
  split: '拆分',
  merge: '合并',
  terminate: '终止',
};
export const reasons = {
  'on the line': '达到序时进度',
  'within tolerance': '略低于序时进度，在允许范围内',
  'behind the line': '落后序时进度',
  'no verified report': '无经核实的月报',
  'caught up later': '事后补上',
  'nothing to measure': '无可对照',
  'finished and accepted': '已完成并验收',
} as const;
export const outcomes = {
  candidate: '列为候选项目',
  'reserve pool': '纳入储备库',
  'not adopted': '不予采纳',
  referred: '已转办',
} as const;
export const channels: Record<SuggestionCommands.Channel, string> = {
  web: '网页',
  wechat: '微信',
  'survey code': '问卷码',
  letter: '来信',
  'e-mail': '电子邮件',
  phone: '电话',
  'walk-in': '来访',
  '12345 hotline': '12345热线',
  deputy: '人大代表',
  'CPPCC member': '政协委员',
  'town office': '乡镇街道',
};
