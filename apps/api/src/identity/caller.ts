import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, DepartmentName } from '@minsheng/contracts';

/** Who calls, as the guard found out. */
export interface Caller {
  readonly actor: Actor;
  /** The issuer's name for the person; only the vault may turn it into tags. */
  readonly subject: string;
  /** Works in the office of the region that the request is about; everybody else sees what the public sees. */
  readonly ofTheOffice: boolean;
  /** Business date of this request. */
  readonly today: string;
  /** Keyed hash of a request: a plain one would confirm whoever guesses the names in it. */
  readonly fingerprint: (request: string) => string;
}

/** The caller of a route; undefined where everyone may come without a token. */
export const CallerOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined => context.switchToHttp().getRequest().caller,
);

/** The department that somebody speaks for; the door lets none in that speaks for nobody. */
export const departmentOf = ({ organisation }: Actor): DepartmentName => organisation!;

/** Shown are the working papers, and not only what is public. */
export const isOfTheOffice = (caller: Caller | undefined): boolean => caller?.ofTheOffice ?? false;
