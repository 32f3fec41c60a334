import type { AnnualListRefusal, CandidateRefusal, DeliveryRefusal, EvaluationRefusal, SuggestionRefusal } from '@minsheng/domain';

/** Every code a client can meet: the door's own and each refusal of the domain. */
export type ProblemCode = DoorCode | SuggestionRefusal | CandidateRefusal | AnnualListRefusal | DeliveryRefusal | EvaluationRefusal;

export type DoorCode =
  | 'MALFORMED' | 'MALFORMED_JSON' | 'BODY_TOO_LARGE' | 'MEDIA_TYPE_NOT_SUPPORTED' | 'ROUTE_UNKNOWN' | 'NOT_FOUND' | 'TOKEN_MISSING' | 'TOKEN_INVALID' | 'ROLE_NOT_ALLOWED' | 'OTHER_REGION'
  | 'ROUTE_WITHOUT_POLICY' | 'BUSINESS_DATE_NOT_ALLOWED' | 'BUSINESS_DATE_MALFORMED' | 'IDEMPOTENCY_KEY_MISSING' | 'IDEMPOTENCY_KEY_MALFORMED' | 'IDEMPOTENCY_KEY_REUSED' | 'IF_MATCH_MALFORMED'
  | 'STALE_VERSION' | 'CONFLICT' | 'BUSY' | 'STORE_UNAVAILABLE' | 'NOT_YET_VISIBLE' | 'NOT_YET_COUNTED' | 'CURSOR_MALFORMED' | 'INTERNAL';

/** Something a client can act on, named by its code. */
export class Problem extends Error {
  constructor(readonly code: ProblemCode, readonly facts: Readonly<Record<string, string | number>> = {}, /** Field errors as JSON pointers. */ readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]) {
    super(code);
  }
}
