import { DeliveryCommands, type DeliveryCommand } from '@minsheng/contracts';
import { commission, housingOfficer } from '../../testing/fixtures';
import { close, correct, reportLine, startedDelivery } from '../delivery.fixtures';

const evidence = [{ kind: 'certificate' as const, caption: '竣工验收备案表' }];
const claim: DeliveryCommand = { type: 'ClaimCompletion', data: { statement: '全部建成。', evidence } };
const inspect: DeliveryCommand = {
  type: 'InspectProject',
  data: DeliveryCommands.InspectProject.schema.parse({
    inspector: '市政府督查室',
    items: [{ item: '数量', passed: true, note: '' }],
    evidence,
  }),
};
const claimed = () => {
  const delivery = startedDelivery();
  delivery.report(11, reportLine('i1', '60'));
  delivery.ask(close(11), { by: commission });
  delivery.ask(claim, { by: housingOfficer });
  return delivery;
};

describe('the outcome of a promise', () => {
  it('is not known before the acceptance', () => {
    const delivery = claimed();
    expect([delivery.started().status, delivery.started().outcome]).toEqual(['completion claimed', undefined]);
    delivery.ask(inspect, { by: commission });
    expect(delivery.started()).toMatchObject({ status: 'accepted', outcome: 'met' });
  });
  it('is not decided over a report that waits for its check', () => {
    const delivery = claimed();
    delivery.ask(correct(11, reportLine('i1', '4', { reason: '复核核减' })), { by: housingOfficer });
    expect(delivery.refusal(inspect, { by: commission })).toBe('REPORTS_UNCHECKED');
  });
});
