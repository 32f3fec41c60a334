import type { DeliveryEvent, Light, ProjectId } from '@minsheng/contracts';
import type { DecisionContext } from '../../decider';
import type { StartedDelivery } from '../delivery.state';
import { cameLateFor } from '../reports/came-late';
import { reportOf } from '../reports/report-key';
import { behindIn } from '../supervision/escalation';
import { ordersOfMonth } from '../supervision/orders';

/**
 * Orders to departments whose report a month was without, though it had come in time: once it is verified, and the
 * month is not behind by it, nothing is left to press for.
 */
export const settledOrders = (
  delivery: StartedDelivery,
  before: Light,
  light: Light,
  { id: projectId, calendar }: Pick<DecisionContext<ProjectId>, 'id' | 'calendar'>,
): readonly DeliveryEvent[] => {
  const { period } = light;
  const stillBehind = behindIn(delivery, light, calendar);
  return ordersOfMonth(delivery, period)
    .filter(({ department }) => {
      const report = reportOf(delivery, period, department);
      const wasInTime = report !== undefined && !cameLateFor(delivery, report, period, calendar);
      return before.missing.includes(department) && wasInTime && !stillBehind.includes(department);
    })
    .map(({ order, department }) => ({
      type: 'OrderWithdrawn',
      data: { projectId, order, department, reason: `${period} 月报按时报送，已经核实` },
    }));
};
