import type {
  AnnualListRefusal,
  CalendarRefusal,
  CandidateRefusal,
  DeliveryRefusal,
  EvaluationRefusal,
  FunctionalZoneRefusal,
  MeetingRefusal,
  NationalRefusal,
  RegionRefusal,
  SitesRefusal,
  SuggestionRefusal,
} from '@minsheng/domain';
import type { DoorCode, ProblemCode } from './problem';

interface Texts {
  readonly zh: string;
  readonly en: string;
}

const door: Record<DoorCode, Texts> = {
  MALFORMED: {
    zh: '请求内容不符合要求，见 errors 中各字段',
    en: 'The request does not fit its schema; see errors for each field',
  },
  MALFORMED_JSON: { zh: '请求体不是合法的 JSON', en: 'The body is not valid JSON' },
  BODY_TOO_LARGE: { zh: '请求体过大，请分批提交', en: 'The body is over the limit; send it in parts' },
  MEDIA_TYPE_NOT_SUPPORTED: { zh: '请用 Content-Type: application/json', en: 'Send Content-Type: application/json' },
  ROUTE_UNKNOWN: { zh: '没有这个地址，接口说明见 /api', en: 'No such address; see /api for what there is' },
  NOT_FOUND: { zh: '没有找到 {what}', en: 'No {what} was found' },
  TOKEN_MISSING: {
    zh: '请先登录：需要 Authorization: Bearer 令牌',
    en: 'Sign in first: send Authorization: Bearer with a token',
  },
  TOKEN_INVALID: { zh: '令牌无效或已过期，请重新登录', en: 'The token is not valid any more; sign in again' },
  ROLE_NOT_ALLOWED: {
    zh: '您的角色（{role}）不能做这件事，可由 {allowed} 办理',
    en: 'Your role ({role}) may not do this; {allowed} may',
  },
  OTHER_REGION: { zh: '这是其他地区的事项，您属于 {region}', en: 'This belongs to another region; yours is {region}' },
  ROUTE_WITHOUT_POLICY: { zh: '这个地址没有设定权限，已拒绝', en: 'This route has no policy and is refused' },
  BUSINESS_DATE_NOT_ALLOWED: {
    zh: '只有演练模式可以指定业务日期（Business-Date）',
    en: 'Only a rehearsal may set Business-Date',
  },
  BUSINESS_DATE_MALFORMED: { zh: 'Business-Date 应为 YYYY-MM-DD', en: 'Business-Date must be YYYY-MM-DD' },
  IDEMPOTENCY_KEY_MISSING: {
    zh: '缺少 Idempotency-Key：每个新请求一个新值，重发时不变',
    en: 'Idempotency-Key is missing: a new value for each new request, the same for a retry',
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    zh: 'Idempotency-Key 应为 8–120 个可见 ASCII 字符',
    en: 'Idempotency-Key must be 8 to 120 visible ASCII signs',
  },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '这个 Idempotency-Key 已用于另一个请求，请换一个',
    en: 'This Idempotency-Key was used for another request; take a new one',
  },
  IF_MATCH_MALFORMED: {
    zh: 'If-Match 应为读取时得到的 ETag，例如 "12"',
    en: 'If-Match must be the ETag you read, such as "12"',
  },
  ROWS_REFUSED: {
    zh: '整批未办理：有 {problems} 处需要改正，见 errors 中各行',
    en: 'Nothing was taken: {problems} problems, see errors for each row',
  },
  PROJECT_OF_ANOTHER_LIST: {
    zh: '这个项目不属于清单 {listId}',
    en: 'The project belongs to another list than {listId}',
  },
  APPEND_TOO_LARGE: {
    zh: '内容过大：{events} 件共 {bytes} 字节，一次至多记入 {mostEvents} 件、{mostBytes} 字节，请分批',
    en:
      'Too large: {bytes} bytes in {events} events, over the {mostBytes} bytes and {mostEvents} events of one ' +
      'append; send it in parts',
  },
  TOGETHER_NOT_POSSIBLE: {
    zh: '所用的事件库不能跨项目整批记入，请逐个项目报送',
    en: 'This event store cannot take several projects all or none; send them one by one',
  },
  IF_MATCH_OF_MANY: {
    zh: '这个请求涉及多个项目，不能用 If-Match',
    en: 'This request is about several projects; If-Match cannot be used',
  },
  STALE_VERSION: {
    zh: '您看到的是第 {expected} 版，现在是第 {actual} 版，请刷新后再办',
    en: 'You saw version {expected}, it is {actual} now; read again first',
  },
  CONFLICT: {
    zh: '有人同时在办理，请稍后用同一 Idempotency-Key 重试',
    en: 'Somebody else is acting on this; try again with the same key',
  },
  BUSY: {
    zh: '系统繁忙，未办理，请稍后用同一 Idempotency-Key 重试',
    en: 'Too busy, nothing was done; try again with the same key',
  },
  STORE_UNAVAILABLE: {
    zh: '暂时连不上数据库，结果未知，请用同一 Idempotency-Key 重试',
    en: 'The database cannot be reached and the outcome is unknown; try again with the same key',
  },
  NOT_YET_VISIBLE: {
    zh: '已办理，页面还在更新（现到 {position}），请稍后再看',
    en: 'Done, but the pages are still catching up (now at {position}); look again shortly',
  },
  NOT_YET_COUNTED: {
    zh: '评价刚截止，正在计数，请稍后用同一 Idempotency-Key 重试',
    en: 'The evaluation has just closed and is being counted; try again with the same key',
  },
  AS_OF_IN_THE_FUTURE: {
    zh: '{asOf} 尚未到来，只能查询此前的情况（现在是 {now}）',
    en: '{asOf} is still to come; ask for what was recorded until now ({now})',
  },
  CURSOR_MALFORMED: { zh: '翻页标记无效，请从第一页开始', en: 'The cursor is not valid; start from the first page' },
  INTERNAL: {
    zh: '系统出错，已记录，请把编号 instance 告诉管理员',
    en: 'Our fault; it was logged. Tell the administrator the instance number',
  },
};

const suggestion: Record<SuggestionRefusal, Texts> = {
  SUGGESTION_UNKNOWN: { zh: '没有这条建议', en: 'There is no such suggestion' },
  SUGGESTION_ALREADY_RECEIVED: { zh: '这条建议已收到', en: 'This suggestion was received before' },
  SUGGESTION_ALREADY_REGISTERED: { zh: '这条建议已登记', en: 'This suggestion is registered already' },
  SUGGESTION_NOT_REGISTERED: { zh: '请先登记这条建议', en: 'Register the suggestion first' },
  SUGGESTION_IS_MERGED: {
    zh: '这条建议已合并，请办理主件，或先拆分',
    en: 'It is merged into another; act on that one, or unmerge first',
  },
  SUGGESTION_NOT_MERGED: { zh: '这条建议没有合并，无需拆分', en: 'It is not merged' },
  SUGGESTION_CLOSED: { zh: '这条建议已办结', en: 'The suggestion is closed' },
  NOT_MERGED_INTO_ITSELF: { zh: '不能合并到自己', en: 'A suggestion cannot be merged into itself' },
  MERGE_TARGET_UNKNOWN: { zh: '没有找到要合并到的主件', en: 'The suggestion to merge into does not exist' },
  MERGE_TARGET_IS_MERGED: {
    zh: '主件自己已被合并，请合并到它的主件',
    en: 'The target is itself merged; merge into its own target',
  },
  MERGE_ACROSS_LISTS: {
    zh: '只能合并同一年度、同一地区的建议',
    en: 'Only suggestions of one region and year can be merged',
  },
  NOT_THE_HANDLING_DEPARTMENT: { zh: '这条建议不是交贵单位研究的', en: 'Another department handles this suggestion' },
  SUGGESTION_NOT_SCREENED: { zh: '请先按“四可”筛选或转办', en: 'Screen or refer the suggestion first' },
  CRITERIA_NOT_MET: {
    zh: '四项标准（可感知、可落实、可支撑、可考核）都满足才能列为候选',
    en: 'A candidate must meet all four criteria',
  },
  REASON_MISSING: { zh: '不列为候选的，请写明理由', en: 'Give the reason why it is no candidate' },
};

/** What a delivery refuses too is told in the same words. */
const selection: Record<Exclude<CandidateRefusal | AnnualListRefusal, DeliveryRefusal>, Texts> = {
  CANDIDATE_UNKNOWN: { zh: '没有这个候选项目', en: 'There is no such candidate' },
  CANDIDATE_ALREADY_PROPOSED: { zh: '这个候选项目已提出', en: 'The candidate was proposed before' },
  CANDIDATE_ALREADY_DECIDED: { zh: '这个候选项目已有结论', en: 'The candidate has been decided on' },
  LIST_UNKNOWN: { zh: '没有这份年度清单，请先开始编制', en: 'There is no such list; open it first' },
  LIST_ALREADY_OPENED: {
    zh: '一地一年只有一份清单，已在编制',
    en: 'There is one list per region and year, and it is open already',
  },
  LIST_ALREADY_ADOPTED: {
    zh: '年度清单已公布，此后的改动要走调整程序',
    en: 'The list is adopted; changes need an adjustment',
  },
  LIST_NOT_ADOPTED: {
    zh: '年度清单公布以后才能年中修订规则；此前请用“通过规则”',
    en: 'Rules are amended once the list is adopted; before that, adopt them',
  },
  RULES_REACH_BACK: {
    zh: '新规则只能自本月或本年度此后的月份起生效（{from}，今天 {today}），不追溯',
    en:
      'A new rule set holds from this month or a later one of the year ({from}, today {today}); it never reaches ' +
      'back',
  },
  PART_OF_ANOTHER_UNIT: {
    zh: '指标 {indicatorId} 是其中数，计量单位（{unit}）须与总数（{whole}）相同',
    en: '{indicatorId} is a part; its unit ({unit}) must be that of the whole ({whole})',
  },
  STAGE_GOAL_MISSING: {
    zh: '指标 {indicatorId} 的完成时限在 {year} 年以后，请写明 {year} 年的阶段目标',
    en: '{indicatorId} is due after {year}; say its stage goal for {year}',
  },
  DUE_BEFORE_THE_YEAR: {
    zh: '指标 {indicatorId} 的完成时限 {dueOn} 早于清单年度 {year}',
    en: '{indicatorId} is due on {dueOn}, before the year {year} of the list',
  },
  RULES_NOT_ADOPTED: { zh: '请先通过亮灯、评价等规则', en: 'Adopt the rules first' },
  NOT_PUT_TO_DECISION: { zh: '候选项目尚未提交决定', en: 'The candidates are not put to decision' },
  CANDIDATE_OF_ANOTHER_LIST: { zh: '有候选项目不属于这份清单', en: 'A candidate belongs to another list' },
  CANDIDATES_NOT_PROPOSED: { zh: '有项目不在候选之中', en: 'A project is not among the candidates' },
  TOO_FEW_CANDIDATES: {
    zh: '候选 {candidates} 个，少于应选 {seats} 个',
    en: '{candidates} candidates for {seats} places are too few',
  },
  LIST_IS_VOTED_BY_DEPUTIES: { zh: '这份清单由人大代表票决', en: 'This list is voted by the deputies' },
  LIST_IS_DECIDED_BY_GOVERNMENT: { zh: '这份清单由政府审定', en: 'This list is decided by government' },
  BALLOT_ALREADY_RECORDED: { zh: '决定已经记录', en: 'The decision is recorded already' },
  BALLOT_MISSES_CANDIDATES: {
    zh: '计票须包括全部候选项目，且不多不少',
    en: 'The tallies must name every candidate, once',
  },
  MORE_BALLOTS_THAN_ISSUED: {
    zh: '票数不合：代表 {deputies}、发出 {issued}、收回 {returned}、有效 {valid}，后者不能多于前者',
    en: 'Deputies {deputies}, issued {issued}, returned {returned}, valid {valid}: no number may exceed the one before',
  },
  BALLOT_SUM_MISMATCH: {
    zh: '{projectId} 的赞成、反对、弃权、未表决合计 {sum}，应等于有效票 {valid}',
    en: 'The votes on {projectId} sum to {sum}, not to the {valid} valid ballots',
  },
  DECISION_MISSING: { zh: '还没有记录票决或审定结果', en: 'No decision is recorded' },
  TIE_AT_CUT_OFF: {
    zh: '末位有 {tied} 个项目票数相同，须再次表决',
    en: '{tied} projects are tied at the cut-off; they must be voted on again',
  },
  NO_SUCH_TIE: { zh: '没有需要再次表决的并列项目', en: 'There is no tie to resolve' },
  WRONG_NUMBER_OF_PROJECTS: {
    zh: '应选 {expected} 个，实为 {given} 个',
    en: '{expected} projects are to be chosen, not {given}',
  },
};

const delivery: Record<DeliveryRefusal, Texts> = {
  DELIVERY_NOT_STARTED: { zh: '这个项目还没有列入年度清单', en: 'The project is not on an adopted list' },
  DELIVERY_ALREADY_STARTED: { zh: '这个项目已开始实施', en: 'Delivery has started already' },
  DELIVERY_NOT_UNDER_WAY: {
    zh: '项目现在的状态是 {status}，不能这样办',
    en: 'The project is {status}; this cannot be done now',
  },
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
  LIGHT_UNKNOWN: { zh: '{period} 没有关账，还没有亮灯', en: '{period} is not closed, so it has no light' },
  COLOUR_NOT_OF_THE_RULE: {
    zh: '现行亮灯规则（{scheme}）没有 {colour} 这种颜色',
    en: 'The rule of lights ({scheme}) knows no {colour}',
  },
  OVERRIDE_CHANGES_NOTHING: { zh: '{period} 本来就是 {colour}，无需人工调整', en: '{period} is {colour} already' },
  OVERRIDE_ENDS_IN_THE_PAST: {
    zh: '人工调整的截止日 {until} 已过（今天 {today}）',
    en: 'The last day {until} is past (today is {today})',
  },
  OVERRIDE_UNKNOWN: { zh: '{period} 没有人工调整的亮灯', en: 'No light of {period} is set by hand' },
  RULES_CHANGED_ALREADY: {
    zh: '第 {rulesVersion} 版规则已经生效',
    en: 'Version {rulesVersion} of the rules is in force already',
  },
  INDICATOR_UNKNOWN: { zh: '没有指标 {indicatorId}', en: 'There is no indicator {indicatorId}' },
  NOT_THE_LEAD_DEPARTMENT: { zh: '贵单位不是牵头单位', en: 'Your department does not lead this' },
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
  PERIOD_OUTSIDE_YEAR: { zh: '{period} 不在清单年度内', en: '{period} is outside the year of the list' },
  PERIOD_NOT_BEGUN: { zh: '{period} 还没有到（今天 {today}）', en: '{period} has not begun (today is {today})' },
  PERIOD_CLOSED: {
    zh: '{period} 已关账，请用更正并写明原因',
    en: '{period} is closed; send a correction with its reason',
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
  AUTHOR_CANNOT_VERIFY: { zh: '不能核实自己填报的数据', en: 'Nobody verifies their own report' },
  ISSUE_UNKNOWN: { zh: '没有待议的第 {issue} 个问题', en: 'There is no open issue {issue}' },
  ISSUE_NOT_DECIDED: { zh: '第 {issue} 个问题还没有议定', en: 'Issue {issue} has not been decided' },
  DEPARTMENT_DOES_NOT_LEAD: {
    zh: '{department} 不是这个项目的牵头单位',
    en: '{department} leads nothing in this project',
  },
  ORDER_UNKNOWN: { zh: '没有给贵单位的第 {order} 号督办单', en: 'There is no supervision order {order} for you' },
  ORDER_NOT_ANSWERED: {
    zh: '第 {order} 号督办单还没有答复；免答须写明 waiver',
    en: 'Order {order} has no answer; a waiver must be recorded',
  },
  ORDER_ALREADY_OPEN: { zh: '{department} 已有一张未销号的督办单', en: '{department} has an open order already' },
  ORDER_ALREADY_CLOSED: { zh: '第 {order} 号督办单已销号', en: 'Order {order} is closed' },
  INDICATORS_NOT_MET: { zh: '经核实尚未达标的指标：{indicators}', en: 'Not met by verified figures: {indicators}' },
  ALL_INDICATORS_MET: { zh: '各指标均已达标，请申报完成', en: 'Every indicator is met; claim completion' },
  COMPLETION_NOT_CLAIMED: {
    zh: '还没有申报完成，也没有认定未完成',
    en: 'Completion is not claimed, nor recorded as not met',
  },
  NOT_ACCEPTED: { zh: '还没有验收通过', en: 'The project is not accepted' },
  NOT_SCORED: { zh: '还没有满意度结果', en: 'Satisfaction is not scored' },
  RECTIFICATIONS_OPEN: { zh: '还有 {open} 件差评整改未销号', en: '{open} rectifications are still open' },
  ORDERS_OPEN: { zh: '还有督办单未销号', en: 'Supervision orders are still open' },
  ISSUES_OPEN: { zh: '还有联席会议问题未解决', en: 'Issues of the joint conference are unresolved' },
  ISSUE_NOT_RESOLVED: {
    zh: '第 {issue} 个问题还没有办结，不能重新提出',
    en: 'Issue {issue} is not resolved, so it cannot be reopened',
  },
  ISSUE_NOT_YOURS: {
    zh: '第 {issue} 个问题由提出单位、责任单位或牵头机构重新提出',
    en: 'Issue {issue} is reopened by whoever raised or owns it, or by the commission',
  },
  ORDER_ALREADY_RECEIVED: { zh: '第 {order} 号督办单已签收', en: 'Order {order} has been received' },
  ORDER_AT_HIGHEST_LEVEL: {
    zh: '第 {order} 号督办单已是红单，不能再升级',
    en: 'Order {order} is red and cannot go further',
  },
  ORDER_DUE_IN_THE_PAST: {
    zh: '办结日 {dueOn} 已过（今天 {today}）',
    en: 'The day {dueOn} has passed (today is {today})',
  },
  ALREADY_LISTED: { zh: '{department} 已在挂牌督办', en: '{department} is under listed supervision already' },
  NOT_LISTED: { zh: '{department} 没有挂牌督办', en: '{department} is not under listed supervision' },
  STILL_LISTED: {
    zh: '还在挂牌督办：{departments}，请先解除',
    en: 'Still under listed supervision: {departments}; delist first',
  },
  ADJUSTMENTS_UNDECIDED: { zh: '还有调整申请没有决定', en: 'An adjustment is not decided yet' },
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
  NOT_THE_ADOPTING_BODY: {
    zh: '清单由 {adoptedBy} 通过，{body} 不能决定调整',
    en: '{adoptedBy} adopted the list; {body} cannot decide on it',
  },
  NOTHING_TO_CHANGE: { zh: '新值与现值相同：{change}', en: 'The new value is the one that stands: {change}' },
  CHANGE_GIVEN_TWICE: { zh: '同一事项写了两次', en: 'One thing is changed twice' },
  ENDING_STANDS_ALONE: {
    zh: '结转、拆分、并入、终止须单独申请',
    en: 'Carrying over, splitting, merging or terminating is applied for by itself',
  },
  CHANGE_DOES_NOT_FIT: { zh: '改后的承诺不成立：{why}', en: 'The promise would not hold together: {why}' },
  DUE_AFTER_THE_YEAR: {
    zh: '指标 {indicatorId} 没有本年度阶段目标，不能延到年后（{dueOn}），请申请结转',
    en: 'Indicator {indicatorId} has no goal for this year, so {dueOn} is too late; carry the project over',
  },
  NOT_TO_A_LATER_YEAR: {
    zh: '只能结转到以后的年度，不是 {toYear}',
    en: 'A project is carried over to a later year, not to {toYear}',
  },
  INTO_ITSELF: {
    zh: '拆分、并入的项目须各不相同，且不是本项目',
    en: 'Projects to split or merge into must differ, and none may be this one',
  },
  INTO_ANOTHER_REGION: { zh: '{projectId} 是其他地区的项目', en: '{projectId} belongs to another region' },
  PROJECT_DOES_NOT_GO_ON: {
    zh: '没有项目 {projectId}，或它已结束',
    en: 'Project {projectId} is not there, or has ended',
  },
  ACCEPTANCE_LEVEL_OUT_OF_TURN: { zh: '现在应做“{due}”，不是“{level}”', en: 'The level due now is {due}, not {level}' },
  INSPECTOR_IS_THE_LEAD: {
    zh: '{inspector} 是牵头单位，验收须由其他单位进行',
    en: '{inspector} leads the project; another unit inspects it',
  },
  INSPECTOR_INSPECTED_BEFORE: {
    zh: '{inspector} 已做过下一级验收，每级须由不同单位进行',
    en: '{inspector} inspected a level before; each level is another unit',
  },
  DEPARTMENT_TAKES_NO_PART: {
    zh: '{department} 不是这个项目的牵头或配合单位',
    en: '{department} takes no part in this project',
  },
  LIAISON_OF_ANOTHER_DEPARTMENT: {
    zh: '只能确定本单位的联络员，不是 {department} 的',
    en: 'A department names its own liaison officer, not that of {department}',
  },
};

const sites: Record<SitesRefusal, Texts> = {
  SITE_UNKNOWN: { zh: '没有第 {no} 号点位，请先登记', en: 'There is no site {no}; register it first' },
  SITE_CHANGED_LATER: {
    zh: '第 {no} 号点位 {last} 已有变化，不能再记 {on} 的变化',
    en: 'Site {no} changed on {last}; {on} is before that',
  },
  SITE_DAY_TO_COME: {
    zh: '第 {no} 号点位的日期 {on} 还没有到（今天 {today}）',
    en: 'The day {on} of site {no} is still to come (today is {today})',
  },
  SITES_OF_ANOTHER_DEPARTMENT: {
    zh: '贵单位不是这个项目的牵头或配合单位',
    en: 'Your department takes no part in this project',
  },
  TOO_MANY_SITES: { zh: '一个项目至多 {most} 个点位', en: 'A project has at most {most} sites' },
};

const meeting: Record<MeetingRefusal, Texts> = {
  MEETING_UNKNOWN: { zh: '没有这次会议', en: 'There is no such meeting' },
  MEETING_ALREADY_CONVENED: { zh: '这次会议已召开', en: 'The meeting was convened before' },
  MEETING_ADJOURNED: { zh: '会议已印发纪要，请列入下次会议', en: 'The minutes are out; take it to another meeting' },
  MEETING_NOT_HELD_YET: {
    zh: '会议 {heldOn} 举行，届时才能议定',
    en: 'The meeting is held on {heldOn}; nothing is decided before',
  },
  AGENDA_ITEM_UNKNOWN: { zh: '议程没有第 {item} 项', en: 'The agenda has no item {item}' },
  AGENDA_ITEM_DECIDED: { zh: '第 {item} 项已议定', en: 'Item {item} has been decided' },
  AGENDA_ITEM_NOT_DECIDED: { zh: '第 {item} 项还没有议定', en: 'Item {item} has not been decided' },
  ISSUE_ON_AGENDA: {
    zh: '{projectId} 的第 {issue} 个问题已在议程',
    en: 'Issue {issue} of {projectId} is on the agenda already',
  },
  ISSUE_OF_ANOTHER_REGION: { zh: '{projectId} 是其他地区的项目', en: '{projectId} belongs to another region' },
  DUE_BEFORE_THE_MEETING: {
    zh: '办结日 {dueOn} 早于会议日 {heldOn}',
    en: 'The day {dueOn} is before the meeting of {heldOn}',
  },
};

const evaluation: Record<EvaluationRefusal, Texts> = {
  EVALUATION_NOT_OPEN: { zh: '评价还没有开放或已经截止', en: 'The evaluation is not open' },
  EVALUATION_ALREADY_OPEN: { zh: '评价已经开放', en: 'The evaluation is open already' },
  EVALUATION_STILL_OPEN: {
    zh: '群众评价开放至 {closesOn}，次日起才能截止',
    en: 'Rating is open until {closesOn}; close it the day after',
  },
  EVALUATION_NOT_CLOSED: { zh: '请先截止群众评价', en: 'Close the evaluation first' },
  ALREADY_SCORED: { zh: '满意度已有结果', en: 'Satisfaction is scored already' },
  ALREADY_DELIVERED: { zh: '这项结果已经提交，不可更改', en: 'This result was delivered and cannot change' },
  SATISFACTION_BALLOT_MISMATCH: {
    zh: '满意、基本满意、不满意合计 {sum}，应等于有效票 {valid}',
    en: 'The grades sum to {sum}, not to the {valid} valid ballots',
  },
  WEIGHTS_MUST_SUM_TO_100: { zh: '权重合计 {sum}，应为 100', en: 'The weights sum to {sum}, not 100' },
  MORE_ANSWERS_THAN_ASKED: {
    zh: '答卷 {answers} 份，多于调查 {asked} 份',
    en: '{answers} answers of {asked} asked are too many',
  },
  RECTIFICATION_UNKNOWN: { zh: '没有这件差评整改', en: 'There is no such rectification' },
  RECTIFICATION_NOT_ANSWERED: { zh: '这件差评整改还没有答复', en: 'The rectification has no answer yet' },
  RECTIFICATION_CLOSED: { zh: '这件差评整改已销号', en: 'The rectification is closed' },
  NOT_THE_RATED_DEPARTMENT: { zh: '这件差评整改不是给贵单位的', en: 'Another department answers this' },
  RATING_WINDOW_CLOSED: {
    zh: '评价时间是 {opensOn} 至 {closesOn}',
    en: 'Ratings are taken from {opensOn} to {closesOn}',
  },
};

const register: Record<NationalRefusal | CalendarRefusal | FunctionalZoneRefusal | RegionRefusal, Texts> = {
  NATIONAL_SCOPE_REQUIRED: {
    zh: '登记对全部地区有效，须由全国登记人员办理；您属于 {region}',
    en: 'Registers hold for every region and are kept with national scope; your region is {region}',
  },
  REGION_UNKNOWN: {
    zh: '{region} 既不是 GB/T 2260 行政区划代码，也不是已登记的功能区',
    en: '{region} is neither a code of GB/T 2260 nor a registered functional zone',
  },
  CODE_OF_A_PLACE: {
    zh: '{regionCode} 是“{name}”的行政区划代码，不能用于功能区',
    en: '{regionCode} stands for a place ({name}) and cannot be the code of a functional zone',
  },
  PARENT_UNKNOWN: {
    zh: '所属地区 {parent} 不是 GB/T 2260 行政区划代码',
    en: 'The parent {parent} is no code of GB/T 2260',
  },
  HOLIDAY_NOTICE_ALREADY_ADOPTED: {
    zh: '{year} 年的节假日安排（{documentNo}）已登记；更正或另有通知的，请说明理由',
    en: 'The notice of {year} ({documentNo}) is adopted already; to correct or replace it give a reason',
  },
  DAY_OF_ANOTHER_YEAR: { zh: '{date} 不属于 {year} 年的安排', en: '{date} is not arranged by the notice of {year}' },
  DAY_BOTH_OFF_AND_WORKED: { zh: '{date} 既放假又上班', en: '{date} is both off and worked' },
  MAKE_UP_DAY_ON_A_WEEKDAY: {
    zh: '{date} 不是周末，不能作为调休上班日',
    en: '{date} is no weekend and cannot be worked in exchange',
  },
  STATUTORY_DAY_NOT_OFF: { zh: '{date} 是法定节假日，应当放假', en: '{date} is a statutory holiday and must be off' },
  FUNCTIONAL_ZONE_ALREADY_REGISTERED: {
    zh: '{regionCode} 已登记为“{name}”',
    en: '{regionCode} is registered already, as {name}',
  },
};

/** What each code says, Chinese first; `{name}` is filled from the problem's facts. */
export const problemTexts: Readonly<Record<ProblemCode, Texts>> = {
  ...door,
  ...suggestion,
  ...selection,
  ...delivery,
  ...sites,
  ...meeting,
  ...evaluation,
  ...register,
};

const statuses: Partial<Record<ProblemCode, number>> = {
  MALFORMED: 400,
  MALFORMED_JSON: 400,
  BUSINESS_DATE_NOT_ALLOWED: 400,
  BUSINESS_DATE_MALFORMED: 400,
  IDEMPOTENCY_KEY_MISSING: 400,
  IDEMPOTENCY_KEY_MALFORMED: 400,
  IF_MATCH_MALFORMED: 400,
  CURSOR_MALFORMED: 400,
  AS_OF_IN_THE_FUTURE: 400,
  TOKEN_MISSING: 401,
  TOKEN_INVALID: 401,
  ROLE_NOT_ALLOWED: 403,
  OTHER_REGION: 403,
  NATIONAL_SCOPE_REQUIRED: 403,
  ROUTE_WITHOUT_POLICY: 403,
  NOT_THE_LEAD_DEPARTMENT: 403,
  NOT_THE_HANDLING_DEPARTMENT: 403,
  NOT_THE_RATED_DEPARTMENT: 403,
  SITES_OF_ANOTHER_DEPARTMENT: 403,
  ISSUE_NOT_YOURS: 403,
  LIAISON_OF_ANOTHER_DEPARTMENT: 403,
  AUTHOR_CANNOT_VERIFY: 403,
  ROUTE_UNKNOWN: 404,
  NOT_FOUND: 404,
  SUGGESTION_UNKNOWN: 404,
  SITE_UNKNOWN: 404,
  CANDIDATE_UNKNOWN: 404,
  LIST_UNKNOWN: 404,
  DELIVERY_NOT_STARTED: 404,
  MEETING_UNKNOWN: 404,
  STALE_VERSION: 412,
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_NOT_SUPPORTED: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  ROWS_REFUSED: 422,
  APPEND_TOO_LARGE: 413,
  TOGETHER_NOT_POSSIBLE: 422,
  IF_MATCH_OF_MANY: 400,
  NOT_YET_VISIBLE: 202,
  INTERNAL: 500,
  BUSY: 503,
  STORE_UNAVAILABLE: 503,
  NOT_YET_COUNTED: 503,
};

/** 409 unless the table says otherwise: the domain refused. */
export const statusOf = (code: ProblemCode): number => statuses[code] ?? 409;
