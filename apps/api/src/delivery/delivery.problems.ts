import type { DeliveryRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';
import { changeProblems } from './change.problems';
import { promiseProblems } from './promise.problems';
import { completionProblems } from './completion.problems';
import { reportsProblems } from './reports.problems';
import { supervisionProblems } from './supervision.problems';

/** Every code that a delivery refuses with: one without texts does not compile here, and gets them in its part. */
export const deliveryProblems: Readonly<Record<DeliveryRefusal, ProblemText>> = {
  DELIVERY_NOT_STARTED: { status: 404, zh: '这个项目还没有列入年度清单', en: 'The project is not on an adopted list' },
  DELIVERY_ALREADY_STARTED: { zh: '这个项目已开始实施', en: 'Delivery has started already' },
  DELIVERY_NOT_UNDER_WAY: {
    zh: '项目现在的状态是 {status}，不能这样办',
    en: 'The project is {status}; this cannot be done now',
  },
  NOT_THE_LEAD_DEPARTMENT: { status: 403, zh: '贵单位不是牵头单位', en: 'Your department does not lead this' },
  ...promiseProblems,
  ...reportsProblems,
  ...supervisionProblems,
  ...changeProblems,
  ...completionProblems,
};
