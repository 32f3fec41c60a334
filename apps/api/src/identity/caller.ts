import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  regionOf,
  type Actor,
  type DepartmentName,
  type ListId,
  type MeetingId,
  type ProjectId,
  type SuggestionId,
} from '@minsheng/contracts';
import { Problem } from '../http/problem';

/** Who calls, as the guard found out. */
export interface Caller {
  readonly actor: Actor;
  /** The issuer's name for the person; only the vault may turn it into tags. */
  readonly subject: string;
  /** Business date of this request. */
  readonly today: string;
  /** Keyed hash of a request: a plain one would confirm whoever guesses the names in it. */
  readonly fingerprint: (request: string) => string;
}

/** The caller of a route; undefined where everyone may come without a token. */
export const CallerOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined => context.switchToHttp().getRequest().caller,
);

/** Nobody touches another region's matters. Citizens have no region. @throws Problem */
export const assertSameRegion = ({ region }: Actor, id: ListId | ProjectId | SuggestionId | MeetingId): void => {
  if (region && region !== regionOf(id)) throw new Problem('OTHER_REGION', { region });
};

/** The department that somebody speaks for. @throws Problem */
export const departmentOf = ({ organisation }: Actor): DepartmentName => {
  if (!organisation)
    throw new Problem('ROLE_NOT_ALLOWED', { role: 'department without organisation', allowed: 'department' });
  return organisation;
};

/** Anyone of the office; citizens and those without a token see what is public. */
export const isStaff = (caller: Caller | undefined): boolean => caller !== undefined && caller.actor.role !== 'public';
