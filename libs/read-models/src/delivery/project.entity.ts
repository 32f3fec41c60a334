import type { Commitment, DeliveryEvent, DepartmentName, DistrictName, EvaluationEvent, Light, ListId, Month, ProjectId, RegionCode, ReportLine, SuggestionId } from '@minsheng/contracts';
import type { DistrictTarget, Figures } from '@minsheng/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

type Delivered<T extends DeliveryEvent['type']> = Extract<DeliveryEvent, { type: T }>['data'];
type Evaluated<T extends EvaluationEvent['type']> = Extract<EvaluationEvent, { type: T }>['data'];
type Without<T> = Omit<T, 'projectId'>;

export const projectStatuses = ['candidate', 'shelved', 'passed over', 'adopted', 'under way', 'completion claimed', 'not met', 'accepted', 'evaluating', 'scored', 'closed'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** What the evaluation's channels hold, each apart. */
export interface EvaluationView {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closed: boolean;
  readonly survey?: Without<Evaluated<'SurveyRecorded'>>;
  readonly thirdParty?: Without<Evaluated<'ThirdPartyEvaluated'>>;
  readonly ballot?: Without<Evaluated<'SatisfactionBallotRecorded'>>;
  readonly score?: Without<Evaluated<'SatisfactionScored'>>;
  readonly rectifications: readonly (Without<Evaluated<'RectificationOpened'>> & { readonly status: 'opened' | 'answered' | 'closed'; readonly answer?: string; readonly result?: string })[];
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
  @Column('jsonb') suggestions!: readonly SuggestionId[];
  @Column('text', { nullable: true }) leaderInCharge!: string | null;
  /** Districts by indicator, with their targets. */
  @Column('jsonb') targets!: Readonly<Record<string, readonly DistrictTarget[]>>;
  @Column('jsonb') districts!: readonly DistrictName[];
  /** Verified lines by month and department; the figures fold from them in the order of the months. */
  @Column('jsonb') verified!: readonly { readonly period: Month; readonly department: DepartmentName; readonly lines: readonly ReportLine[] }[];
  @Column('jsonb') figures!: Figures;
  /** Colour of the newest closed month. */
  @Column('text', { nullable: true }) light!: Light['colour'] | null;
  /** `published` is what the month showed when it was closed; it never changes. */
  @Column('jsonb') lights!: readonly { readonly published: Light; readonly now: Light }[];
  @Column('jsonb') issues!: readonly (Without<Delivered<'IssueRaised'>> & Partial<Without<Delivered<'IssueDecided'>>> & { readonly result?: string })[];
  @Column('jsonb') orders!: readonly (Without<Delivered<'OrderIssued'>> & { readonly status: 'issued' | 'answered' | 'closed'; readonly answer?: string; readonly waiver?: string })[];
  @Column('jsonb', { nullable: true }) completion!: Without<Delivered<'CompletionClaimed'>> | Without<Delivered<'NotMetRecorded'>> | null;
  @Column('jsonb', { nullable: true }) acceptance!: object | null;
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
