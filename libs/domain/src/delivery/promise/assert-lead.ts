import type { DepartmentName } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { leadsOf } from '../../indicator/leads';
import type { StartedDelivery } from '../delivery.state';
import { leadsEver } from './commitment-at';

export type LeadRefusal = 'NOT_THE_LEAD_DEPARTMENT';

/** Whether a department leads an indicator of this project. */
export const isLead = ({ commitment }: Pick<StartedDelivery, 'commitment'>, department: string): boolean =>
  (leadsOf(commitment.indicators) as readonly string[]).includes(department);

/** Whether a department leads an indicator of this project, or led one: it answers for the months that were its own. */
export const hasLed = (
  delivery: Pick<StartedDelivery, 'commitment' | 'revisions'>,
  department: DepartmentName,
): boolean =>
  delivery.commitment.indicators.some(
    (indicator) => indicator.applicable && leadsEver(delivery, indicator).includes(department),
  );

/** The department an actor speaks for. @throws NOT_THE_LEAD_DEPARTMENT */
export const assertLead = (delivery: StartedDelivery, organisation: DepartmentName | undefined): DepartmentName => {
  if (organisation && isLead(delivery, organisation)) return organisation;
  throw new Refusal<LeadRefusal>('NOT_THE_LEAD_DEPARTMENT');
};
