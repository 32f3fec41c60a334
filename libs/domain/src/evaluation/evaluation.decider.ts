import { PersonTag, type EvaluationCommand, type EvaluationEvent, type ProjectId } from '@minsheng/contracts';
import { Refusal, unreachable, type Decider } from '../decider';
import { dueDay } from '../indicator/due-day';
import { evolve, type Evaluation, type OpenedEvaluation } from './evaluation.state';
import { scoreSatisfaction } from './satisfaction';
import { assertSatisfactionBallot, assertSurvey, assertThirdParty, type TallyRefusal } from './tallies';

export type EvaluationRefusal =
  | 'EVALUATION_NOT_OPEN'
  | 'EVALUATION_ALREADY_OPEN'
  | 'EVALUATION_STILL_OPEN'
  | 'EVALUATION_NOT_CLOSED'
  | 'ALREADY_SCORED'
  | 'ALREADY_DELIVERED'
  | 'NOTHING_TO_CORRECT'
  | TallyRefusal
  | 'RECTIFICATION_UNKNOWN'
  | 'RECTIFICATION_NOT_ANSWERED'
  | 'NOT_THE_RATED_DEPARTMENT'
  | 'RATING_WINDOW_CLOSED'
  | 'EVALUATION_SUPERSEDED'
  | 'RECTIFICATION_CLOSED';
const refuse = (code: EvaluationRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Whether citizens may rate on this day; the rating's handler asks it of the evaluation's stream. */
export const assertRatable = (evaluation: Evaluation, today: string): OpenedEvaluation => {
  if (evaluation.status === 'not open') return refuse('EVALUATION_NOT_OPEN');
  const { opensOn, closesOn } = evaluation;
  if (evaluation.status === 'superseded') return refuse('EVALUATION_SUPERSEDED');
  if (evaluation.status !== 'open' || today < opensOn || today > closesOn)
    return refuse('RATING_WINDOW_CLOSED', { opensOn, closesOn });
  return evaluation;
};

/** The ticket with this number, by which everybody outside the log knows it. @throws RECTIFICATION_UNKNOWN */
const ticketNumbered = ({ rectifications }: OpenedEvaluation, number: number) => {
  const entry = Object.entries(rectifications)[number - 1] ?? refuse('RECTIFICATION_UNKNOWN');
  return { tag: PersonTag.parse(entry[0]), status: entry[1].status };
};

export const evaluationDecider: Decider<ProjectId, Evaluation, EvaluationCommand, EvaluationEvent> = {
  initialState: { status: 'not open' },
  evolve,
  decide(command, evaluation, { id: projectId, by, today, calendar }) {
    if (command.type === 'OpenEvaluation') {
      if (evaluation.status === 'not open') return [{ type: 'EvaluationOpened', data: { projectId, ...command.data } }];
      if (evaluation.status !== 'superseded') return refuse('EVALUATION_ALREADY_OPEN');
      return [{ type: 'EvaluationOpenedAgain', data: { projectId, ...command.data, round: evaluation.round + 1 } }];
    }
    if (evaluation.status === 'not open') return refuse('EVALUATION_NOT_OPEN');
    /** Between two rounds there is nothing to deliver to. */
    const inRound = () => {
      if (evaluation.status === 'superseded') refuse('EVALUATION_NOT_OPEN');
    };
    const unscored = () => {
      inRound();
      if (evaluation.status === 'scored') refuse('ALREADY_SCORED');
    };
    switch (command.type) {
      case 'SupersedeEvaluation':
        if (evaluation.status === 'superseded') return [];
        return [{ type: 'EvaluationSuperseded', data: { projectId, round: evaluation.round, ...command.data } }];
      // invariant 32: delivered figures change only by a correction
      case 'RecordSurvey':
        unscored();
        if (evaluation.survey) return refuse('ALREADY_DELIVERED');
        assertSurvey(command.data);
        return [{ type: 'SurveyRecorded', data: { projectId, ...command.data } }];
      case 'CorrectSurvey':
        unscored();
        if (!evaluation.survey) return refuse('NOTHING_TO_CORRECT');
        assertSurvey(command.data);
        return [{ type: 'SurveyCorrected', data: { projectId, ...command.data } }];
      case 'RecordThirdPartyEvaluation':
        unscored();
        if (evaluation.thirdParty) return refuse('ALREADY_DELIVERED');
        assertThirdParty(command.data);
        return [{ type: 'ThirdPartyEvaluated', data: { projectId, ...command.data } }];
      case 'CorrectThirdPartyEvaluation':
        unscored();
        if (!evaluation.thirdParty) return refuse('NOTHING_TO_CORRECT');
        assertThirdParty(command.data);
        return [{ type: 'ThirdPartyEvaluationCorrected', data: { projectId, ...command.data } }];
      case 'RecordSatisfactionBallot':
        inRound();
        if (evaluation.ballot) return refuse('ALREADY_DELIVERED');
        assertSatisfactionBallot(command.data, evaluation.opensOn);
        return [{ type: 'SatisfactionBallotRecorded', data: { projectId, ...command.data } }];
      case 'CorrectSatisfactionBallot':
        inRound();
        if (!evaluation.ballot) return refuse('NOTHING_TO_CORRECT');
        assertSatisfactionBallot(command.data, evaluation.opensOn);
        return [{ type: 'SatisfactionBallotCorrected', data: { projectId, ...command.data } }];
      case 'CloseEvaluation':
        if (evaluation.status !== 'open') return refuse('EVALUATION_NOT_OPEN');
        if (today <= evaluation.closesOn) return refuse('EVALUATION_STILL_OPEN', { closesOn: evaluation.closesOn });
        return [{ type: 'EvaluationClosed', data: { projectId } }];
      case 'ScoreCountedRatings': {
        unscored();
        if (evaluation.status !== 'closed') return refuse('EVALUATION_NOT_CLOSED');
        const {
          rulesVersion,
          rules: { satisfaction: rule },
          survey,
          thirdParty,
        } = evaluation;
        return [
          {
            type: 'SatisfactionScored',
            data: {
              projectId,
              rulesVersion,
              rule,
              ...command.data,
              ...scoreSatisfaction(rule, { ...command.data, survey, thirdParty }),
            },
          },
        ];
      }
      case 'OpenRectification': {
        // One ticket per rater: it opens again for a rating that was given after the answer or the closing, and is bad.
        const { repairs = 0, ...bad } = command.data;
        const ticket = evaluation.rectifications[bad.ticket];
        if (ticket && (ticket.status === 'opened' || repairs <= ticket.repairsBefore)) return [];
        return [
          {
            type: ticket ? 'RectificationReopened' : 'RectificationOpened',
            data: {
              projectId,
              ...dueDay(calendar.deadlineAfter(today, evaluation.rules.answerDays)),
              departments: [...evaluation.leads],
              ...bad,
            },
          },
        ];
      }
      case 'AnswerRectification': {
        if (!by.organisation || !evaluation.leads.includes(by.organisation)) return refuse('NOT_THE_RATED_DEPARTMENT');
        const { tag: ticket, status } = ticketNumbered(evaluation, command.data.ticket);
        if (status === 'closed') return refuse('RECTIFICATION_CLOSED');
        const { organisation: department } = by;
        return [{ type: 'RectificationAnswered', data: { projectId, department, ...command.data, ticket } }];
      }
      case 'CloseRectification': {
        const { tag: ticket, status } = ticketNumbered(evaluation, command.data.ticket);
        if (status === 'closed') return refuse('RECTIFICATION_CLOSED');
        if (status !== 'answered') return refuse('RECTIFICATION_NOT_ANSWERED');
        return [{ type: 'RectificationClosed', data: { projectId, ...command.data, ticket } }];
      }
      default:
        return unreachable(command);
    }
  },
};
