import * as fc from 'fast-check';
import { commission, dongpo, indicator, month, pengshan } from '../../testing/fixtures';
import { close, correct, reportLine, startedDelivery, submit, toTwoDistricts, verify } from '../delivery.fixtures';
import { figuresAt } from './verified-figures';

const two = [indicator(), indicator({ id: 'i2' })];
const corrected = (delivery: ReturnType<typeof startedDelivery>, ...lines: ReturnType<typeof reportLine>[]) => {
  delivery.ask(correct(3, ...lines));
  delivery.ask(verify(3), { by: commission });
  return figuresAt(delivery.started(), month(3));
};

describe('correcting a line keeps the others', () => {
  it('a line that the correction does not name stands as last verified', () => {
    const delivery = startedDelivery(two);
    delivery.report(3, reportLine('i1', '9'), reportLine('i2', '5'));
    delivery.ask(close(3));
    expect(corrected(delivery, reportLine('i2', '6'))).toEqual({
      i1: { '': { value: '9' } },
      i2: { '': { value: '6' } },
    });
  });
  it('a district that it does not name stays in the sum', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.report(3, reportLine('i1', '4', { district: dongpo }), reportLine('i1', '3', { district: pengshan }));
    delivery.ask(close(3));
    expect(corrected(delivery, reportLine('i1', '6', { district: dongpo }))).toMatchObject({
      i1: { '': { value: '9' } },
    });
  });
  it('a whole given beside its districts is summed anew, and one that does not fit them is refused', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    const [east, hill] = [dongpo, pengshan].map((district, at) => reportLine('i1', String(4 - at), { district }));
    delivery.report(3, reportLine('i1', '7'), east, hill);
    delivery.ask(close(3));
    expect(delivery.refusal(correct(3, reportLine('i1', '8')))).toBe('REPORT_SUM_MISMATCH');
    expect(corrected(delivery, reportLine('i1', '6', { district: dongpo }))).toMatchObject({
      i1: { '': { value: '9' } },
    });
  });
  it('a line that it names is replaced as a whole', () => {
    const delivery = startedDelivery();
    delivery.report(3, reportLine('i1', '9', { worksPercent: '40' }));
    delivery.ask(close(3));
    expect(corrected(delivery, reportLine('i1', '10'))).toEqual({ i1: { '': { value: '10' } } });
  });
});

describe('a cumulative figure falls only with a reason, in whatever order months are verified', () => {
  it('April 5, then March 9: the reason is asked', () => {
    const delivery = startedDelivery();
    delivery.report(4, reportLine('i1', '5'));
    expect(delivery.refusal(submit(3, reportLine('i1', '9')))).toBe('CUMULATIVE_FALLS');
    expect(delivery.refusal(submit(3, reportLine('i1', '9', { reason: '四月审计核减' })))).toBeUndefined();
  });
  it('April told why it fell: March needs no second reason', () => {
    const delivery = startedDelivery();
    delivery.report(2, reportLine('i1', '8'));
    delivery.report(4, reportLine('i1', '5', { reason: '审计核减' }));
    expect(delivery.refusal(submit(3, reportLine('i1', '9')))).toBeUndefined();
  });
  it('a whole summed from districts falls no more silently than one that is given', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.report(4, reportLine('i1', '5'));
    expect(
      delivery.refusal(
        submit(3, reportLine('i1', '4', { district: dongpo }), reportLine('i1', '5', { district: pengshan })),
      ),
    ).toBe('CUMULATIVE_FALLS');
  });
  it('whatever is taken in any order, no month stands below the one before it without a reason', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 2 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
        (order, values) => {
          const delivery = startedDelivery();
          const taken = order.filter((number) => {
            const line = reportLine('i1', String(values[number - 1]));
            if (delivery.refusal(submit(number, line))) return false;
            delivery.ask(verify(number), { by: commission });
            return true;
          });
          const inOrder = [...taken].sort((a, b) => a - b).map((number) => values[number - 1]);
          expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
        },
      ),
      { seed: 2019, numRuns: 100 },
    ));
});
