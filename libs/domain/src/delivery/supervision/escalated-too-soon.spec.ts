import type { DeliveryCommand } from '@minsheng/contracts';
import { commission, housing, housingOfficer, month } from '../../testing/fixtures';
import { startedDelivery } from '../delivery.fixtures';

const on = (today: string) => ({ by: commission, today });
const escalate: DeliveryCommand = { type: 'EscalateOrder', data: { order: 1, reason: '逾期未答复。' } };
const issued = () => {
  const delivery = startedDelivery();
  delivery.ask(
    {
      type: 'IssueOrder',
      data: { period: month(3), department: housing, level: 'blue', reason: '临期。', dueOn: '2019-04-10' },
    },
    on('2019-04-01'),
  );
  return delivery;
};

describe('an order is escalated', () => {
  it.each([['2019-04-01'], ['2019-04-10']])('not while it may still be answered: %s', (today) =>
    expect(issued().refusal(escalate, on(today))).toBe('ORDER_NOT_DUE'),
  );
  it('not when it was only received', () => {
    const delivery = issued();
    delivery.ask({ type: 'ReceiveOrder', data: { order: 1 } }, { by: housingOfficer, today: '2019-04-02' });
    expect(delivery.refusal(escalate, on('2019-04-10'))).toBe('ORDER_NOT_DUE');
  });
  it('the day after its last', () => expect(issued().refusal(escalate, on('2019-04-11'))).toBeUndefined());
  it('before its last day where the answer does not do', () => {
    const delivery = issued();
    delivery.ask(
      { type: 'AnswerOrder', data: { order: 1, answer: '知悉。' } },
      { by: housingOfficer, today: '2019-04-02' },
    );
    expect(delivery.refusal(escalate, on('2019-04-03'))).toBeUndefined();
  });
});
