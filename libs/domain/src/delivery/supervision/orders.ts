import {
  orderLevels,
  type DeliveryEvent,
  type DepartmentName,
  type Month,
  type OrderLevel,
  type ProjectId,
} from '@minsheng/contracts';
import { Refusal, type DecisionContext } from '../../decider';
import { dueDay, type DueDay } from '../../indicator/due-day';
import { daysAfter, monthOf } from '../../indicator/month';
import type { StartedDelivery, SupervisionOrder, SupervisionState } from '../delivery.state';
import type { DecideRows, EvolveRows, FallenDue } from '../delivery.tables';
import { hasLed } from '../promise/assert-lead';
import { rulesFor } from '../promise/rule-sets';
import { assertNotEnded } from '../promise/status';
import { assertPeriod, isWithdrawn } from '../reports/period';

type Orders = Pick<SupervisionState, 'orders'>;

export type OrderRefusal =
  | 'DEPARTMENT_DOES_NOT_LEAD'
  | 'LIGHT_WITHDRAWN'
  | 'ORDER_UNKNOWN'
  | 'ORDER_NOT_ANSWERED'
  | 'ORDER_ALREADY_OPEN'
  | 'ORDER_ALREADY_CLOSED'
  | 'ORDER_WITHDRAWN'
  | 'ORDER_ALREADY_RECEIVED'
  | 'ORDER_AT_HIGHEST_LEVEL'
  | 'ORDER_NOT_DUE'
  | 'ORDER_DUE_IN_THE_PAST';
const refuse = (code: OrderRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};
const changed = (orders: Orders['orders'], number: number, change: Partial<SupervisionOrder>) =>
  orders.map((order, index) => (index === number - 1 ? { ...order, ...change } : order));

/** Whether something is left to do about an order: it is neither closed nor withdrawn. */
export const isOpenOrder = ({ status }: { readonly status: SupervisionOrder['status'] }): boolean =>
  status !== 'closed' && status !== 'withdrawn';

/** @throws ORDER_UNKNOWN, ORDER_WITHDRAWN, ORDER_ALREADY_CLOSED */
const openOrder = ({ orders }: Orders, order: number): SupervisionOrder => {
  const found = orders[order - 1] ?? refuse('ORDER_UNKNOWN', { order });
  if (found.status === 'withdrawn') return refuse('ORDER_WITHDRAWN', { order });
  return found.status === 'closed' ? refuse('ORDER_ALREADY_CLOSED', { order }) : found;
};
/** An order is its recipient's: for any other department there is none. @throws as {@link openOrder} */
const ownOrder = (delivery: Orders, order: number, organisation: DepartmentName | undefined): SupervisionOrder => {
  const found = openOrder(delivery, order);
  return found.department === organisation ? found : refuse('ORDER_UNKNOWN', { order });
};
const orderDue = (
  level: OrderLevel,
  delivery: Pick<StartedDelivery, 'ruleSets'>,
  { today, calendar }: DecisionContext<ProjectId>,
): DueDay => dueDay(calendar.deadlineAfter(today, rulesFor(delivery, monthOf(today)).rules.orderDays[level]));
const levelAbove = (level: OrderLevel): OrderLevel | undefined => orderLevels[orderLevels.indexOf(level) + 1];

/** Orders of a month that were not withdrawn yet, with their numbers. */
export const ordersOfMonth = ({ orders }: Orders, period: Month) =>
  orders
    .map(({ department, status, period }, index) => ({ order: index + 1, department, status, period }))
    .filter((order) => order.period === period && order.status !== 'withdrawn');

export const decideOrders = {
  IssueOrder: (delivery, data, context) => {
    const { id: projectId, today } = context;
    const { period, department, level, dueOn } = data;
    assertPeriod(delivery, period, today);
    if (dueOn !== undefined && dueOn < today) return refuse('ORDER_DUE_IN_THE_PAST', { dueOn, today });
    if (!hasLed(assertNotEnded(delivery), department)) return refuse('DEPARTMENT_DOES_NOT_LEAD', { department });
    if (isWithdrawn(delivery, period)) return refuse('LIGHT_WITHDRAWN', { period });
    if (delivery.orders.some((order) => order.department === department && isOpenOrder(order)))
      return refuse('ORDER_ALREADY_OPEN', { department });
    const due = dueOn === undefined ? orderDue(level, delivery, context) : { dueOn };
    return [{ type: 'OrderIssued', data: { projectId, order: delivery.orders.length + 1, ...data, ...due } }];
  },
  ReceiveOrder: (delivery, data, { id: projectId, by, today }) => {
    const { department, status } = ownOrder(delivery, data.order, by.organisation);
    if (status !== 'issued') return refuse('ORDER_ALREADY_RECEIVED', { order: data.order });
    return [{ type: 'OrderReceived', data: { projectId, ...data, department, on: today } }];
  },
  AnswerOrder: (delivery, data, { id: projectId, by }) => {
    const { department } = ownOrder(delivery, data.order, by.organisation);
    return [{ type: 'OrderAnswered', data: { projectId, department, ...data } }];
  },
  // An answer that does not do is escalated too: at the next level the order has to be answered anew. Who has not
  // answered has its days to the end.
  EscalateOrder: (delivery, data, context) => {
    const { id: projectId, today } = context;
    const { department, level: before, status, dueOn } = openOrder(delivery, data.order);
    const level = levelAbove(before) ?? refuse('ORDER_AT_HIGHEST_LEVEL', { order: data.order });
    if (status !== 'answered' && today <= dueOn) return refuse('ORDER_NOT_DUE', { order: data.order, dueOn, today });
    return [
      {
        type: 'OrderEscalated',
        data: { projectId, ...data, department, level, ...orderDue(level, delivery, context) },
      },
    ];
  },
  CloseOrder: (delivery, data, { id: projectId }) => {
    const { status } = openOrder(delivery, data.order);
    // invariant 20
    if (status !== 'answered' && !data.waiver) return refuse('ORDER_NOT_ANSWERED', { order: data.order });
    return [{ type: 'OrderClosed', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

export const evolveOrders = {
  OrderIssued: (delivery, { period, department, level, dueOn }) => ({
    ...delivery,
    orders: [...delivery.orders, { period, department, level, dueOn, status: 'issued', overdue: false }],
  }),
  OrderReceived: (delivery, { order }) => ({
    ...delivery,
    orders: changed(delivery.orders, order, { status: 'received' }),
  }),
  OrderAnswered: (delivery, { order }) => ({
    ...delivery,
    orders: changed(delivery.orders, order, { status: 'answered' }),
  }),
  OrderOverdue: (delivery, { order }) => ({ ...delivery, orders: changed(delivery.orders, order, { overdue: true }) }),
  OrderEscalated: (delivery, { order, level, dueOn }) => ({
    ...delivery,
    orders: changed(delivery.orders, order, { level, dueOn, status: 'issued', overdue: false }),
  }),
  OrderClosed: (delivery, { order }) => ({
    ...delivery,
    orders: changed(delivery.orders, order, { status: 'closed' }),
  }),
  OrderWithdrawn: (delivery, { order }) => ({
    ...delivery,
    orders: changed(delivery.orders, order, { status: 'withdrawn' }),
  }),
} satisfies EvolveRows;

/** What the clock writes under the order that it escalates. */
export const NOT_ANSWERED_IN_TIME = '逾期未答复';

/**
 * The day after its day an unanswered order is overdue; the day after that the clock escalates it, blue to yellow to
 * red (三明三色督查单 2017, 宿迁“三色督办单” 2025). Each level has a deadline of its own that begins when it is told: a clock that
 * stood still skips no level.
 */
export const ordersFallenDue: FallenDue = (delivery, context) =>
  delivery.orders.flatMap(({ department, level: before, dueOn, status, overdue }, index): DeliveryEvent[] => {
    const { id: projectId, today } = context;
    if (status === 'answered' || !isOpenOrder({ status }) || today <= dueOn) return [];
    const order = index + 1;
    const level = today > daysAfter(dueOn, 1) ? levelAbove(before) : undefined;
    return [
      ...(overdue ? [] : [{ type: 'OrderOverdue' as const, data: { projectId, order, department, dueOn } }]),
      ...(level
        ? [
            {
              type: 'OrderEscalated' as const,
              data: {
                projectId,
                order,
                reason: NOT_ANSWERED_IN_TIME,
                department,
                level,
                ...orderDue(level, delivery, context),
              },
            },
          ]
        : []),
    ];
  });
