import type { DeliveryRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const completionProblems = {
  INDICATORS_NOT_MET: { zh: '经核实尚未达标的指标：{indicators}', en: 'Not met by verified figures: {indicators}' },
  INDICATORS_UNPROVEN: {
    zh: '以文字承诺的指标没有当年阶段目标，也没有佐证：{indicators}，请附佐证',
    en: 'Promised in words, without a stage goal of the year or evidence: {indicators}; name the evidence',
  },
  EXCEPTIONS_NOT_TAKEN: {
    zh: '本清单规则要求各地都完成，不接受例外：{districts}',
    en: 'The rules of this list ask every district; no exception is taken: {districts}',
  },
  COMPLETION_ACCEPTED: {
    zh: '项目已验收为完成，核实后指标 {indicators} 将不达标；请先“回头看”重新打开项目',
    en: 'Accepted as met; these figures would leave {indicators} unmet. Open the project again by a look back first',
  },
  ALL_INDICATORS_MET: { zh: '各指标均已达标，请申报完成', en: 'Every indicator is met; claim completion' },
  COMPLETION_NOT_CLAIMED: {
    zh: '还没有申报完成，也没有认定未完成',
    en: 'Completion is not claimed, nor recorded as not met',
  },
  REPORTS_UNCHECKED: {
    zh: '还有月报没有核实：{reports}，请先核实或退回，再验收',
    en: 'Reports wait for their check: {reports}; verify or return them before the acceptance',
  },
  NOTHING_VERIFIED_SINCE: {
    zh: '回头看发现没有办实，此前的数不再作数：请先报送整改后的月报并经核实，再申报完成',
    en: 'A look back found that the figures do not hold: report what was repaired and have it verified first',
  },
  NOT_ACCEPTED: { zh: '还没有验收通过', en: 'The project is not accepted' },
  NOT_SCORED: { zh: '还没有满意度结果', en: 'Satisfaction is not scored' },
  RECTIFICATIONS_OPEN: { zh: '还有 {open} 件差评整改未销号', en: '{open} rectifications are still open' },
  ORDERS_OPEN: { zh: '还有督办单未销号', en: 'Supervision orders are still open' },
  ISSUES_OPEN: { zh: '还有联席会议问题未解决', en: 'Issues of the joint conference are unresolved' },
  STILL_LISTED: {
    zh: '还在挂牌督办：{departments}，请先解除',
    en: 'Still under listed supervision: {departments}; delist first',
  },
  ADJUSTMENTS_UNDECIDED: { zh: '还有调整申请没有决定', en: 'An adjustment is not decided yet' },
  ACCEPTANCE_LEVEL_OUT_OF_TURN: { zh: '现在应做“{due}”，不是“{level}”', en: 'The level due now is {due}, not {level}' },
  INSPECTOR_IS_THE_LEAD: {
    zh: '{inspector} 是牵头单位，验收须由其他单位进行',
    en: '{inspector} leads the project; another unit inspects it',
  },
  INSPECTOR_INSPECTED_BEFORE: {
    zh: '{inspector} 已做过下一级验收，每级须由不同单位进行',
    en: '{inspector} inspected a level before; each level is another unit',
  },
} satisfies Partial<Record<DeliveryRefusal, ProblemText>>;
