import type { DepartmentName } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { SupervisionState } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { isLead } from '../promise/assert-lead';
import { assertNotEnded } from '../promise/status';
import { assertPeriod, isWithdrawn } from '../reports/period';

export type MeasureRefusal = 'DEPARTMENT_DOES_NOT_LEAD' | 'LIGHT_WITHDRAWN' | 'ALREADY_LISTED' | 'NOT_LISTED';
const refuse = (code: MeasureRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

const isListed = ({ listed }: Pick<SupervisionState, 'listed'>, department: DepartmentName): boolean =>
  listed.some((entry) => entry.department === department);

export const decideMeasures = {
  // A department that led when it fell behind may be interviewed after the lead has passed on (invariant 36).
  TakeMeasure: (delivery, data, { id: projectId, today }) => {
    const { department, period, measure } = data;
    assertPeriod(delivery, period, today);
    if (
      !isLead(assertNotEnded(delivery), department) &&
      !delivery.escalations.some((escalation) => escalation.department === department)
    )
      return refuse('DEPARTMENT_DOES_NOT_LEAD', { department });
    if (isWithdrawn(delivery, period)) return refuse('LIGHT_WITHDRAWN', { period });
    if (measure === 'listed supervision' && isListed(delivery, department))
      return refuse('ALREADY_LISTED', { department });
    return [{ type: 'MeasureTaken', data: { projectId, ...data, on: today } }];
  },
  Delist: (delivery, data, { id: projectId }) => {
    if (!isListed(delivery, data.department)) return refuse('NOT_LISTED', { department: data.department });
    return [{ type: 'Delisted', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

export const evolveMeasures = {
  EscalationReached: (delivery, { period, department, step, months }) => ({
    ...delivery,
    escalations: [...delivery.escalations, { period, department, step, months }],
  }),
  MeasureTaken: (delivery, { measure, department, period }) =>
    measure === 'listed supervision' && !isListed(delivery, department)
      ? { ...delivery, listed: [...delivery.listed, { department, period }] }
      : delivery,
  Delisted: (delivery, { department }) => ({
    ...delivery,
    listed: delivery.listed.filter((entry) => entry.department !== department),
  }),
} satisfies EvolveRows;
