import { DeliveryCommands } from '@minsheng/contracts';
import { commission, indicator } from '../../testing/fixtures';
import { close, correct, reportLine, startedDelivery, verify } from '../delivery.fixtures';

const evidence = [{ kind: 'certificate' as const, caption: '竣工验收备案表' }];
const asCommission = { by: commission };

it('a correction that says otherwise than the acceptance waits for a look back', () => {
  const delivery = startedDelivery([indicator({ target: '10' })]);
  delivery.report(12, reportLine('i1', '10'));
  delivery.ask(close(12), asCommission);
  const claim = DeliveryCommands.ClaimCompletion.schema.parse({ statement: '全部建成。', evidence });
  delivery.ask({ type: 'ClaimCompletion', data: claim });
  const items = [{ item: '数量', passed: true, note: '' }];
  delivery.ask({ type: 'InspectProject', data: { inspector: '市政府督查室', items, evidence } }, asCommission);
  delivery.ask(correct(12, reportLine('i1', '4', { reason: '复核核减' })));
  const verification = { ...verify(12), data: { ...verify(12).data, confirmed: true } };
  expect(delivery.refusal(verification, asCommission)).toBe('COMPLETION_ACCEPTED');
});
