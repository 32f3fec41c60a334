import type { AnnualListRefusal, CandidateRefusal, DeliveryRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

/** A code that delivery refuses with too has its text there. */
export const selectionProblems: Readonly<
  Record<Exclude<CandidateRefusal | AnnualListRefusal, DeliveryRefusal>, ProblemText>
> = {
  CANDIDATE_UNKNOWN: { status: 404, zh: '没有这个候选项目', en: 'There is no such candidate' },
  CANDIDATE_ALREADY_PROPOSED: { zh: '这个候选项目已提出', en: 'The candidate was proposed before' },
  CANDIDATE_ALREADY_DECIDED: { zh: '这个候选项目已有结论', en: 'The candidate has been decided on' },
  LIST_UNKNOWN: { status: 404, zh: '没有这份年度清单，请先开始编制', en: 'There is no such list; open it first' },
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
  EMPTY_BALLOT: { zh: '有效票为 0，不成票决', en: 'There is no valid ballot: that is no vote' },
  BALLOT_NOT_RECORDED: { zh: '还没有记录票决', en: 'No vote is recorded' },
  DECISION_BEFORE_ITS_TIME: {
    zh: '决定日期 {heldOn} 早于 {since}（提交决定或前一次表决之日），请核对',
    en: 'The decision is dated {heldOn}, before {since}, when it was put to decision or voted on first: check the day',
  },
  SITTING_BALLOTS_DIFFER: {
    zh: '同一次会议其他项目的有效票为 {expected} 张，这里为 {valid} 张：请核对；确有不同的，请写明原因',
    en:
      'The other projects of this sitting have {expected} valid ballots, this has {valid}: check, or say why ' +
      '(differsBecause)',
  },
  BALLOT_BEING_RECORDED: {
    zh: '这个项目的测评正按有效票 {valid} 张记录：请先按此提交，再更正',
    en: 'The ballot of this project is being recorded with {valid} valid ballots: send that first, then correct it',
  },
  SEATS_NOT_FILLED: {
    zh: '过半数的只有 {elected} 个，应选 {seats} 个，还缺 {left} 个：请记录再次票决，或记录名额空缺的决定',
    en:
      'Only {elected} have a majority for {seats} places: record a second vote, or the decision to leave the ' +
      '{left} empty',
  },
  NO_SEATS_LEFT: { zh: '没有空缺的名额', en: 'No place is left' },
  CANDIDATE_SHELVED: {
    zh: '有候选项目已搁置，不能提交决定或公布',
    en: 'A candidate was shelved; it can neither be put to decision nor adopted',
  },
  CANDIDATE_UNDER_DECISION: {
    zh: '该项目已提交决定。请先重新提交决定（不含本项目），再搁置',
    en: 'The project is put to decision: first put the others to decision without it, then shelve it',
  },
  SUGGESTION_NO_CANDIDATE: {
    zh: '建议 {suggestionId} 不存在或没有筛选为候选，请先完成“四可”筛选',
    en: 'Suggestion {suggestionId} is unknown or not screened as a candidate: screen it first',
  },
  LINKED_PROJECT_UNKNOWN: {
    zh: '项目 {projectId} 不存在；结转和承接的须是已列入年度清单的项目',
    en: 'There is no project {projectId}; what is carried over, or helped to keep, was adopted in a list',
  },
  SUGGESTION_MERGED_BEFORE: {
    zh: '建议 {suggestionId} 已并入其他建议：请写主件，或先拆分',
    en: 'Suggestion {suggestionId} is merged into another: name that one, or unmerge first',
  },
  SUGGESTION_NAMED_TWICE: {
    zh: '建议 {suggestionId} 写了两次，请只写一次',
    en: 'Suggestion {suggestionId} is named twice: name it once',
  },
  LIST_TAKES_NO_CANDIDATES: {
    zh: '年度清单已公布，不再列候选；可纳入储备库，供下年编制时参考',
    en: 'The list is adopted and takes no candidates any more; the reserve pool keeps it for the next year',
  },
  COLLECTION_OUT_OF_YEAR: {
    zh: '征集期应在 {earliest} 至 {latest} 之间，即清单年度及其上一年，请核对',
    en: 'A period lies between {earliest} and {latest}, in the year of the list or the one before: check it',
  },
  COLLECTION_CUT_BACK: {
    zh: '征集期 {period} 已经公布；缩短的，请写明理由（reason）',
    en: 'The period {period} is announced: say why it is cut back (reason)',
  },
  LIST_COLLECTS_NO_MORE: {
    zh: '本年度清单已于 {adoptedOn} 公布，不再征集；请留意下一年度的征集，或联系 {contact}，其他诉求请拨 12345',
    en:
      'The list was adopted on {adoptedOn} and takes no more suggestions: wait for the next year, or turn to ' +
      '{contact}; for other matters dial 12345',
  },
  COLLECTION_CLOSED: {
    zh: '现在不征集建议（征集期 {period}）。可联系 {contact}，其他诉求请拨 12345',
    en: 'Suggestions are not collected now (period {period}). Turn to {contact}; for other matters dial 12345',
  },
  PARTS_IN_A_RING: {
    zh: '“{indicator}”经“其中”关系又成了自己的一部分，请改正 partOf',
    en: '{indicator} is a part of itself by way of others; correct partOf',
  },
  UNIT_CARRIES_SCALE: {
    zh: '“{indicator}”的单位“{unit}”里已有万或亿，又注明数值以“{scale}”计：请只写一处',
    en: '{indicator} is counted in {unit} and scaled by {scale} as well: say it once',
  },
  GRADES_CONTRADICT: {
    zh: '等次（{grades}）应各写一次，由好到差，最低一档从 0 分起',
    en: 'The grades ({grades}) are named once each, from the best to the worst, and the last one begins at 0',
  },
  LIGHT_LIMITS_CONTRADICT: {
    zh: '黄灯自落后 {yellowFrom} 个百分点起，红灯超过 {redOver} 个：前者不能大于后者',
    en: 'Yellow from {yellowFrom} points behind, red over {redOver}: the first is not above the second',
  },
  DEPARTMENT_NAMED_TWICE: {
    zh: '“{department}”写了两次，或既是牵头又是配合单位：请只写一次',
    en: '{department} is named twice, or as lead and co-department: name it once',
  },
  RATING_POINTS_REVERSED: {
    zh: '五级评价的分值（{points}）应从“非常不满意”到“非常满意”由低到高',
    en: 'The points of the five levels ({points}) go up from the worst word to the best',
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
