import type { Comparison } from './printed-percentages';
import { tableOf } from './table';
import type { YearResult } from './year-result';

const percentagesSay = ({ reproduced, largestDifference, reasons, unexplained }: Comparison): string[] => [
  `公布的百分比 · printed percentages: 重现 reproduced ${reproduced}${reproduced > 0 ? `，最大相差 largest difference ${largestDifference} 个百分点` : ''}，已注明原因 explained ${reasons.length}，不明 unexplained ${unexplained.length}`,
  ...reasons.map((reason) => `  · ${reason}`),
  ...unexplained.map((what) => `  ✗ ${what}`),
];

/** What a person reads at the end of a year. */
export const reportOf = (result: YearResult, comparison: Comparison, colours: boolean): string => {
  const { list, counts: { events, commands, refusals, refusalCodes, retries, seconds }, notes } = result;
  const codes = Object.entries(refusalCodes).map(([code, count]) => `${code} ${count}`).join(', ');
  return [
    '', `${list.city} ${list.year} 年民生实事项目 · ${list.listId} · ${list.mode === 'government' ? '政府审定' : '人大代表票决'} · seed ${list.seed}`, '',
    tableOf(result, colours), '',
    `事件 events ${events}  命令 commands ${commands}  拒绝 refusals ${refusals}${codes && ` (${codes})`}  重发 retries ${retries}  用时 ${seconds} s`,
    ...percentagesSay(comparison),
    ...(notes.length > 0 ? [`说明 · notes (${notes.length})`, ...notes.map((note) => `  · ${note}`)] : []),
  ].join('\n');
};
