import {
  listOf,
  ratingWords,
  regionOf,
  type AnnualListEvent,
  type CandidateEvent,
  type DeliveryEvent,
  type EvaluationEvent,
  type LedgerEvent,
  type MeetingEvent,
  type MeetingId,
  type SitesEvent,
  type SuggestionEvent,
} from '@minsheng/contracts';
import type { Projection, EventContext } from '../projection';
import { TimelineRow } from './timeline.entity';
import {
  colours,
  levels,
  measureNames,
  changeList,
  dueText,
  outcomes,
  channels,
  lightText,
  closingText,
} from './timeline.words';

/** Ratings have no sentence: a step per rating would show who rated when. The registers are of no list. */
type TimelineEvent =
  SuggestionEvent | CandidateEvent | AnnualListEvent | DeliveryEvent | SitesEvent | MeetingEvent | EvaluationEvent;
type Sentence<T> = (data: Extract<TimelineEvent, { type: T }>['data']) => string;
/** Those that everybody may read are marked; the others are working papers, or would say how somebody rated. */
type Sentences = {
  readonly [T in TimelineEvent['type']]: Sentence<T> | { readonly shown: Sentence<T> };
};

/** Each event in the terms of the office; a new event does not compile until it has its sentence. */
const sentences: Sentences = {
  SuggestionReceived: { shown: ({ channel }) => `收到建议（渠道：${channels[channel]}）` },
  SuggestionRegistered: { shown: ({ title }) => `登记：${title}` },
  SuggestionReferred: ({ to }) => `转办：${to}`,
  SuggestionMerged: ({ into }) => `合并到 ${into}`,
  SuggestionUnmerged: ({ from }) => `从 ${from} 拆出`,
  MemberClaimed: ({ member }) => `拟并入 ${member}`,
  MergeDeclined: ({ into }) => `未能合并到 ${into}`,
  MemberTaken: ({ member }) => `并入 ${member}`,
  MemberReleased: ({ member }) => `${member} 不再并入`,
  SuggestionAssigned: ({ department, dueOn }) => `交 ${department} 研究，${dueOn} 前回复`,
  OpinionGiven: ({ department, supports }) => `${department} 提出意见：${supports ? '支持' : '不支持'}`,
  SuggestionScreened: ({ outcome }) => `按“四可”筛选：${outcomes[outcome]}`,
  SuggestionLinkedToCandidate: { shown: () => '进入候选项目' },
  SubmitterErased: () => '应本人要求，删除来信人的个人信息',
  SuggestionAnswered: ({ outcome }) => `答复：${outcomes[outcome]}`,
  CandidateProposed: { shown: ({ title }) => `提出候选项目：${title}` },
  CandidateShelved: () => '候选项目搁置',
  CandidateAdopted: { shown: ({ no }) => `列入年度清单第 ${no} 项` },
  CandidatePassedOver: () => '未入选年度清单',
  AnnualListOpened: ({ title }) => `开始编制：${title}`,
  RulesAdopted: ({ rulesVersion }) => `通过规则第 ${rulesVersion} 版`,
  RulesAmended: ({ rulesVersion, from }) => `修订规则为第 ${rulesVersion} 版，自 ${from} 起`,
  CandidatesPutToDecision: ({ projectIds }) => `${projectIds.length} 个候选项目提交决定`,
  BallotRecorded: ({ body, valid }) => `${body} 票决，有效票 ${valid} 张`,
  BallotCorrected: ({ correction }) => `更正票决计票：${correction.reason}`,
  SecondBallotRecorded: ({ tallies }) => `再次票决，表决 ${tallies.length} 个`,
  SeatsLeftEmpty: ({ seats, body }) => `${body}决定空缺 ${seats} 个名额`,
  CollectionPeriodSet: ({ from, to }) => `建议征集期 ${from}—${to}`,
  TieResolved: ({ chosen }) => `并列项目再次表决，选出 ${chosen.length} 个`,
  GovernmentDecided: ({ body, documentNo }) => `${body} 审定（${documentNo}）`,
  AnnualListAdopted: ({ adopted, announcementNo }) => `公布年度清单 ${adopted.length} 项（${announcementNo}）`,
  SittingBallotCounted: ({ ballot }) => `${ballot.body}（${ballot.heldOn}）满意度测评计票：有效票 ${ballot.valid} 张`,
  DeliveryStarted: { shown: ({ no }) => `第 ${no} 项开始实施` },
  TargetsBrokenDown: { shown: ({ indicators }) => `责任分解：${indicators.length} 个指标` },
  InvestmentPlanned: { shown: ({ year }) => `年度投资计划 ${year} 万元` },
  LiaisonAppointed: ({ department }) => `${department} 确定联络员`,
  LiaisonErased: ({ department }) => `应本人要求，删除 ${department} 联络员的个人信息`,
  PeriodOpened: ({ period, ...due }) => `${period} 月报开始填报，${dueText(due)} 截止`,
  ReportReminded: ({ period, department, ...due }) => `提醒 ${department} 于 ${dueText(due)} 前报送 ${period} 月报`,
  ReportOverdue: ({ period, department }) => `${department} 的 ${period} 月报逾期`,
  ReportSubmitted: ({ period, department, version }) => `${department} 报送 ${period} 月报（第 ${version} 版）`,
  ReportCorrected: ({ period, department, version }) => `${department} 更正 ${period} 月报（第 ${version} 版）`,
  ReportReturned: ({ period, department }) => `退回 ${department} 的 ${period} 月报`,
  ReportVerified: ({ period, department }) => `核实 ${department} 的 ${period} 月报`,
  ReportCertified: ({ period, department, certificateNo }) =>
    `统计部门认定 ${department} 的 ${period} 月报（${certificateNo}）`,
  MonthClosed: { shown: ({ light, ...over }) => `关账：${lightText(light)}${closingText(over)}` },
  LightRecomputed: { shown: ({ light, before }) => `${lightText(light)}，此前为${colours[before]}` },
  MonthReopened: { shown: ({ period, reason }) => `${period} 重新开账：${reason}` },
  MonthClosedAgain: { shown: ({ light, ...over }) => `再次关账：${lightText(light)}${closingText(over)}` },
  LightWithdrawn: { shown: ({ period, reason }) => `${period} 的灯发布有误，予以撤回：${reason}` },
  RulesChanged: { shown: ({ rulesVersion, from }) => `自 ${from} 起按规则第 ${rulesVersion} 版亮灯` },
  LightOverridden: {
    shown: ({ period, colour, decidedBy, until }) =>
      `${decidedBy} 将 ${period} 人工定为${colours[colour]}，至 ${until}`,
  },
  OverrideEnded: { shown: ({ period, reason }) => `${period} 人工亮灯结束：${reason}` },
  EscalationReached: ({ period, department, step }) => `${department} 至 ${period} 应${measureNames[step.measure]}`,
  MeasureTaken: ({ department, measure }) => `对 ${department} ${measureNames[measure]}`,
  Delisted: { shown: ({ department }) => `解除对 ${department} 的挂牌督办` },
  IssueRaised: ({ department, title, raisedBy }) =>
    raisedBy ? `发展改革部门就 ${department} 牵头事项提请联席会议：${title}` : `${department} 提请联席会议：${title}`,
  IssueDecisionDeclined: () => '另一次会议的议定不再生效',
  IssueDecided: ({ meeting, owner }) => `${meeting} 议定，由 ${owner} 办理`,
  IssueOverdue: ({ owner, dueOn }) => `${owner} 办理联席会议议定事项逾期（${dueOn}）`,
  IssueResolved: () => '问题已解决',
  IssueReopened: ({ reason }) => `问题重新提出：${reason}`,
  OrderIssued: ({ department, level, ...due }) => `向 ${department} 发${levels[level]}督办单，${dueText(due)} 前答复`,
  OrderReceived: ({ department }) => `${department} 签收督办单`,
  OrderAnswered: ({ department }) => `${department} 答复督办单`,
  OrderOverdue: ({ department, dueOn }) => `${department} 督办单逾期未答复（${dueOn}）`,
  OrderEscalated: ({ department, level, ...due }) =>
    `对 ${department} 的督办单升为${levels[level]}，${dueText(due)} 前答复`,
  OrderWithdrawn: ({ department, reason }) => `撤回给 ${department} 的督办单：${reason}`,
  OrderClosed: ({ waiver }) => (waiver ? '督办单经批准免答销号' : '督办单销号'),
  AdjustmentApplied: ({ department, changes }) => `${department} 申请调整：${changeList(changes)}`,
  AdjustmentChecked: ({ supported }) => `核查调整申请：${supported ? '同意' : '不同意'}`,
  AdjustmentApproved: ({ body, documentNo, changes }) => `${body} 批准调整：${changeList(changes)}（${documentNo}）`,
  AdjustmentRejected: ({ body, documentNo }) => `${body} 不批准调整（${documentNo}）`,
  AdjustmentPublished: { shown: ({ noticeNo }) => `公告调整（${noticeNo}）` },
  CompletionClaimed: { shown: ({ department }) => `${department} 申报完成` },
  NotMetRecorded: { shown: ({ body }) => `${body} 认定未完成` },
  AcceptanceLevelPassed: { shown: ({ inspector, level }) => `${inspector} ${level}通过` },
  AcceptancePassed: { shown: ({ inspector }) => `${inspector} 验收通过` },
  AcceptanceFailed: { shown: ({ inspector }) => `${inspector} 验收未通过` },
  ProjectClosed: {
    shown: ({ archiveNo, outcome }) => `销号归档（${archiveNo}，${outcome === 'met' ? '完成' : '未完成'}）`,
  },
  LookedBack: { shown: ({ inspector }) => `${inspector} 回头看：成效保持` },
  ProjectReopened: { shown: ({ inspector }) => `${inspector} 回头看：重新办理` },
  SitesRegistered: { shown: ({ sites }) => `登记点位 ${sites.length} 处` },
  SitesUpdated: { shown: ({ sites }) => `更新点位状态 ${sites.length} 处` },
  MeetingConvened: ({ title, chair }) => `${title}召开，${chair}主持`,
  AgendaItemPut: ({ item, topic }) => `列入议程第 ${item} 项：${topic}`,
  DecisionRecorded: ({ item, owner, dueOn }) => `议定第 ${item} 项，${owner} 于 ${dueOn} 前办理`,
  MeetingAdjourned: ({ minutesNo, carried }) =>
    `会议结束，印发纪要（${minutesNo}）${carried ? `，${carried.items.length} 项转下次会议` : ''}`,
  ItemNotTaken: () => '会议已结束，未接收转来的议题',
  ItemReturned: ({ item }) => `第 ${item} 项未能转入下次会议，退回本次会议`,
  ItemSettled: ({ item, because }) =>
    `第 ${item} 项${because === 'project ended' ? '所涉项目已终结' : '已由其他会议议定'}，本次会议不再议定`,
  DecisionFollowedUp: ({ item, done }) => `第 ${item} 项议定事项${done ? '已办结' : '正在办理'}`,
  EvaluationOpened: { shown: ({ closesOn }) => `开放群众评价，至 ${closesOn}` },
  EvaluationSuperseded: { shown: ({ because }) => `评价结果不再有效：${because}` },
  EvaluationOpenedAgain: { shown: ({ round, closesOn }) => `开放第 ${round} 轮群众评价，至 ${closesOn}` },
  SurveyRecorded: { shown: ({ surveyor }) => `${surveyor} 完成抽样调查` },
  ThirdPartyEvaluated: { shown: ({ institute }) => `${institute} 完成第三方评估` },
  SatisfactionBallotRecorded: { shown: ({ body }) => `${body} 满意度测评` },
  SurveyCorrected: { shown: ({ correction }) => `更正抽样调查：${correction.reason}（${correction.documentNo}）` },
  ThirdPartyEvaluationCorrected: {
    shown: ({ correction }) => `更正第三方评估：${correction.reason}（${correction.documentNo}）`,
  },
  SatisfactionBallotCorrected: {
    shown: ({ correction }) => `更正满意度测评：${correction.reason}（${correction.documentNo}）`,
  },
  EvaluationClosed: { shown: () => '群众评价截止' },
  SatisfactionScored: {
    shown: ({ score, grade }) =>
      score === null ? '样本不足，不计满意度' : `满意度 ${score} 分${grade === null ? '' : `（${grade}）`}`,
  },
  RectificationOpened: ({ level }) => `差评整改立单（${ratingWords[level - 1]}）`,
  RectificationReopened: ({ level }) => `差评整改重新立单（${ratingWords[level - 1]}）`,
  RectificationAnswered: ({ department }) => `${department} 答复差评整改`,
  RectificationClosed: ({ calledBack }) => `差评整改销号${calledBack ? '，已回访' : ''}`,
};

/** Whether everybody may read a step of this type. */
export const isPublicStep = (type: string): boolean =>
  type in sentences && typeof sentences[type as TimelineEvent['type']] === 'object';
const inWords = (type: TimelineEvent['type']): ((data: unknown) => string) => {
  const sentence = sentences[type];
  return (typeof sentence === 'object' ? sentence.shown : sentence) as (data: unknown) => string;
};

const sentenceOf =
  (type: TimelineEvent['type']) =>
  (
    _: TimelineRow | undefined,
    data: unknown,
    { position, recordedAt, metadata: { actor, on } }: EventContext,
  ): TimelineRow => {
    const subject = data as {
      readonly projectId?: TimelineRow['projectId'];
      readonly suggestionId?: TimelineRow['suggestionId'];
      readonly listId?: TimelineRow['listId'];
      readonly meetingId?: MeetingId;
    };
    const suggestionId = subject.suggestionId ?? null;
    // A suggestion's step belongs to the suggestion, also when it names a project.
    const projectId = suggestionId ? null : (subject.projectId ?? null);
    const listId = subject.listId ?? listOf((suggestionId ?? projectId ?? subject.meetingId)!);
    return {
      position: position.padStart(19, '0'),
      recordedAt,
      on,
      listId,
      regionCode: regionOf(listId),
      projectId,
      suggestionId,
      type,
      role: actor.role,
      organisation: actor.organisation ?? null,
      sentence: inWords(type)(data),
    };
  };

export const timeline: Projection<TimelineRow, TimelineEvent, EventContext> = {
  name: 'timeline',
  entity: TimelineRow,
  categories: ['suggestion', 'candidate', 'annual-list', 'delivery', 'sites', 'meeting', 'evaluation'],
  needs: 'metadata',
  keyOf: (_event: LedgerEvent, { position }) => position.padStart(19, '0'),
  createdBy: Object.keys(sentences) as TimelineEvent['type'][],
  on: Object.fromEntries(
    (Object.keys(sentences) as TimelineEvent['type'][]).map((type) => [type, sentenceOf(type)]),
  ) as unknown as Projection<TimelineRow, TimelineEvent, EventContext>['on'],
};
