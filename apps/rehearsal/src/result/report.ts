import type { YearCompared } from '../numbers/compare-year';
import type { Comparison } from './printed-percentages';
import { tableOf } from './year-table';
import type { Remark } from '../plan/year-plan';
import { wrapped } from './width';
import type { Cycle, YearResult } from './year-result';

/** Names shown of what a remark is about; `--json` holds all of them. */
const SHOWN = 3;
/** Columns of a line of prose, where there is no terminal to ask. */
const COLUMNS = 120;
const inLines = (text: string): string => wrapped(text, process.stdout.columns ?? COLUMNS, '    ');

const remarkSays = ({ text, about }: Remark): string =>
  about.length === 0
    ? text
    : `${text}：${about.slice(0, SHOWN).join('、')}${about.length > SHOWN ? ` 等 ${about.length} 项` : ''}`;

const percentagesSay = ({ reproduced, largestDifference, cutOff, reasons, unexplained }: Comparison): string[] => [
  [
    `公布的百分比 · printed percentages: 重现 reproduced ${reproduced}`,
    ...(reproduced > 0 ? [`最大相差 largest difference ${largestDifference} 个百分点`] : []),
    `截断而非四舍五入 cut off, not rounded ${cutOff.length}`,
    `已注明原因 explained ${reasons.length}`,
    `不明 unexplained ${unexplained.length}`,
  ].join('，'),
  ...cutOff.map((what) => `  · ${what}`),
  ...reasons.map((reason) => `  · ${reason}`),
  ...unexplained.map((what) => `  ✗ ${what}`),
];

const cycleSays = ({
  reminded,
  overdue,
  reopened,
  overridden,
  laterChanged,
  orders,
  ordersEscalated,
  escalations,
  issues,
  adjustments,
  lookBacks,
}: Cycle): string =>
  `过程 · the cycle: 提醒 reminded ${reminded}，逾期 overdue ${overdue}，重新开账 reopened ${reopened}，人工亮灯 set by ` +
  `hand ${overridden}，灯色后变 later changed ${laterChanged}，督办单 orders ${orders}（升级 escalated ${ordersEscalated}），` +
  `应采取的措施 measures called for ${escalations}，联席会议问题 issues ${issues}，调整 adjustments ${adjustments}，回头看 looks ` +
  `back ${lookBacks}`;

const LISTED = 20;
/** Whether a number is the same on every page that shows it. */
export const numbersSay = ({ compared, instants, different, unnamed }: YearCompared): string =>
  [
    `各页同一数 · one number on every page: 比较 compared ${compared}（现在及此前 ${instants} 个时点 · now and as of ${instants} ` +
      `instants），不同 different ${different.length}，没有名称 unnamed ${unnamed.length}`,
    ...[...different, ...unnamed].slice(0, LISTED).map((what) => `  ✗ ${what}`),
  ]
    .map(inLines)
    .join('\n');

/** What a person reads at the end of a year. */
export const reportOf = (
  result: YearResult,
  remarks: readonly Remark[],
  comparison: Comparison,
  colours: boolean,
): string => {
  const {
    list,
    counts: { events, commands, refusals, refusalCodes, retries, seconds },
  } = result;
  const codes = Object.entries(refusalCodes)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
  return [
    '',
    `${list.city} ${list.year} 年民生实事项目 · ${list.listId} · ${list.mode === 'government' ? '政府审定' : '人大代表票决'} · ` +
      `seed ${list.seed}`,
    '',
    tableOf(result, colours),
    '',
    `事件 events ${events}  命令 commands ${commands}  拒绝 refusals ${refusals}${codes && ` (${codes})`}  重发 ` +
      `retries ${retries}  用时 ${seconds} s`,
    ...[
      cycleSays(result.cycle),
      ...percentagesSay(comparison),
      ...(remarks.length > 0 ? ['说明 · notes', ...remarks.map((remark) => `  · ${remarkSays(remark)}`)] : []),
    ].map(inLines),
  ].join('\n');
};
