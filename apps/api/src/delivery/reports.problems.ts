import type { DeliveryRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const reportsProblems = {
  INDICATOR_UNKNOWN: { zh: '没有指标 {indicatorId}', en: 'There is no indicator {indicatorId}' },
  DISTRICT_UNKNOWN: {
    zh: '指标 {indicatorId} 没有分解到 {district}',
    en: 'Indicator {indicatorId} has no target in {district}',
  },
  DUPLICATE_LINE: {
    zh: '指标 {indicatorId} {district} 填了两次',
    en: 'Indicator {indicatorId} {district} is given twice',
  },
  FIGURE_EXPECTED: { zh: '指标 {indicatorId} 应填数值', en: 'Indicator {indicatorId} needs a figure' },
  EVENT_DATE_EXPECTED: {
    zh: '指标 {indicatorId} 是事项，应填完成日期',
    en: 'Indicator {indicatorId} is an event; give the day it happened',
  },
  REPORT_SUM_MISMATCH: {
    zh: '指标 {indicatorId} 合计 {whole}，各地相加为 {sum}',
    en: 'Indicator {indicatorId} says {whole}, its districts sum to {sum}',
  },
  CUMULATIVE_FALLS: {
    zh: '指标 {indicatorId} {district} 累计数由 {before} 降为 {now}，请写明原因 reason',
    en: 'The cumulative figure of {indicatorId} {district} falls from {before} to {now}; give the reason',
  },
  DAY_TO_COME: {
    zh: '“{indicator}”填的日期 {day} 还没有到（今天 {today}），请在发生之后填报',
    en: '{indicator} is given the day {day}, which is to come (today is {today}); report it afterwards',
  },
  CHECKPOINTS_TO_COME: {
    zh: '“{indicator}”是分次任务，到 {period} 至多应做 {begun} 次，填了 {value}；以后各期的到时再填',
    en: '{indicator} recurs: by {period} it can have been done {begun} times, not {value}; report later ones in time',
  },
  DONE_BEFORE_THE_YEAR: {
    zh: '“{indicator}”填的完成日期 {day} 早于清单年度 {year}，请写明原因 reason',
    en: '{indicator} was done on {day}, before {year}, the year of the list; give the reason',
  },
  MONEY_FALLS: {
    zh: '累计{kind}由 {before} 万元降为 {now} 万元，请写明原因 money.reason',
    en: 'The cumulative sum ({kind}) falls from {before} to {now}; give the reason in money.reason',
  },
  LINES_MISSING: {
    zh: '还有 {missing} 项没有填：{lines}。请填数值，或注明与上月相同 unchanged，或写明为何无数 noFigure；其余各项相同的写在 otherLines',
    en:
      '{missing} lines are missing: {lines}. Give a figure, say unchanged since last month, or why there is no ' +
      'figure (noFigure); what all other lines state goes into otherLines',
  },
  REPORT_EMPTY: {
    zh: '没有改动任何一项，请写明要更正的数值',
    en: 'No line is changed; give the lines to be corrected',
  },
  UNCHANGED_WITHOUT_FIGURE: {
    zh: '“{indicator}”{district} 以前没有数，不能填与上月相同，请填数值或写明为何无数 noFigure',
    en:
      '{indicator} {district} has no earlier figure to be unchanged from; give a figure, or why there is none ' +
      '(noFigure)',
  },
  PERIOD_OUTSIDE_YEAR: { zh: '{period} 不在清单年度内', en: '{period} is outside the year of the list' },
  PERIOD_NOT_BEGUN: { zh: '{period} 还没有到（今天 {today}）', en: '{period} has not begun (today is {today})' },
  PERIOD_CLOSED: {
    zh: '{period} 已关账，请用更正并写明原因',
    en: '{period} is closed; send a correction with its reason',
  },
  MONTH_NOT_OVER: {
    zh: '{period} 自 {from} 起才能关账（今天 {today}）；确需提前的，请写明理由 force.reason',
    en: '{period} can be closed from {from} (today is {today}); to close it before, give force.reason',
  },
  REPORTS_WAITING: {
    zh: '{departments} {period} 的月报还没有核实，请先核实或退回；确需关账的，请写明理由 force.reason',
    en: 'The reports of {departments} for {period} wait for their check: verify or return them, or give force.reason',
  },
  EARLIER_MONTHS_OPEN: {
    zh: '{months} 还没有关账，请先关账，或在 gap 中列明并写明理由',
    en: '{months} are still open: close them first, or name them in gap with the reason',
  },
  PERIOD_NOT_CLOSED: { zh: '{period} 还没有关账，请直接报送', en: '{period} is still open; send an ordinary report' },
  REPORT_ALREADY_SUBMITTED: {
    zh: '{department} {period} 的月报已报送',
    en: 'The report of {department} for {period} has been sent',
  },
  REPORT_NOT_SUBMITTED: {
    zh: '{department} {period} 没有待核实的月报',
    en: '{department} has no report for {period} to act on',
  },
  REPORT_NOT_VERIFIED: {
    zh: '{department} {period} 没有已核实、待认定的月报',
    en: '{department} has no verified report for {period} to certify',
  },
  PART_ABOVE_WHOLE: {
    zh: '指标 {indicatorId} {district} 为 {part}，大于所属指标 {wholeId} 的 {whole}',
    en: 'Indicator {indicatorId} {district} is {part}, above the {whole} of {wholeId} that it is part of',
  },
  EVIDENCE_MISSING: {
    zh: '指标 {indicatorId} {district} 已达目标，请附佐证材料',
    en: 'Indicator {indicatorId} {district} reaches its target; evidence is needed',
  },
  FIGURE_NEEDS_CONFIRMATION: {
    zh: '指标 {indicatorId} {district} 完成率 {percent}%，超过 {limit}%，核实无误请注明 confirmed',
    en:
      'Indicator {indicatorId} {district} stands at {percent} percent, over {limit}; say confirmed if it was ' +
      'looked at',
  },
  AUTHOR_CANNOT_VERIFY: { status: 403, zh: '不能核实自己填报的数据', en: 'Nobody verifies their own report' },
} satisfies Partial<Record<DeliveryRefusal, ProblemText>>;
