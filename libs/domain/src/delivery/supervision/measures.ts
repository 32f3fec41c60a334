import type { DepartmentName, EscalationStep, Month } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { Decides, SomeEvolves } from '../part';
import { assertPeriod, leadsOf, assertNotEnded } from '../who';

/** Escalations that a rule called for, and who is under listed supervision (挂牌督办). */
export interface MeasuresState {
  readonly escalations: readonly {
    readonly period: Month;
    readonly department: DepartmentName;
    readonly step: EscalationStep;
  }[];
  readonly listed: readonly DepartmentName[];
}
export const noMeasures: MeasuresState = { escalations: [], listed: [] };

export type MeasureRefusal = 'ALREADY_LISTED' | 'NOT_LISTED';
const refuse = (code: MeasureRefusal | 'DEPARTMENT_DOES_NOT_LEAD', facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

export const measureDecides: Decides<'TakeMeasure' | 'Delist'> = {
  // A department that led when it fell behind may be interviewed after the lead has passed on (invariant 36).
  TakeMeasure: (delivery, data, { id: projectId, today }) => {
    const { department, period, measure } = data;
    assertPeriod(period, projectId, today);
    if (
      !leadsOf(assertNotEnded(delivery)).includes(department) &&
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
};

export const measureEvolves = {
  EscalationReached: (delivery, { period, department, step }) => ({
    ...delivery,
    escalations: [...delivery.escalations, { period, department, step }],
  }),
  MeasureTaken: (delivery, { measure, department }) =>
    measure === 'listed supervision'
      ? { ...delivery, listed: [...new Set([...delivery.listed, department])] }
      : delivery,
  Delisted: (delivery, { department }) => ({
    ...delivery,
    listed: delivery.listed.filter((name) => name !== department),
  }),
} satisfies SomeEvolves;
