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
  DEPARTMENT_TAKES_NO_PART: {
    zh: '{department} 不是这个项目的牵头或配合单位',
    en: '{department} takes no part in this project',
  },
  LIAISON_OF_ANOTHER_DEPARTMENT: {
    status: 403,
    zh: '只能确定本单位的联络员，不是 {department} 的',
    en: 'A department names its own liaison officer, not that of {department}',
  },
} satisfies Partial<Record<DeliveryRefusal, ProblemText>>;
