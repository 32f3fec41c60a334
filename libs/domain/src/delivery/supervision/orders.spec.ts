import type { DeliveryCommand, DeliveryEvent, OrderLevel } from '@minsheng/contracts';
import {
  calendar,
  commission,
  health,
  housing,
  housingOfficer,
  indicator,
  month,
  rules,
  timer,
  transport,
  transportOfficer,
} from '../../testing/fixtures';
import { daysAfter } from '../../indicator/month';
import { deliveryDecider } from '../delivery.decider';
import { given, projectId, started } from '../delivery.fixtures';

const two = [indicator(), indicator({ id: 'i2', lead: transport })];
const issue = (department = housing, dueOn?: string, level: OrderLevel = 'yellow'): DeliveryCommand => ({
  type: 'IssueOrder',
  data: { period: month(3), department, level, reason: '三月未报，亮红灯。', ...(dueOn && { dueOn }) },
});
const receive = (order: number): DeliveryCommand => ({ type: 'ReceiveOrder', data: { order } });
const escalate = (order: number): DeliveryCommand => ({
  type: 'EscalateOrder',
  data: { order, reason: '答复没有具体措施。' },
});
const answer = (order: number): DeliveryCommand => ({
  type: 'AnswerOrder',
  data: { order, answer: '已增加两个施工队。' },
});
const close = (order: number, waiver?: string): DeliveryCommand => ({
  type: 'CloseOrder',
  data: { order, ...(waiver && { waiver }) },
});
const issued = (
  order: number,
  department = housing,
  dueOn = '2019-04-16',
  level: OrderLevel = 'yellow',
): DeliveryEvent => ({
  type: 'OrderIssued',
  data: { projectId, order, period: month(3), department, level, reason: '三月未报，亮红灯。', dueOn },
});
const received: DeliveryEvent = {
  type: 'OrderReceived',
  data: { projectId, order: 1, department: housing, on: '2019-04-02' },
};
const overdue = (dueOn: string): DeliveryEvent => ({
  type: 'OrderOverdue',
  data: { projectId, order: 1, department: housing, dueOn },
});
const escalated = (level: OrderLevel, dueOn: string, reason = '答复没有具体措施。'): DeliveryEvent => ({
  type: 'OrderEscalated',
  data: { projectId, order: 1, department: housing, level, dueOn, reason },
});
const answered = (order: number, department = housing): DeliveryEvent => ({
  type: 'OrderAnswered',
  data: { projectId, order, department, answer: '已增加两个施工队。' },
});
const closed = (order: number): DeliveryEvent => ({ type: 'OrderClosed', data: { projectId, order } });
const onTheFirst = { by: timer, today: '2019-04-01' };

describe('a supervision order', () => {
  it.each<[OrderLevel, string]>([
    ['blue', '2019-04-23'],
    ['yellow', '2019-04-16'],
    ['red', '2019-04-09'],
  ])('%s is due by its own rule where no day is named: %s', (level, dueOn) =>
    given(started(two))
      .when(issue(housing, undefined, level), onTheFirst)
      .then(issued(1, housing, dueOn, level)),
  );
  it('is due by the list’s own days', () =>
    given(started(two, rules({ orderDays: { blue: 30, yellow: 2, red: 1 } })))
      .when(issue(), onTheFirst)
      .then(issued(1, housing, '2019-04-03')));
  it('is due on the day that is named', () =>
    given(started(two))
      .when(issue(housing, '2019-04-05'), onTheFirst)
      .then(issued(1, housing, '2019-04-05')));
  it('is not due before it is issued', () => {
    given(started(two)).when(issue(housing, '2019-03-31'), onTheFirst).thenRefused('ORDER_DUE_IN_THE_PAST');
    given(started(two))
      .when(issue(housing, '2019-04-01'), onTheFirst)
      .then(issued(1, housing, '2019-04-01'));
  });
  it('goes to a lead', () =>
    given(started(two)).when(issue(health), onTheFirst).thenRefused('DEPARTMENT_DOES_NOT_LEAD'));
  it('is not doubled while it is open, answered or not', () => {
    given(started(two), issued(1)).when(issue(), onTheFirst).thenRefused('ORDER_ALREADY_OPEN');
    given(started(two), issued(1), answered(1)).when(issue(), onTheFirst).thenRefused('ORDER_ALREADY_OPEN');
  });
  it('may go to another lead meanwhile', () =>
    given(started(two), issued(1)).when(issue(transport), onTheFirst).then(issued(2, transport)));
  it('may follow one that is closed', () =>
    given(started(two), issued(1), answered(1), closed(1)).when(issue(), onTheFirst).then(issued(2)));
});

describe('an answer', () => {
  it('comes from the department that got the order', () =>
    given(started(two), issued(1)).when(answer(1), { by: housingOfficer }).then(answered(1)));
  it('comes from no other department', () =>
    given(started(two), issued(1)).when(answer(1), { by: transportOfficer }).thenRefused('ORDER_UNKNOWN'));
  it('comes from nobody without a department', () =>
    given(started(two), issued(1)).when(answer(1), { by: commission }).thenRefused('ORDER_UNKNOWN'));
  it('needs an order', () => given(started(two), issued(1)).when(answer(2)).thenRefused('ORDER_UNKNOWN'));
  it('may be amended while the order is open', () =>
    given(started(two), issued(1), answered(1)).when(answer(1)).then(answered(1)));
  it('is too late once the order is closed', () =>
    given(started(two), issued(1), answered(1), closed(1)).when(answer(1)).thenRefused('ORDER_ALREADY_CLOSED'));
});

describe('a receipt', () => {
  it('is given by the department that got the order, once', () => {
    given(started(two), issued(1)).when(receive(1), { by: housingOfficer, today: '2019-04-02' }).then(received);
    given(started(two), issued(1)).when(receive(1), { by: transportOfficer }).thenRefused('ORDER_UNKNOWN');
    given(started(two), issued(1), received).when(receive(1)).thenRefused('ORDER_ALREADY_RECEIVED');
  });
  it('is no answer', () =>
    given(started(two), issued(1), received).when(close(1), { by: commission }).thenRefused('ORDER_NOT_ANSWERED'));
});

describe('an escalation', () => {
  it('raises the level, sets its deadline, and asks for another answer', () => {
    const past = [started(two), issued(1), received, answered(1)];
    given(...past)
      .when(escalate(1), onTheFirst)
      .then(escalated('red', '2019-04-09'));
    given(...past, escalated('red', '2019-04-09'))
      .when(close(1), { by: commission })
      .thenRefused('ORDER_NOT_ANSWERED');
    given(...past, escalated('red', '2019-04-09'))
      .when(receive(1))
      .thenMatches({ type: 'OrderReceived' });
  });
  it('goes no further than red', () =>
    given(started(two), issued(1, housing, '2019-04-09', 'red'))
      .when(escalate(1), { by: commission })
      .thenRefused('ORDER_AT_HIGHEST_LEVEL'));
  it('is for open orders', () => {
    given(started(two), issued(1), answered(1), closed(1))
      .when(escalate(1), { by: commission })
      .thenRefused('ORDER_ALREADY_CLOSED');
    given(started(two)).when(escalate(1), { by: commission }).thenRefused('ORDER_UNKNOWN');
  });
});

describe('the clock', () => {
  const passDay: DeliveryCommand = { type: 'PassDay', data: {} };
  /** The acts of the clock upon orders; periods and reports are another matter. */
  const stepped = (from: string, days: number, ...past: DeliveryEvent[]) => {
    const acts: [string, string, string][] = [];
    const history = [...past];
    for (let day = 0; day < days; day += 1) {
      const today = daysAfter(from, day);
      const events = deliveryDecider.decide(
        passDay,
        history.reduce(deliveryDecider.evolve, deliveryDecider.initialState),
        { id: projectId, by: timer, today, calendar },
      );
      history.push(...events);
      for (const { type, data } of events)
        if (type === 'OrderOverdue' || type === 'OrderEscalated')
          acts.push([
            today,
            type,
            type === 'OrderEscalated' ? `${data.level} until ${data.dueOn}: ${data.reason}` : data.dueOn,
          ]);
    }
    return acts;
  };

  it('tells once that an order is overdue, the day after its day', () =>
    expect(stepped('2019-04-15', 3, started(two), issued(1))).toEqual([['2019-04-17', 'OrderOverdue', '2019-04-16']]));
  it('escalates it the day after, level by level, each with a deadline of its own, and stops at red', () =>
    expect(stepped('2019-04-20', 60, started(two), issued(1, housing, '2019-04-23', 'blue'))).toEqual([
      ['2019-04-24', 'OrderOverdue', '2019-04-23'],
      ['2019-04-25', 'OrderEscalated', 'yellow until 2019-05-10: 逾期未答复'],
      ['2019-05-11', 'OrderOverdue', '2019-05-10'],
      ['2019-05-12', 'OrderEscalated', 'red until 2019-05-17: 逾期未答复'],
      ['2019-05-18', 'OrderOverdue', '2019-05-17'],
    ]));
  it('that stood still catches up, and gives the next level its full time', () => {
    const claimed: DeliveryEvent = {
      type: 'CompletionClaimed',
      data: { projectId, department: housing, statement: '已建成。', evidence: [], endedOn: '2019-03-29' },
    }; // no period opens any more
    given(started(two), claimed, issued(1))
      .when(passDay, { by: timer, today: '2019-08-01' })
      .then(overdue('2019-04-16'), escalated('red', '2019-08-08', '逾期未答复'));
  });
  it.each<[string, DeliveryEvent]>([
    ['answered', answered(1)],
    ['closed', closed(1)],
  ])('leaves an order alone that is %s', (_, event) =>
    expect(stepped('2019-04-15', 10, started(two), issued(1), event)).toEqual([]),
  );
  it('presses on with one that is only received', () =>
    expect(stepped('2019-04-17', 1, started(two), issued(1), received)).toEqual([
      ['2019-04-17', 'OrderOverdue', '2019-04-16'],
    ]));
  it('has nothing to press for in a project that was ended', () =>
    expect(
      stepped('2019-04-15', 10, started(two), issued(1), {
        type: 'AdjustmentApproved',
        data: {
          projectId,
          adjustment: 1,
          changes: [{ kind: 'terminate' }],
          body: '市政府常务会议',
          heldOn: '2019-04-10',
          documentNo: '9号',
          decidedOn: '2019-04-10',
        },
      }),
    ).toEqual([]));
});

describe('an order is closed', () => {
  it('once it is answered', () =>
    given(started(two), issued(1), answered(1)).when(close(1), { by: commission }).then(closed(1)));
  it('never without an answer', () =>
    given(started(two), issued(1)).when(close(1), { by: commission }).thenRefused('ORDER_NOT_ANSWERED'));
  it('without an answer only by a recorded waiver', () =>
    given(started(two), issued(1))
      .when(close(1, '汛期停工。'), { by: commission })
      .then({ type: 'OrderClosed', data: { projectId, order: 1, waiver: '汛期停工。' } }));
  it('once', () =>
    given(started(two), issued(1), answered(1), closed(1))
      .when(close(1), { by: commission })
      .thenRefused('ORDER_ALREADY_CLOSED'));
  it('only if it was issued', () =>
    given(started(two), issued(1)).when(close(2), { by: commission }).thenRefused('ORDER_UNKNOWN'));
  it('by its own number: the other stays open', () => {
    const both = [started(two), issued(1), issued(2, transport), answered(2, transport), closed(2)];
    given(...both)
      .when(issue(), onTheFirst)
      .thenRefused('ORDER_ALREADY_OPEN');
    given(...both)
      .when(issue(transport), onTheFirst)
      .then(issued(3, transport));
  });
});
