import type {
  AnnualListRefusal,
  CalendarRefusal,
  CandidateRefusal,
  DeliveryRefusal,
  EvaluationRefusal,
  FunctionalZoneRefusal,
  MeetingRefusal,
  NationalRefusal,
  RegionRefusal,
  SitesRefusal,
  SuggestionRefusal,
} from '@minsheng/domain';

/** Every code a client can meet: the door's own and each refusal of the domain. */
export type ProblemCode =
  | DoorCode
  | SuggestionRefusal
  | CandidateRefusal
  | AnnualListRefusal
  | DeliveryRefusal
  | SitesRefusal
  | MeetingRefusal
  | EvaluationRefusal
  | NationalRefusal
  | CalendarRefusal
  | FunctionalZoneRefusal
  | RegionRefusal;

export type DoorCode =
  | 'MALFORMED'
  | 'MALFORMED_JSON'
  | 'BODY_TOO_LARGE'
  | 'MEDIA_TYPE_NOT_SUPPORTED'
  | 'ROUTE_UNKNOWN'
  | 'NOT_FOUND'
  | 'TOKEN_MISSING'
  | 'TOKEN_INVALID'
  | 'ROLE_NOT_ALLOWED'
  | 'OTHER_REGION'
  | 'ROUTE_WITHOUT_POLICY'
  | 'BUSINESS_DATE_NOT_ALLOWED'
  | 'BUSINESS_DATE_MALFORMED'
  | 'IDEMPOTENCY_KEY_MISSING'
  | 'IDEMPOTENCY_KEY_MALFORMED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IF_MATCH_MALFORMED'
  | 'ROWS_REFUSED'
  | 'PROJECT_OF_ANOTHER_LIST'
  | 'APPEND_TOO_LARGE'
  | 'TOGETHER_NOT_POSSIBLE'
  | 'IF_MATCH_OF_MANY'
  | 'STALE_VERSION'
  | 'CONFLICT'
  | 'BUSY'
  | 'STORE_UNAVAILABLE'
  | 'NOT_YET_VISIBLE'
  | 'NOT_YET_COUNTED'
  | 'CURSOR_MALFORMED'
  | 'AS_OF_IN_THE_FUTURE'
  | 'INTERNAL';

/** What is wrong with a row of many, by its place; the text follows from the code. */
export interface RowProblem {
  readonly row: number;
  readonly projectId: string;
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
}
/** What is wrong with a field, by JSON pointer. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** Something a client can act on, named by its code. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: Readonly<Record<string, string | number>> = {},
    readonly errors?: readonly FieldProblem[] | readonly RowProblem[],
  ) {
    super(code);
  }
}
