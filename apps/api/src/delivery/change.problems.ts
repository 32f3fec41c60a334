import type { DeliveryRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const changeProblems = {
  ADJUSTMENT_UNKNOWN: { zh: '没有第 {adjustment} 号调整申请', en: 'There is no adjustment {adjustment}' },
  ADJUSTMENT_ALREADY_OPEN: {
    zh: '同一事项的第 {adjustment} 号调整申请还没有决定',
    en: 'Adjustment {adjustment} of the same matter is not decided yet',
  },
  ADJUSTMENT_ALREADY_CHECKED: {
    zh: '第 {adjustment} 号调整申请已审核',
    en: 'Adjustment {adjustment} has been checked',
  },
  ADJUSTMENT_NOT_CHECKED: {
    zh: '第 {adjustment} 号调整申请还没有审核',
    en: 'Adjustment {adjustment} has not been checked',
  },
  ADJUSTMENT_ALREADY_DECIDED: {
    zh: '第 {adjustment} 号调整申请已有决定',
    en: 'Adjustment {adjustment} has been decided',
  },
  ADJUSTMENT_NOT_APPROVED: {
    zh: '第 {adjustment} 号调整没有待公告的批准决定',
    en: 'Adjustment {adjustment} has no approval to give notice of',
  },
  DECISION_IN_THE_FUTURE: {
    zh: '决定日期 {heldOn} 还没有到（今天 {today}），请在会议之后记录',
    en: 'The decision is dated {heldOn}, and today is {today}: record it after it was made',
  },
  DECISION_BEFORE_THE_CHECK: {
    zh: '决定日期 {heldOn} 早于申请或审核的日期 {since}，请核对会议日期',
    en: 'The decision is dated {heldOn}, before the application or its check ({since}): look at the date again',
  },
  NOT_THE_ADOPTING_BODY: {
    zh: '清单由 {adoptedBy} 通过，{body} 不能决定调整',
    en: '{adoptedBy} adopted the list; {body} cannot decide on it',
  },
  BODY_MAY_NOT_DECIDE: {
    zh: '按清单规则，{body}（{bodyKind}）不能决定调整，可决定的机关：{allowed}',
    en: 'By the rules of the list {body} ({bodyKind}) cannot decide on adjustments; these may: {allowed}',
  },
  NOTHING_TO_CHANGE: { zh: '新值与现值相同：{change}', en: 'The new value is the one that stands: {change}' },
  CHANGE_GIVEN_TWICE: { zh: '同一事项写了两次', en: 'One thing is changed twice' },
  ENDING_STANDS_ALONE: {
    zh: '结转、拆分、并入、终止须单独申请',
    en: 'Carrying over, splitting, merging or terminating is applied for by itself',
  },
  CHANGE_DOES_NOT_FIT: { zh: '改后的承诺不成立：{why}', en: 'The promise would not hold together: {why}' },
  DISTRICT_TARGETS_UNACCOUNTED_FOR: {
    zh: '“{indicator}”已分解到 {districts}，请写明各地任务如何处理：保留为预留 kept as buffer，或重新分解 split again',
    en: '{indicator} is broken down to {districts}; say what becomes of their targets: kept as buffer, or split again',
  },
  DISTRICT_TARGETS_DO_NOT_FIT: {
    zh: '“{indicator}”重新分解须逐一写明各地任务：{districts}',
    en: '{indicator} is split again among exactly the districts that have a target: {districts}',
  },
  DUE_AFTER_THE_YEAR: {
    zh: '指标 {indicatorId} 没有本年度阶段目标，不能延到年后（{dueOn}），请申请结转',
    en: 'Indicator {indicatorId} has no goal for this year, so {dueOn} is too late; carry the project over',
  },
  DUE_IN_THE_PAST: {
    zh: '“{indicator}”的新期限 {dueOn} 已过（今天 {today}），请写以后的日期',
    en: 'The new day {dueOn} of {indicator} has passed (today is {today}); give a later one',
  },
  NOT_TO_A_LATER_YEAR: {
    zh: '只能结转到以后的年度，不是 {toYear}',
    en: 'A project is carried over to a later year, not to {toYear}',
  },
  INTO_ITSELF: {
    zh: '拆分、并入的项目须各不相同，且不是本项目',
    en: 'Projects to split or merge into must differ, and none may be this one',
  },
  PROJECT_DOES_NOT_GO_ON: {
    zh: '没有项目 {projectId}，或它已结束',
    en: 'Project {projectId} is not there, or has ended',
  },
} satisfies Partial<Record<DeliveryRefusal, ProblemText>>;
