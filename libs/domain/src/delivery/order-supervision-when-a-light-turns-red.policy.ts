import type { Light, ProjectId } from '@minsheng/contracts';
import { daysAfter } from '../month';
import type { Order, Policy } from '../policy';

/** Days a department has to answer. Own deadlines per colour of order come with the supervision rules. */
const ANSWER_DAYS = 15;

/** To each department that sent no verified report; where all did, nobody is named here and the commission issues the order itself. */
const toTheMissing = (projectId: ProjectId, { colour, missing, period }: Light, on: string): readonly Order[] =>
  colour !== 'red' ? [] : missing.map((department) => ({
    category: 'delivery', id: projectId,
    command: { type: 'IssueOrder', data: { period, department, reason: `${period} 无经核实的月报，亮红灯`, dueOn: daysAfter(on, ANSWER_DAYS) } },
  }));

export const orderSupervisionWhenALightTurnsRed: Policy = {
  name: 'order-supervision-when-a-light-turns-red',
  when: { MonthClosed: ({ projectId, light }, { on }) => toTheMissing(projectId, light, on) },
};
