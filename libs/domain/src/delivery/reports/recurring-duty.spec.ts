import { indicator, month } from '../../testing/fixtures';
import { reportLine, startedDelivery } from '../delivery.fixtures';

describe('a recurring duty', () => {
  const duty = indicator({ kind: 'recurring duty', target: null, checkpoints: 4, additive: false });
  it.each([
    [1, '1', undefined],
    [1, '2', 'CHECKPOINTS_TO_COME'],
    [3, '4', 'CHECKPOINTS_TO_COME'],
    [6, '2', undefined],
    [9, '4', 'CHECKPOINTS_TO_COME'],
    [10, '4', undefined],
    [12, '6', undefined],
  ])('in month %s done %s times', (number, value, code) => {
    const delivery = startedDelivery([duty]);
    const report = {
      type: 'SubmitReport' as const,
      data: { period: month(number), lines: [reportLine('i1', value)], evidence: [] },
    };
    expect(delivery.refusal(report)).toBe(code);
  });
});
