import { Refusal } from '../../decider';
import { health, housing, indicator, transport } from '../../testing/fixtures';
import { startedDelivery } from '../delivery.fixtures';
import { assertLead } from './assert-lead';

describe('a department speaks for itself', () => {
  const { started } = startedDelivery([
    indicator({ id: 'i1', lead: housing }),
    indicator({ id: 'i2', lead: transport, applicable: false }),
  ]);
  it('where it leads an indicator', () => expect(assertLead(started(), housing)).toBe(housing));
  it.each([
    ['it leads none', health],
    ['the indicator that it leads does not concern this place', transport],
    ['nobody says who it is', undefined],
  ])('not where %s', (_, department) =>
    expect(() => assertLead(started(), department)).toThrow(new Refusal('NOT_THE_LEAD_DEPARTMENT')),
  );
});
