import { Refusal } from '../../decider';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { isLead } from '../promise/assert-lead';
import { assertNotEnded } from '../promise/status';
import { assertPeriod } from '../reports/period';

export type MeasureRefusal = 'DEPARTMENT_DOES_NOT_LEAD' | 'ALREADY_LISTED' | 'NOT_LISTED';
const refuse = (code: MeasureRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

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
    if (measure === 'listed supervision' && delivery.listed.includes(department))
      return refuse('ALREADY_LISTED', { department });
    return [{ type: 'MeasureTaken', data: { projectId, ...data, on: today } }];
  },
  Delist: (delivery, data, { id: projectId }) => {
    if (!delivery.listed.includes(data.department)) return refuse('NOT_LISTED', { department: data.department });
    return [{ type: 'Delisted', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

export const evolveMeasures = {
  EscalationReached: (delivery, { period, department, step, months }) => ({
    ...delivery,
    escalations: [...delivery.escalations, { period, department, step, months }],
  }),
  MeasureTaken: (delivery, { measure, department }) =>
    measure === 'listed supervision'
      ? { ...delivery, listed: [...new Set([...delivery.listed, department])] }
      : delivery,
  Delisted: (delivery, { department }) => ({
    ...delivery,
    listed: delivery.listed.filter((name) => name !== department),
  }),
} satisfies EvolveRows;
