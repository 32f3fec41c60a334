import type { Correction, EvaluationEvent, ProjectId } from '@minsheng/contracts';
import type { EventPosition, Projection } from '../projection';
import { without } from './project.changes';
import type { EvaluationView, ProjectRow } from './project.entity';

type Row = ProjectRow | undefined;
type Rectification = EvaluationView['rectifications'][number];

const byEvaluation = (
  row: Row,
  { streamVersion }: EventPosition,
  change: Partial<EvaluationView>,
  project: Partial<ProjectRow> = {},
): Row =>
  row && { ...row, ...project, evaluation: { ...row.evaluation!, ...change }, evaluationVersion: streamVersion };
const ticketed = (
  row: Row,
  ticket: string,
  changed: (before: Rectification) => Rectification,
): Partial<EvaluationView> => ({
  rectifications: row!.evaluation!.rectifications.map((rectification) =>
    rectification.ticket === ticket ? changed(rectification) : rectification,
  ),
});

/** A channel as it was put right; what it was before stays readable. */
const corrected = (
  row: Row,
  channel: 'survey' | 'thirdParty' | 'ballot',
  { correction, ...data }: { readonly correction: Correction; readonly projectId: ProjectId },
): Partial<EvaluationView> => ({
  [channel]: without(data),
  corrections: [
    ...(row?.evaluation?.corrections ?? []),
    { channel, ...correction, before: row?.evaluation?.[channel] },
  ],
});

/** How a project's row changes by the events of its evaluation. */
export const evaluationChanges: Projection<ProjectRow, EvaluationEvent>['on'] = {
  EvaluationOpened: (row, { opensOn, closesOn }, context) =>
    byEvaluation(
      row,
      context,
      { round: 1, opensOn, closesOn, closed: false, rectifications: [] },
      { status: 'evaluating' },
    ),
  EvaluationSuperseded: (row, { because, foundOn }, context) => {
    if (!row?.evaluation) return row;
    const { rectifications, earlier = [], ...ended } = row.evaluation;
    const { round, opensOn, closesOn } = ended;
    const superseded = { because, foundOn };
    return byEvaluation(
      { ...row, evaluation: null },
      context,
      {
        round,
        opensOn,
        closesOn,
        closed: true,
        superseded,
        rectifications,
        earlier: [...earlier, { ...ended, superseded }],
      },
      { satisfaction: null, grade: null },
    );
  },
  EvaluationOpenedAgain: (row, { round, opensOn, closesOn }, context) => {
    if (!row?.evaluation) return row;
    const { rectifications, earlier } = row.evaluation;
    return byEvaluation(
      { ...row, evaluation: null },
      context,
      { round, opensOn, closesOn, closed: false, rectifications, earlier },
      { status: 'evaluating' },
    );
  },
  SurveyRecorded: (row, data, context) => byEvaluation(row, context, { survey: without(data) }),
  ThirdPartyEvaluated: (row, data, context) => byEvaluation(row, context, { thirdParty: without(data) }),
  SatisfactionBallotRecorded: (row, data, context) => byEvaluation(row, context, { ballot: without(data) }),
  SurveyCorrected: (row, data, context) => byEvaluation(row, context, corrected(row, 'survey', data)),
  ThirdPartyEvaluationCorrected: (row, data, context) => byEvaluation(row, context, corrected(row, 'thirdParty', data)),
  SatisfactionBallotCorrected: (row, data, context) => byEvaluation(row, context, corrected(row, 'ballot', data)),
  EvaluationClosed: (row, _, context) => byEvaluation(row, context, { closed: true }),
  SatisfactionScored: (row, data, context) =>
    byEvaluation(
      row,
      context,
      { score: without(data) },
      { status: 'scored', satisfaction: data.score, grade: data.grade },
    ),
  RectificationOpened: (row, data, context) =>
    byEvaluation(row, context, {
      rectifications: [...row!.evaluation!.rectifications, { ...without(data), status: 'opened' }],
    }),
  RectificationReopened: (row, data, context) =>
    byEvaluation(
      row,
      context,
      ticketed(row, data.ticket, ({ answer, result, earlier = [] }) => ({
        ...without(data),
        status: 'opened',
        earlier: [...earlier, { answer, result }],
      })),
    ),
  RectificationAnswered: (row, { ticket, answer }, context) =>
    byEvaluation(
      row,
      context,
      ticketed(row, ticket, (before) => ({ ...before, status: 'answered', answer })),
    ),
  RectificationClosed: (row, { ticket, result }, context) =>
    byEvaluation(
      row,
      context,
      ticketed(row, ticket, (before) => ({ ...before, status: 'closed', result })),
    ),
};
