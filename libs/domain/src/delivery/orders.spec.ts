import type { DeliveryCommand, DeliveryEvent } from '@minsheng/contracts';
import { commission, health, housing, housingOfficer, indicator, month, rules, timer, transport, transportOfficer } from '../testing/fixtures';
import { given, projectId, started } from './delivery.fixtures';

const two = [indicator(), indicator({ id: 'i2', lead: transport })];
const issue = (department = housing, dueOn?: string): DeliveryCommand => ({ type: 'IssueOrder', data: { period: month(3), department, reason: '三月未报，亮红灯。', ...(dueOn && { dueOn }) } });
const answer = (order: number): DeliveryCommand => ({ type: 'AnswerOrder', data: { order, answer: '已增加两个施工队。' } });
const close = (order: number, waiver?: string): DeliveryCommand => ({ type: 'CloseOrder', data: { order, ...(waiver && { waiver }) } });
const issued = (order: number, department = housing, dueOn = '2019-04-23'): DeliveryEvent => ({ type: 'OrderIssued', data: { projectId, order, period: month(3), department, reason: '三月未报，亮红灯。', dueOn } });
const answered = (order: number, department = housing): DeliveryEvent => ({ type: 'OrderAnswered', data: { projectId, order, department, answer: '已增加两个施工队。' } });
const closed = (order: number): DeliveryEvent => ({ type: 'OrderClosed', data: { projectId, order } });
const onTheFirst = { by: timer, today: '2019-04-01' };

describe('a supervision order', () => {
  it('is due by the rule of the list where no day is named', () => {
    given(started(two)).when(issue(), onTheFirst).then(issued(1));
    given(started(two, rules({ answerDays: 30 }))).when(issue(), onTheFirst).then(issued(1, housing, '2019-05-15'));
  });
  it('is due on the day that is named', () => given(started(two)).when(issue(housing, '2019-04-05'), onTheFirst).then(issued(1, housing, '2019-04-05')));
  it('goes to a lead', () => given(started(two)).when(issue(health), onTheFirst).thenRefused('DEPARTMENT_DOES_NOT_LEAD'));
  it('is not doubled while it is open, answered or not', () => {
    given(started(two), issued(1)).when(issue(), onTheFirst).thenRefused('ORDER_ALREADY_OPEN');
    given(started(two), issued(1), answered(1)).when(issue(), onTheFirst).thenRefused('ORDER_ALREADY_OPEN');
  });
  it('may go to another lead meanwhile', () => given(started(two), issued(1)).when(issue(transport), onTheFirst).then(issued(2, transport)));
  it('may follow one that is closed', () => given(started(two), issued(1), answered(1), closed(1)).when(issue(), onTheFirst).then(issued(2)));
});

describe('an answer', () => {
  it('comes from the department that got the order', () => given(started(two), issued(1)).when(answer(1), { by: housingOfficer }).then(answered(1)));
  it('comes from no other department', () => given(started(two), issued(1)).when(answer(1), { by: transportOfficer }).thenRefused('ORDER_UNKNOWN'));
  it('comes from nobody without a department', () => given(started(two), issued(1)).when(answer(1), { by: commission }).thenRefused('ORDER_UNKNOWN'));
  it('needs an order', () => given(started(two), issued(1)).when(answer(2)).thenRefused('ORDER_UNKNOWN'));
  it('may be amended while the order is open', () => given(started(two), issued(1), answered(1)).when(answer(1)).then(answered(1)));
  it('is too late once the order is closed', () => given(started(two), issued(1), answered(1), closed(1)).when(answer(1)).thenRefused('ORDER_ALREADY_CLOSED'));
});

describe('an order is closed', () => {
  it('once it is answered', () => given(started(two), issued(1), answered(1)).when(close(1), { by: commission }).then(closed(1)));
  it('never without an answer', () => given(started(two), issued(1)).when(close(1), { by: commission }).thenRefused('ORDER_NOT_ANSWERED'));
  it('without an answer only by a recorded waiver', () => given(started(two), issued(1)).when(close(1, '汛期停工。'), { by: commission }).then({ type: 'OrderClosed', data: { projectId, order: 1, waiver: '汛期停工。' } }));
  it('once', () => given(started(two), issued(1), answered(1), closed(1)).when(close(1), { by: commission }).thenRefused('ORDER_ALREADY_CLOSED'));
  it('only if it was issued', () => given(started(two), issued(1)).when(close(2), { by: commission }).thenRefused('ORDER_UNKNOWN'));
  it('by its own number: the other stays open', () => {
    const both = [started(two), issued(1), issued(2, transport), answered(2, transport), closed(2)];
    given(...both).when(issue(), onTheFirst).thenRefused('ORDER_ALREADY_OPEN');
    given(...both).when(issue(transport), onTheFirst).then(issued(3, transport));
  });
});
