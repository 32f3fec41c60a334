import type { DepartmentName, EvaluationEvent, LevelCounts, PersonTag, Rules } from '@minsheng/contracts';
import { unreachable } from '../decider';

export interface Rectification {
  readonly status: 'opened' | 'answered' | 'closed';
  /** How often it was answered or closed. */
  readonly repairs: number;
  /** The same when it was opened last: a rating given after more of them is about the repair. */
  readonly repairsBefore: number;
}

/** The channels of a project's evaluation, stored apart (invariant 28). */
export interface OpenedEvaluation {
  /** Superseded where a look back found that the project does not hold, until it is accepted again. */
  readonly status: 'open' | 'closed' | 'scored' | 'superseded';
  /** From 1. */
  readonly round: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly rulesVersion: number;
  readonly rules: Rules;
  readonly leads: readonly DepartmentName[];
  readonly survey?: LevelCounts;
  readonly thirdParty?: readonly { readonly weight: number; readonly score: number }[];
  readonly ballot?: { readonly valid: number };
  readonly rectifications: Readonly<Record<PersonTag, Rectification>>;
}
export type Evaluation = { readonly status: 'not open' } | OpenedEvaluation;

export const evolve = (evaluation: Evaluation, event: EvaluationEvent): Evaluation => {
  if (event.type === 'EvaluationOpened') {
    const { projectId: _, ...opened } = event.data;
    return { ...opened, status: 'open', round: 1, rectifications: {} };
  }
  if (evaluation.status === 'not open') return evaluation;
  const withTicket = (ticket: PersonTag, status: Rectification['status']): Evaluation => {
    const { repairs: before, repairsBefore } = evaluation.rectifications[ticket] ?? { repairs: 0, repairsBefore: 0 };
    const rectification =
      status === 'opened'
        ? { status, repairs: before, repairsBefore: before }
        : { status, repairs: before + 1, repairsBefore };
    return { ...evaluation, rectifications: { ...evaluation.rectifications, [ticket]: rectification } };
  };
  switch (event.type) {
    case 'EvaluationSuperseded':
      return { ...evaluation, status: 'superseded' };
    case 'EvaluationOpenedAgain': {
      const { projectId: _, ...opened } = event.data;
      return { ...opened, status: 'open', rectifications: evaluation.rectifications };
    }
    case 'SurveyRecorded':
    case 'SurveyCorrected':
      return { ...evaluation, survey: event.data.counts };
    case 'ThirdPartyEvaluated':
    case 'ThirdPartyEvaluationCorrected':
      return { ...evaluation, thirdParty: event.data.dimensions };
    case 'SatisfactionBallotRecorded':
    case 'SatisfactionBallotCorrected':
      return { ...evaluation, ballot: event.data };
    case 'EvaluationClosed':
      return { ...evaluation, status: 'closed' };
    case 'SatisfactionScored':
      return { ...evaluation, status: 'scored' };
    case 'RectificationOpened':
    case 'RectificationReopened':
      return withTicket(event.data.ticket, 'opened');
    case 'RectificationAnswered':
      return withTicket(event.data.ticket, 'answered');
    case 'RectificationClosed':
      return withTicket(event.data.ticket, 'closed');
    default:
      return unreachable(event);
  }
};
