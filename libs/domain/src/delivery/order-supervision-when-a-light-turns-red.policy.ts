import type { Light, ProjectId } from '@minsheng/contracts';
import type { Order, Policy } from '../policy';

/** To whoever sent no verified report, and to the lead of the worst indicator. An order still open is not doubled. */
const toTheResponsible = (projectId: ProjectId, { colour, missing, period, worst }: Light): readonly Order[] => {
  if (colour !== 'red') return [];
  const departments = missing.length > 0 ? missing : worst ? [worst.lead] : [];
  const reason = missing.length > 0 ? `${period} 无经核实的月报，亮红灯` : `${period} ${worst?.district ?? ''}指标 ${worst?.indicatorId} 落后序时进度 ${worst?.behind} 个百分点，亮红灯`;
  return departments.map((department) => ({ category: 'delivery', id: projectId, command: { type: 'IssueOrder', data: { period, department, reason } } }));
};

export const orderSupervisionWhenALightTurnsRed: Policy = {
  name: 'order-supervision-when-a-light-turns-red',
  when: {
    MonthClosed: ({ projectId, light }) => toTheResponsible(projectId, light),
    LightRecomputed: ({ projectId, light, before }) => (before === 'red' ? [] : toTheResponsible(projectId, light)),
  },
};
