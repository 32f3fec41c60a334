import { commission, housing, housingOfficer, month } from '../../testing/fixtures';
import { close, startedDelivery } from '../delivery.fixtures';

const asCommission = { by: commission };
const issue = {
  type: 'IssueOrder' as const,
  data: { period: month(3), department: housing, level: 'yellow' as const, reason: '亮红灯' },
};
const withdrawn = () => {
  const delivery = startedDelivery();
  delivery.ask(close(3), { by: commission, today: '2019-04-01' });
  delivery.ask(issue, { by: commission, today: '2019-04-01' });
  delivery.ask(
    { type: 'ReopenMonth', data: { period: month(3), reason: '误关账。', withdrawLight: true } },
    { by: commission, today: '2019-04-02' },
  );
  return delivery;
};

describe('an order withdrawn with its light', () => {
  it('owes nothing by time any more', () =>
    expect(
      withdrawn()
        .ask({ type: 'PassDay', data: {} })
        .map(({ type }) => type),
    ).not.toContain('OrderOverdue'));
  it.each([
    ['received', { type: 'ReceiveOrder' as const, data: { order: 1 } }, housingOfficer],
    ['answered', { type: 'AnswerOrder' as const, data: { order: 1, answer: '已整改' } }, housingOfficer],
    ['escalated', { type: 'EscalateOrder' as const, data: { order: 1, reason: '未答复' } }, commission],
    ['closed', { type: 'CloseOrder' as const, data: { order: 1, waiver: '免答' } }, commission],
  ])('is not %s', (_, command, by) => expect(withdrawn().refusal(command, { by })).toBe('ORDER_WITHDRAWN'));
  it('is followed by another once the month is red again, not before', () => {
    const delivery = withdrawn();
    expect(delivery.refusal(issue, asCommission)).toBe('LIGHT_WITHDRAWN');
    delivery.ask(close(3), asCommission);
    expect(delivery.ask(issue, asCommission)).toMatchObject([{ type: 'OrderIssued', data: { order: 2 } }]);
  });
});
