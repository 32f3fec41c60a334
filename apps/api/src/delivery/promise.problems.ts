import type { DeliveryRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const promiseProblems = {
  DISTRICT_SUM_BELOW_TOTAL: {
    zh: '指标 {indicatorId} 各地任务合计 {sum}，少于总目标 {total}',
    en: 'District targets of {indicatorId} sum to {sum}, below the total of {total}',
  },
  DISTRICT_SUM_ABOVE_TOTAL: {
    zh: '指标 {indicatorId} 各地任务合计 {sum}，多于总目标 {total}；如为预留，请注明 buffer',
    en: 'District targets of {indicatorId} sum to {sum}, above {total}; say buffer if that is meant',
  },
  DISTRICT_COUNTED_TWICE: {
    zh: '指标 {indicatorId} 中 {district} 重复计算：联合填报单位的成员不能再单列，市本级只有一个',
    en:
      '{district} is counted twice in {indicatorId}: members of a reporting group stand nowhere else, and there ' +
      'is one own level',
  },
  NEGATIVE_COUNT: {
    zh: '“{indicator}”不能是负数（{value}）；如为净增数，申报时请注明 net，增长率请注明 rateOf',
    en: '{indicator} cannot be below zero ({value}); a balance is declared net, growth by rateOf, when it is proposed',
  },
  TARGET_OF_ZERO: {
    zh: '“{indicator}”的目标不能是 0：请写明要做到多少；确无数量的，目标留空并写 targetText',
    en: 'The target of {indicator} cannot be 0: say how much is promised, or leave it empty and use targetText',
  },
  SHARE_ABOVE_WHOLE: {
    zh: '“{indicator}”是占比，不能超过 100%（{value}）；如为增长率或完成率，申报时请注明 rateOf',
    en: '{indicator} is a share and never above 100 percent ({value}); growth and completion are declared by rateOf',
  },
  STEPS_FALL: {
    zh: '“{indicator}”到 {due} 的阶段目标由 {before} 降为 {now}；累计数只增不减，每次新增请注明 stepsAre',
    en: 'The step of {indicator} due in {due} falls from {before} to {now}; cumulative steps never fall',
  },
  NAME_DIFFERS_BY_WIDTH: {
    zh: '“{name}”与已有的“{twin}”看起来是同一个名称，只是全角半角或看不见的字符不同，请写成“{twin}”',
    en: '{name} reads as {twin}, which is known, and differs in width or invisible characters only; write {twin}',
  },
  NEGATIVE_AMOUNT: { zh: '投资金额不能是负数（{amount}）', en: 'Investment cannot be below zero ({amount})' },
  SOURCES_DO_NOT_SUM: {
    zh: '各资金来源合计 {sum} 万元，应等于年度投资 {year} 万元',
    en: 'The sources sum to {sum}, not to the {year} of the year',
  },
  PAYMENTS_FALL: {
    zh: '到 {due} 的累计支付计划由 {before} 降为 {now}，累计数只增不减',
    en: 'Payments planned by {due} fall from {before} to {now}; they are cumulative',
  },
  DISTRICT_UNACCOUNTED_FOR: {
    zh: '“{indicator}”的新分解表没有 {districts}，请在 departures 中写明去向：更名、拆分、并入，或退出及原因',
    en:
      'The new table of {indicator} leaves out {districts}; say in departures what becomes of their figures: ' +
      'renamed, split, merged, or withdrawn with a reason',
  },
  DEPARTURE_DOES_NOT_FIT: {
    zh: '“{indicator}”：{district} 仍在分解表中，或从未分解、报送过，不能写去向',
    en: '{indicator}: {district} is still in the table, or was never in it; it needs no departure',
  },
  SUCCESSOR_DOES_NOT_FIT: {
    zh: '“{indicator}”：{district} 的数不能转给 {successor}，须是新表中的地区，更名须用新名；比率不能拆分合并，请写退出后重报',
    en:
      '{indicator}: {successor} cannot take over from {district}. It must be in the new table, and be new if it is a ' +
      'new name; a rate or standard is neither split nor merged: withdraw it and report again',
  },
  DEPARTMENT_TAKES_NO_PART: {
    zh: '{department} 不是这个项目的牵头或配合单位',
    en: '{department} takes no part in this project',
  },
  LIAISON_NOT_APPOINTED: {
    zh: '{department} 没有确定联络员，或其个人信息已经删除',
    en: '{department} has named no liaison officer, or they are erased already',
  },
  LIAISON_OF_ANOTHER_DEPARTMENT: {
    status: 403,
    zh: '只能确定本单位的联络员，不是 {department} 的',
    en: 'A department names its own liaison officer, not that of {department}',
  },
  NOT_A_PARTICIPANT: {
    status: 403,
    zh: '联络员的联系方式只供发展改革委和本项目的牵头、配合单位查看；{department} 没有参加，如需联系请找发展改革委',
    en:
      'Liaison officers are shown to the commission and to the departments that take part; {department} does not. ' +
      'Ask the commission',
  },
} satisfies Partial<Record<DeliveryRefusal, ProblemText>>;
