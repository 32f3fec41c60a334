import type { Comparison } from './printed-percentages';
import { tableOf } from './year-table';
import type { Remark } from '../plan/year-plan';
import type { Cycle, YearResult } from './year-result';

/** Names shown of what a remark is about; `--json` holds all of them. */
const SHOWN = 3;
const remarkSays = ({ text, about }: Remark): string =>
  about.length === 0
    ? text
    : `${text}：${about.slice(0, SHOWN).join('、')}${about.length > SHOWN ? ` 等 ${about.length} 项` : ''}`;

const percentagesSay = ({ reproduced, largestDifference, reasons, unexplained }: Comparison): string[] => [
  `公布的百分比 · printed percentages: 重现 ` +
    `reproduced ${reproduced}${
      reproduced > 0 ? `，最大相差 largest difference ${largestDifference} ` + `个百分点` : ''
    }，已注明原因 explained ${reasons.length}，不明 unexplained ${unexplained.length}`,
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
    cycleSays(result.cycle),
    ...percentagesSay(comparison),
    ...(remarks.length > 0 ? ['说明 · notes', ...remarks.map((remark) => `  · ${remarkSays(remark)}`)] : []),
  ].join('\n');
};
