import { listOf, regionOf, type CandidateEvent, type DeliveryEvent, type EvaluationEvent } from '@minsheng/contracts';
import type { LogPlace, Projection } from '../projection';
import { adjustments, byDelivery, cycle, pressed, without } from './project.changes';
import { ProjectRow, type EvaluationView } from './project.entity';
import { leadsOf } from './promise';

type Row = ProjectRow | undefined;

const byCandidate = (row: Row, { streamVersion }: LogPlace, change: Partial<ProjectRow>): Row =>
  row && { ...row, ...change, candidateVersion: streamVersion };
const byEvaluation = (
  row: Row,
  { streamVersion }: LogPlace,
  change: Partial<EvaluationView>,
  project: Partial<ProjectRow> = {},
): Row =>
  row && { ...row, ...project, evaluation: { ...row.evaluation!, ...change }, evaluationVersion: streamVersion };
const ticketed = (row: Row, ticket: string, change: object): Partial<EvaluationView> => ({
  rectifications: row!.evaluation!.rectifications.map((rectification) =>
    rectification.ticket === ticket ? { ...rectification, ...change } : rectification,
  ),
});

/** Nothing of a year that has not begun. */
const unbegun = {
  no: null,
  leaderInCharge: null,
  original: null,
  targets: {},
  districts: [],
  light: null,
  lights: [],
  periods: [],
  investment: null,
  liaisons: [],
  issues: [],
  orders: [],
  escalations: [],
  measures: [],
  listed: [],
  adjustments: [],
  completion: null,
  acceptance: null,
  levelsPassed: [],
  lookBacks: [],
  evaluation: null,
  satisfaction: null,
  grade: null,
  outcome: null,
  archiveNo: null,
  deliveryVersion: 0,
  evaluationVersion: 0,
} satisfies Partial<ProjectRow>;

export const projects: Projection<ProjectRow, CandidateEvent | DeliveryEvent | EvaluationEvent> = {
  name: 'project',
  entity: ProjectRow,
  categories: ['candidate', 'delivery', 'evaluation'],
  asks: 'where',
  keyOf: ({ data }) => data.projectId,
  anew: ['CandidateProposed'],
  on: {
    CandidateProposed: (_, { projectId, ...commitment }, { streamVersion }) => ({
      ...unbegun,
      projectId,
      listId: listOf(projectId),
      regionCode: regionOf(projectId),
      title: commitment.title,
      domain: commitment.domain,
      status: 'candidate',
      commitment,
      leads: leadsOf(commitment.indicators),
      coDepartments: commitment.coDepartments,
      suggestions: commitment.suggestions,
      candidateVersion: streamVersion,
    }),
    CandidateShelved: (row, _, recorded) => byCandidate(row, recorded, { status: 'shelved' }),
    CandidateAdopted: (row, { no }, recorded) => byCandidate(row, recorded, { status: 'adopted', no }),
    CandidatePassedOver: (row, _, recorded) => byCandidate(row, recorded, { status: 'passed over' }),
    DeliveryStarted: (row, _, recorded) => byDelivery(row, recorded, { status: 'under way' }),
    ...cycle,
    ...pressed,
    ...adjustments,
    CompletionClaimed: (row, data, recorded) =>
      byDelivery(row, recorded, { status: 'completion claimed', outcome: 'met', completion: without(data) }),
    NotMetRecorded: (row, data, recorded) =>
      byDelivery(row, recorded, { status: 'not met', outcome: 'not met', completion: without(data) }),
    AcceptanceLevelPassed: (row, { level, inspector }, recorded) =>
      byDelivery(row, recorded, row && { levelsPassed: [...row.levelsPassed, { level, inspector }] }),
    AcceptancePassed: (row, { projectId: _, rules: __, rulesVersion: ___, leads: ____, ...acceptance }, recorded) =>
      byDelivery(row, recorded, { status: 'accepted', acceptance: { passed: true, ...acceptance } }),
    AcceptanceFailed: (row, data, recorded) =>
      byDelivery(row, recorded, {
        levelsPassed: [],
        acceptance: { passed: false, ...without(data) },
        ...(row?.outcome === 'met' && { status: 'under way' as const, outcome: null }),
      }),
    ProjectClosed: (row, { archiveNo, outcome }, recorded) =>
      byDelivery(row, recorded, { status: 'closed', archiveNo, outcome }),
    LookedBack: (row, { inspector, findings }, recorded) =>
      byDelivery(row, recorded, row && { lookBacks: [...row.lookBacks, { inspector, findings, holds: true }] }),
    ProjectReopened: (row, { inspector, findings }, recorded) =>
      byDelivery(
        row,
        recorded,
        row && {
          status: 'under way',
          outcome: null,
          levelsPassed: [],
          lookBacks: [...row.lookBacks, { inspector, findings, holds: false }],
        },
      ),
    EvaluationOpened: (row, { opensOn, closesOn }, recorded) =>
      byEvaluation(row, recorded, { opensOn, closesOn, closed: false, rectifications: [] }, { status: 'evaluating' }),
    SurveyRecorded: (row, data, recorded) => byEvaluation(row, recorded, { survey: without(data) }),
    ThirdPartyEvaluated: (row, data, recorded) => byEvaluation(row, recorded, { thirdParty: without(data) }),
    SatisfactionBallotRecorded: (row, data, recorded) => byEvaluation(row, recorded, { ballot: without(data) }),
    EvaluationClosed: (row, _, recorded) => byEvaluation(row, recorded, { closed: true }),
    SatisfactionScored: (row, data, recorded) =>
      byEvaluation(
        row,
        recorded,
        { score: without(data) },
        { status: 'scored', satisfaction: data.score, grade: data.grade },
      ),
    RectificationOpened: (row, data, recorded) =>
      byEvaluation(row, recorded, {
        rectifications: [...row!.evaluation!.rectifications, { ...without(data), status: 'opened' }],
      }),
    RectificationAnswered: (row, { ticket, answer }, recorded) =>
      byEvaluation(row, recorded, ticketed(row, ticket, { status: 'answered', answer })),
    RectificationClosed: (row, { ticket, result }, recorded) =>
      byEvaluation(row, recorded, ticketed(row, ticket, { status: 'closed', result })),
  },
};
