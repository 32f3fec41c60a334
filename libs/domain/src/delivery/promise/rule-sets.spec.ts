import type { DeliveryCommand, Month } from '@minsheng/contracts';
import { commission, month, rules } from '../../testing/fixtures';
import {
  close,
  correct,
  given,
  monthClosed,
  projectId,
  reportLine,
  started,
  startedDelivery,
  verify,
} from '../delivery.fixtures';

const changeRules = (
  rulesVersion: number,
  from: number,
  change: object = { lights: { scheme: 'month met or not' } },
): DeliveryCommand => ({ type: 'ChangeRules', data: { rulesVersion, from: month(from), rules: rules(change) } });

describe('another rule set in mid-year', () => {
  const computed = (delivery: ReturnType<typeof startedDelivery>, number: number) => {
    const light = delivery.light(number)!;
    return [light.colour, light.rulesVersion, light.rule.scheme];
  };
  const withFigures = (...months: readonly (readonly [number, string])[]) => {
    const delivery = startedDelivery();
    for (const [number, value] of months) {
      delivery.report(number, reportLine('i1', value));
      delivery.ask(close(number));
    }
    return delivery;
  };

  it('judges its own month and those after it, never one before', () => {
    const delivery = withFigures([3, '14'], [6, '27']);
    delivery.ask(changeRules(2, 7), { today: '2019-07-01' });
    delivery.report(7, reportLine('i1', '34'));
    delivery.ask(close(7));
    expect([computed(delivery, 3), computed(delivery, 6), computed(delivery, 7)]).toEqual([
      ['green', 1, 'points behind'],
      ['green', 1, 'points behind'],
      ['red', 2, 'month met or not'],
    ]);
  });
  it('recolours no past month that is computed again', () => {
    const delivery = withFigures([3, '14'], [6, '27']);
    delivery.ask(changeRules(2, 7), { today: '2019-07-01' });
    delivery.ask(correct(3, reportLine('i1', '13')));
    delivery.ask(verify(3), { by: commission });
    expect([computed(delivery, 3), computed(delivery, 6)]).toEqual([
      ['green', 1, 'points behind'],
      ['green', 1, 'points behind'],
    ]);
  });
  it('judges a month that is closed late by the set of that month', () => {
    const delivery = startedDelivery();
    delivery.ask(changeRules(2, 7), { today: '2019-07-01' });
    delivery.report(6, reportLine('i1', '27'));
    delivery.ask(close(6), { today: '2019-08-05' });
    expect(computed(delivery, 6)).toEqual(['green', 1, 'points behind']);
  });
  it('leaves a month alone that was closed before the decision, and begins with the next', () => {
    const delivery = withFigures([7, '34']);
    expect(delivery.ask(changeRules(2, 7), { today: '2019-07-30' })).toMatchObject([
      { type: 'RulesChanged', data: { from: '2019-08' } },
    ]);
    delivery.ask(correct(7, reportLine('i1', '33')));
    delivery.ask(verify(7), { by: commission });
    expect(computed(delivery, 7)).toEqual(['green', 1, 'points behind']);
  });
  it('changes nothing where the year is over, or the project has ended', () => {
    given(started(), monthClosed(12)).when(changeRules(2, 12)).then();
    given(started(), { type: 'ProjectClosed', data: { projectId, outcome: 'met', archiveNo: '2019-07' } })
      .when(changeRules(2, 7))
      .then();
  });
  it('follows another: the later decision holds from its own month', () => {
    const delivery = startedDelivery();
    delivery.ask(changeRules(2, 9), { today: '2019-06-01' });
    delivery.ask(changeRules(3, 7, { lights: { scheme: 'on schedule' } }), { today: '2019-06-20' });
    for (const number of [6, 7, 9]) delivery.ask(close(number));
    expect([6, 7, 9].map((number) => delivery.light(number)!.rulesVersion)).toEqual([1, 3, 3]);
  });
  it('is taken once', () => {
    given(started()).when(changeRules(1, 7)).thenRefused('RULES_CHANGED_ALREADY');
    given(started(), {
      type: 'RulesChanged',
      data: { projectId, rulesVersion: 2, from: '2019-07' as Month, rules: rules() },
    })
      .when(changeRules(2, 7))
      .thenRefused('RULES_CHANGED_ALREADY');
  });
});
