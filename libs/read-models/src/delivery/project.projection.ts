import { listOf, regionOf, type CandidateEvent, type DeliveryEvent, type EvaluationEvent } from '@minsheng/contracts';
import { leadsOf } from '@minsheng/domain';
import type { EventPosition, Projection } from '../projection';
import {
  byDelivery,
  promiseChanges,
  monthlyChanges,
  supervisionChanges,
  withHeadline,
  without,
} from './project.changes';
import { adjustmentChanges } from './adjustment.changes';
import { evaluationChanges } from './evaluation.changes';
import { ProjectRow } from './project.entity';

type Row = ProjectRow | undefined;

const byCandidate = (row: Row, { streamVersion }: EventPosition, change: Partial<ProjectRow>): Row =>
  row && { ...row, ...change, candidateVersion: streamVersion };
/** A project before its delivery has started. */
const notStarted = {
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
  needs: 'position',
  keyOf: ({ data }) => data.projectId,
  createdBy: ['CandidateProposed'],
  on: {
    CandidateProposed: (_, { projectId, ...commitment }, { streamVersion }) => ({
      ...notStarted,
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
    CandidateShelved: (row, _, context) => byCandidate(row, context, { status: 'shelved' }),
    CandidateAdopted: (row, { no }, context) => byCandidate(row, context, { status: 'adopted', no }),
    CandidatePassedOver: (row, _, context) => byCandidate(row, context, { status: 'passed over' }),
    ...promiseChanges,
    ...monthlyChanges,
    ...supervisionChanges,
    ...adjustmentChanges,
    CompletionClaimed: (row, data, context) =>
      byDelivery(row, context, { status: 'completion claimed', completion: without(data) }),
    NotMetRecorded: (row, data, context) =>
      byDelivery(row, context, { status: 'not met', outcome: 'not met', completion: without(data) }),
    AcceptanceLevelPassed: (row, { level, inspector }, context) =>
      byDelivery(row, context, row && { levelsPassed: [...row.levelsPassed, { level, inspector }] }),
    AcceptancePassed: (row, { projectId: _, rules: __, rulesVersion: ___, leads: ____, ...acceptance }, context) =>
      byDelivery(
        row,
        context,
        row &&
          withHeadline({
            ...row,
            status: 'accepted',
            outcome: row.status === 'not met' ? 'not met' : 'met',
            acceptance: { passed: true, ...acceptance },
          }),
      ),
    AcceptanceFailed: (row, data, context) =>
      byDelivery(row, context, {
        levelsPassed: [],
        acceptance: { passed: false, ...without(data) },
        ...(row?.status === 'completion claimed' && { status: 'under way' as const }),
      }),
    ProjectClosed: (row, { archiveNo, outcome }, context) =>
      byDelivery(row, context, { status: 'closed', archiveNo, outcome }),
    LookedBack: (row, { inspector, findings }, context) =>
      byDelivery(row, context, row && { lookBacks: [...row.lookBacks, { inspector, findings, holds: true }] }),
    ProjectReopened: (row, { inspector, findings }, context) =>
      byDelivery(
        row,
        context,
        row &&
          withHeadline({
            ...row,
            status: 'under way',
            outcome: null,
            levelsPassed: [],
            acceptance: row.acceptance && { ...row.acceptance, passed: false, refutedBy: inspector },
            lookBacks: [...row.lookBacks, { inspector, findings, holds: false }],
          }),
      ),
    ...evaluationChanges,
  },
};
