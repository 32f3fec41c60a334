import { SetMetadata } from '@nestjs/common';
import type { Role } from '@minsheng/contracts';

/** Who may use a route. `everyone` needs no token; a token that is sent is still checked. */
export type Access = 'everyone' | readonly Role[];
export const ACCESS = 'minsheng:access';

/** The policy of a route; a route without one does not start (see `assert-every-route-has-a-policy.ts`). */
export const Allow = (...roles: readonly [Role, ...Role[]]) => SetMetadata(ACCESS, roles satisfies Access);
export const AllowEveryone = () => SetMetadata(ACCESS, 'everyone' satisfies Access);

/** Everybody in the office. */
export const staff = [
  'commission',
  'department',
  'evaluator',
  'leader',
  'recorder',
  'auditor',
  'statistics',
  'deputy',
] as const satisfies readonly Role[];
