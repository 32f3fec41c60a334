import type { DeliveryCommand, DeliveryEvent, Measure } from '@minsheng/contracts';
import { commission, health, housing, indicator, month, transport } from '../../testing/fixtures';
import { given, projectId, started } from '../delivery.fixtures';

const take = (measure: Measure, department = housing): DeliveryCommand => ({
  type: 'TakeMeasure',
  data: { period: month(3), department, measure, record: '分管副市长约谈主要负责人。' },
});
const taken = (measure: Measure, department = housing): DeliveryEvent => ({
  type: 'MeasureTaken',
  data: { projectId, period: month(3), department, measure, record: '分管副市长约谈主要负责人。', on: '2019-04-02' },
});
const delist = (department = housing): DeliveryCommand => ({
  type: 'Delist',
  data: { department, reason: '已追平序时。' },
});
const delisted: DeliveryEvent = { type: 'Delisted', data: { projectId, department: housing, reason: '已追平序时。' } };
const inApril = { by: commission, today: '2019-04-02' };
const listed = taken('listed supervision');

describe('a measure', () => {
  it.each<Measure>([
    'reminder',
    'written reasons',
    'interview',
    'listed supervision',
    'circular criticism',
    'supervision organ',
  ])('is recorded as it was taken: %s', (measure) =>
    given(started()).when(take(measure), inApril).then(taken(measure)),
  );
  it('is taken against a lead', () =>
    given(started()).when(take('interview', health), inApril).thenRefused('DEPARTMENT_DOES_NOT_LEAD'));
  it('may follow a department that was behind before the lead passed on', () =>
    given(started([indicator({ lead: transport })]), {
      type: 'EscalationReached',
      data: {
        projectId,
        period: month(2),
        department: housing,
        step: { when: { reached: 'months running', months: 2 }, measure: 'interview' },
        months: [month(1), month(2)],
      },
    })
      .when(take('interview'), inApril)
      .then(taken('interview')));
  it('speaks of a month that has begun, of the list’s year', () => {
    given(started()).when(take('interview'), { by: commission, today: '2019-02-28' }).thenRefused('PERIOD_NOT_BEGUN');
    given(started())
      .when({ type: 'TakeMeasure', data: { ...take('interview').data, period: '2018-12' } } as DeliveryCommand, inApril)
      .thenRefused('PERIOD_OUTSIDE_YEAR');
  });
  it('may be taken again, but who is listed is not listed twice', () => {
    given(started(), taken('interview')).when(take('interview'), inApril).then(taken('interview'));
    given(started(), listed).when(take('listed supervision'), inApril).thenRefused('ALREADY_LISTED');
  });
});

describe('listed supervision', () => {
  it('ends with a reason', () => given(started(), listed).when(delist(), inApril).then(delisted));
  it('ends only where it began', () => {
    given(started()).when(delist(), inApril).thenRefused('NOT_LISTED');
    given(started(), listed).when(delist(transport), inApril).thenRefused('NOT_LISTED');
    given(started(), taken('interview')).when(delist(), inApril).thenRefused('NOT_LISTED');
  });
  it('may begin again', () =>
    given(started(), listed, delisted).when(take('listed supervision'), inApril).then(listed));
});
