import { calendar, housing, indicator, month } from '../../testing/fixtures';
import { startedDelivery } from '../delivery.fixtures';
import { monthlyFormOf } from './monthly-form';

const form = (over: object, number = 6) =>
  monthlyFormOf(startedDelivery([indicator(over)]).started(), housing, month(number), calendar);

describe('the form of a month', () => {
  it('carries the scale beside the unit: 100 万平方米 are not 100 平方米', () =>
    expect(form({ unit: '平方米', scale: '万', target: '100', targetText: '新增绿地100万平方米' })).toMatchObject({
      dueOn: '2019-06-28',
      lines: [
        {
          unit: '平方米',
          scale: '万',
          kind: 'count',
          comparator: '>=',
          target: '100',
          targetText: '新增绿地100万平方米',
          schedule: '50',
          dueOn: '2019-12-31',
        },
      ],
    }));
  it('says scale 1 where the unit stands for itself', () => expect(form({}).lines).toMatchObject([{ scale: '1' }]));
  it('says what would be green: the share of the target that the month wants', () =>
    expect(form({ target: '60' }).lines).toMatchObject([{ schedule: '50', green: '30' }]));
  it('names no green figure for what is done on a day', () =>
    expect(
      form({ comparator: 'event', target: null, additive: false, targetText: '建成投用', dueOn: '2019-09-30' }).lines,
    ).toMatchObject([{ kind: 'event', comparator: 'event', schedule: '0', green: null, dueOn: '2019-09-30' }]));
});
