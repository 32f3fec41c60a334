import type { Actor } from '@minsheng/contracts';
import { Problem } from '../http/problem';

/**
 * What a role must say of its bearer. Nobody gains by leaving a claim out: without a region one would act everywhere,
 * without an organisation for every department. The public speaks for itself, and who runs the installation belongs to
 * no office: what their tokens say besides is not kept.
 * @throws Problem CLAIM_MISSING
 */
export const claimed = (actor: Omit<Actor, 'id'>): Omit<Actor, 'id'> => {
  const { role } = actor;
  if (role === 'public' || role === 'operator') return { role };
  if (!actor.region) throw new Problem('CLAIM_MISSING', { role, claim: 'region' });
  if (role === 'department' && !actor.organisation) throw new Problem('CLAIM_MISSING', { role, claim: 'organisation' });
  return actor;
};
