import type { Actor, DepartmentName } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { Delivery, StartedDelivery } from '../delivery.state';
import { leadsOf, assertNotEnded } from '../who';

export type LiaisonRefusal = 'DEPARTMENT_TAKES_NO_PART' | 'LIAISON_OF_ANOTHER_DEPARTMENT';
const refuse = (code: LiaisonRefusal | 'DELIVERY_NOT_STARTED', facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Leads an indicator or is named beside the leads. @throws DEPARTMENT_TAKES_NO_PART */
export const assertTakesPart = (delivery: StartedDelivery, department: DepartmentName | undefined): void => {
  if (!department || ![...leadsOf(delivery), ...delivery.commitment.coDepartments].includes(department))
    refuse('DEPARTMENT_TAKES_NO_PART', { department: department ?? '' });
};

/**
 * A liaison officer (联络员) is named per unit that takes part, lead or co-department (handbook domain.md section 2): by
 * that unit itself, or by the commission.
 * Asked by the handler too, before anything lies in the vault.
 */
export const assertLiaison = (delivery: Delivery, department: DepartmentName, { role, organisation }: Actor): void => {
  if (delivery.status === 'not started') return refuse('DELIVERY_NOT_STARTED');
  assertTakesPart(assertNotEnded(delivery), department);
  if (role === 'department' && organisation !== department) refuse('LIAISON_OF_ANOTHER_DEPARTMENT', { department });
};
