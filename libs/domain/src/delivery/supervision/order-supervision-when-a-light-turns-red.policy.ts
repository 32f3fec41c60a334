import type { Light, ProjectId, Standing } from '@minsheng/contracts';
import { compare } from '../../indicator/decimal';
import type { PolicyCommand, Policy } from '../../policy';

/** Points behind where the line was missed; a scheme that looks at completion alone (five colours) names that. */
const shortfall = ({ behind, percent }: Standing): string =>
  compare(behind, '0') > 0 ? `落后序时进度 ${behind} 个百分点` : `完成率 ${percent ?? 0}%`;

/**
 * To whoever sent no verified report, else to the lead of the worst indicator. An order still open is not doubled: the
 * delivery refuses a second one.
 */
const toTheResponsible = (
  projectId: ProjectId,
  { colour, missing, period, worst }: Light,
): readonly PolicyCommand[] => {
  if (colour !== 'red') return [];
  const departments = missing.length > 0 ? missing : worst ? [worst.lead] : [];
  const reason =
    missing.length > 0 || !worst
      ? `${period} 无经核实的月报，亮红灯`
      : `${period} ${worst.district ?? ''}指标 ${worst.indicatorId} ${shortfall(worst)}，亮红灯`;
  return departments.map((department) => ({
    category: 'delivery',
    id: projectId,
    command: { type: 'IssueOrder', data: { period, department, level: 'yellow', reason } },
  }));
};

/**
 * Yellow: behind, or without a report (宿迁“三色督办单” 2025). Only a light that turns red orders: not one that was red before
 * it was seen again.
 */
export const orderSupervisionWhenALightTurnsRed: Policy = {
  name: 'order-supervision-when-a-light-turns-red',
  when: {
    MonthClosed: ({ projectId, light }) => toTheResponsible(projectId, light),
    MonthClosedAgain: ({ projectId, light }) => toTheResponsible(projectId, light),
    LightRecomputed: ({ projectId, light, before }) => (before === 'red' ? [] : toTheResponsible(projectId, light)),
  },
};
