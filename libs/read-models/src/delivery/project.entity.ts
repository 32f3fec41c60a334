import type {
  Colour,
  Commitment,
  Correction,
  DepartmentName,
  DistrictName,
  EventData,
  Light,
  ListId,
  Month,
  Override,
  ProjectId,
  RegionCode,
  SuggestionId,
} from '@minsheng/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Targets } from './promise';

type Without<T> = Omit<T, 'projectId'>;

export const projectStatuses = [
  'candidate',
  'shelved',
  'passed over',
  'adopted',
  'under way',
  'completion claimed',
  'not met',
  'accepted',
  'evaluating',
  'scored',
  'closed',
  'carried over',
  'split',
  'merged',
  'terminated',
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** A round of the evaluation, each of its channels apart. */
export interface EvaluationRound {
  /** From 1. */
  readonly round: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closed: boolean;
  readonly survey?: Without<EventData<'SurveyRecorded'>>;
  readonly thirdParty?: Without<EventData<'ThirdPartyEvaluated'>>;
  readonly ballot?: Without<EventData<'SatisfactionBallotRecorded'>>;
  /** Channels that were put right, and what each was before; absent where none was. */
  readonly corrections?: readonly (Correction & {
    readonly channel: 'survey' | 'thirdParty' | 'ballot';
    readonly before?: object;
  })[];
  readonly score?: Without<EventData<'SatisfactionScored'>>;
  /** What a look back found, and when: the round counts no more. */
  readonly superseded?: Pick<EventData<'EvaluationSuperseded'>, 'because' | 'foundOn'>;
}
interface Repair {
  readonly answer?: string;
  readonly result?: string;
}
/** The evaluation in its present round. */
export interface EvaluationView extends EvaluationRound {
  readonly rectifications: readonly (Without<EventData<'RectificationOpened'>> &
    Repair & {
      readonly status: 'opened' | 'answered' | 'closed';
      /** How it was repaired before the rating was bad again; absent where it was not. */
      readonly earlier?: readonly Repair[];
    })[];
  /** Rounds that a look back ended, oldest first; absent where none did. */
  readonly earlier?: readonly EvaluationRound[];
}

/** The light of a closed month in brief; with its history it is a row of `light`. */
export interface LightInBrief {
  readonly period: Month;
  readonly published: Colour;
  readonly now: Colour;
  readonly shown: Colour;
  readonly why: Light['why'];
  /** Why the month was closed although something stood against it. */
  readonly forcedFor?: string;
  readonly override?: Pick<Override, 'colour' | 'decidedBy' | 'until'>;
}

/** A month's reports: which departments were reminded, were ever overdue, and are overdue still (`owed`). */
export interface PeriodView {
  readonly period: Month;
  readonly dueOn: string;
  readonly dueOnProvisional?: true;
  readonly reminded: readonly DepartmentName[];
  readonly overdue: readonly DepartmentName[];
  readonly owed: readonly DepartmentName[];
}

export interface MeasureView extends Without<EventData<'MeasureTaken'>> {
  /** Why the light that it rested on was withdrawn; what was done stays readable. */
  readonly withdrawnFor?: string;
}

export interface OrderView extends Without<EventData<'OrderIssued'>> {
  readonly status: 'issued' | 'received' | 'answered' | 'closed' | 'withdrawn';
  readonly overdue: boolean;
  readonly withdrawnFor?: string;
  readonly receivedOn?: string;
  readonly answer?: string;
  readonly waiver?: string;
  readonly escalations: readonly Pick<EventData<'OrderEscalated'>, 'level' | 'reason' | 'dueOn' | 'dueOnProvisional'>[];
}
export interface IssueView
  extends Without<EventData<'IssueRaised'>>, Partial<Omit<EventData<'IssueDecided'>, 'projectId' | 'issue'>> {
  readonly status: 'raised' | 'decided' | 'resolved';
  readonly overdue: boolean;
  readonly result?: string;
  readonly reopenedFor?: string;
}
export interface AdjustmentView extends Without<EventData<'AdjustmentApplied'>> {
  readonly status: 'applied' | 'checked' | 'approved' | 'rejected' | 'published';
  readonly check?: Pick<EventData<'AdjustmentChecked'>, 'supported' | 'opinion'>;
  readonly decision?: Pick<EventData<'AdjustmentRejected'>, 'body' | 'heldOn' | 'documentNo'>;
  readonly noticeNo?: string;
}

/** One project from candidate to closing: the board filters these rows, the dossier shows one. */
@Entity({ schema: 'read', name: 'project' })
export class ProjectRow {
  @PrimaryColumn('text') projectId!: ProjectId;
  @Index() @Column('text') listId!: ListId;
  @Column('text') regionCode!: RegionCode;
  @Column('int', { nullable: true }) no!: number | null;
  @Column('text') title!: string;
  @Column('text') domain!: string;
  @Column('text') status!: ProjectStatus;
  @Column('jsonb') commitment!: Commitment;
  @Column('jsonb') leads!: readonly DepartmentName[];
  @Column('jsonb') coDepartments!: readonly DepartmentName[];
  @Column('jsonb') suggestions!: readonly SuggestionId[];
  @Column('text', { nullable: true }) leaderInCharge!: string | null;
  /** As it was adopted; null unless an adjustment has changed it since (invariant 4). */
  @Column('jsonb', { nullable: true }) original!: Commitment | null;
  @Column('jsonb') targets!: Targets;
  @Column('jsonb') districts!: readonly DistrictName[];
  /** The colour of the newest closed month. */
  @Column('text', { nullable: true }) light!: Colour | null;
  @Column('jsonb') lights!: readonly LightInBrief[];
  @Column('jsonb') periods!: readonly PeriodView[];
  @Column('jsonb', { nullable: true }) investment!: Without<EventData<'InvestmentPlanned'>> | null;
  @Column('jsonb') liaisons!: readonly DepartmentName[];
  @Column('jsonb') issues!: readonly IssueView[];
  @Column('jsonb') orders!: readonly OrderView[];
  /** Measures that the rule called for, and those that were taken. */
  @Column('jsonb') escalations!: readonly Without<EventData<'EscalationReached'>>[];
  @Column('jsonb') measures!: readonly MeasureView[];
  /** Departments under listed supervision (挂牌督办). */
  @Column('jsonb') listed!: readonly DepartmentName[];
  @Column('jsonb') adjustments!: readonly AdjustmentView[];
  @Column('jsonb', { nullable: true }) completion!:
    Without<EventData<'CompletionClaimed'>> | Without<EventData<'NotMetRecorded'>> | null;
  @Column('jsonb', { nullable: true }) acceptance!: object | null;
  /** Levels of acceptance passed, lowest first. */
  @Column('jsonb') levelsPassed!: readonly { readonly level: string; readonly inspector: string }[];
  /** Inspections after the closing (回头看). */
  @Column('jsonb') lookBacks!: readonly (Omit<EventData<'LookedBack'>, 'projectId' | 'evidence'> & {
    readonly holds: boolean;
  })[];
  @Column('jsonb', { nullable: true }) evaluation!: EvaluationView | null;
  /** Composite score, 0 to 100 with one decimal. */
  @Column('text', { nullable: true }) satisfaction!: string | null;
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('text', { nullable: true }) outcome!: 'met' | 'not met' | null;
  @Column('text', { nullable: true }) archiveNo!: string | null;
  @Column('int') candidateVersion!: number;
  @Column('int') deliveryVersion!: number;
  @Column('int') evaluationVersion!: number;
}
