import type { Actor, DepartmentName, Sealed } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { takesPart } from '../../indicator/leads';
import type { Delivery, StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertNotEnded } from './status';

export type LiaisonRefusal =
  'DEPARTMENT_TAKES_NO_PART' | 'LIAISON_OF_ANOTHER_DEPARTMENT' | 'LIAISON_NOT_APPOINTED' | 'NOT_A_PARTICIPANT';
const refuse = (code: LiaisonRefusal | 'DELIVERY_NOT_STARTED', facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** @throws DEPARTMENT_TAKES_NO_PART */
export const assertTakesPart = ({ commitment }: StartedDelivery, department: DepartmentName | undefined): void => {
  if (!takesPart(commitment, department)) refuse('DEPARTMENT_TAKES_NO_PART', { department: department ?? '' });
};

/**
 * A liaison officer (联络员) is named per unit that takes part, lead or co-department (handbook domain.md section 2): by
 * that unit itself, or by the commission. The handler asserts it too, before anything lies in the vault.
 */
export const assertLiaison = (delivery: Delivery, department: DepartmentName, { role, organisation }: Actor): void => {
  if (delivery.status === 'not started') return refuse('DELIVERY_NOT_STARTED');
  assertTakesPart(assertNotEnded(delivery), department);
  if (role === 'department' && organisation !== department) refuse('LIAISON_OF_ANOTHER_DEPARTMENT', { department });
};

/** A department may be called like a method of every object. */
const appointed = ({ liaisons }: StartedDelivery, department: DepartmentName): readonly Sealed[] =>
  Object.hasOwn(liaisons, department) ? liaisons[department] : [];

/**
 * Every officer that the department has named and who is not erased, the present one last.
 * @throws DELIVERY_NOT_STARTED, LIAISON_NOT_APPOINTED
 */
export const liaisonsOf = (delivery: Delivery, department: DepartmentName): readonly Sealed[] => {
  if (delivery.status === 'not started') return refuse('DELIVERY_NOT_STARTED');
  const officers = appointed(delivery, department);
  return officers.length > 0 ? officers : refuse('LIAISON_NOT_APPOINTED', { department });
};

/**
 * Liaison officers are shown to the commission and to the departments that take part (invariant 25).
 * @throws NOT_A_PARTICIPANT
 */
export const assertSeesLiaisons = ({ commitment }: StartedDelivery, { role, organisation }: Actor): void => {
  if (role !== 'commission' && !takesPart(commitment, organisation))
    refuse('NOT_A_PARTICIPANT', { department: organisation ?? role });
};

export const decideLiaisons = {
  RecordLiaison: (delivery, data, { id: projectId, by }) => {
    assertLiaison(delivery, data.department, by);
    return [{ type: 'LiaisonAppointed', data: { projectId, ...data } }];
  },
  EraseLiaison: (delivery, { department }, { id: projectId }) => {
    liaisonsOf(delivery, department);
    return [{ type: 'LiaisonErased', data: { projectId, department } }];
  },
} satisfies DecideRows;

export const evolveLiaisons = {
  LiaisonAppointed: (delivery, { department, contact }) => ({
    ...delivery,
    liaisons: { ...delivery.liaisons, [department]: [...appointed(delivery, department), contact] },
  }),
  LiaisonErased: (delivery, { department }) => {
    const { [department]: _, ...liaisons } = delivery.liaisons;
    return { ...delivery, liaisons };
  },
} satisfies EvolveRows;
