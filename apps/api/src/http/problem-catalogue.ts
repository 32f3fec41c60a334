import type {
  AnnualListRefusal,
  CandidateRefusal,
  DeliveryRefusal,
  EvaluationRefusal,
  MeetingRefusal,
  SitesRefusal,
  SuggestionRefusal,
} from '@minsheng/domain';
import { deliveryProblems } from '../delivery/delivery.problems';
import { evaluationProblems } from '../evaluation/evaluation.problems';
import { meetingProblems } from '../meeting/meeting.problems';
import { registerProblems, type RegisterRefusal } from '../register/register.problems';
import { selectionProblems } from '../selection/selection.problems';
import { sitesProblems } from '../sites/sites.problems';
import { suggestionProblems } from '../suggestion/suggestion.problems';
import { httpProblems, type HttpCode } from './http.problems';
import type { ProblemText } from './problem-text';

/** Every code a client can meet: those of the HTTP layer and each refusal of the domain. */
export type ProblemCode =
  | HttpCode
  | SuggestionRefusal
  | CandidateRefusal
  | AnnualListRefusal
  | DeliveryRefusal
  | SitesRefusal
  | MeetingRefusal
  | EvaluationRefusal
  | RegisterRefusal;

/** Every code with its texts; a code without texts does not compile. Codes are never renamed: clients act on them. */
export const problemTexts: Readonly<Record<ProblemCode, ProblemText>> = {
  ...httpProblems,
  ...suggestionProblems,
  ...selectionProblems,
  ...deliveryProblems,
  ...sitesProblems,
  ...meetingProblems,
  ...evaluationProblems,
  ...registerProblems,
};

/** The HTTP status a code is answered with. */
export const statusOf = (code: ProblemCode): number => problemTexts[code].status ?? 409;
