import { works } from '../testing';
import { deliveredUntil } from './project.fixtures';

describe('the supervision of a project', () => {
  it('joins an issue with its decision and result', async () => {
    expect((await deliveredUntil('IssueResolved')).issues).toEqual([
      {
        issue: 1,
        department: works,
        title: '用地',
        detail: '两处用地未批',
        meeting: '第三次联席会议',
        decision: '先行用地',
        owner: '市自然资源局',
        dueOn: '2019-08-30',
        result: '已批',
        status: 'resolved',
        overdue: false,
        reopenedFor: '又停了',
      },
    ]);
  });
  it('follows a supervision order to its closing', async () => {
    expect((await deliveredUntil('OrderIssued')).orders).toMatchObject([
      { order: 1, department: works, dueOn: '2019-07-15', status: 'issued' },
    ]);
    expect((await deliveredUntil('OrderAnswered')).orders).toMatchObject([{ status: 'answered', answer: '已整改' }]);
    expect((await deliveredUntil('OrderClosed')).orders).toMatchObject([{ status: 'closed', answer: '已整改' }]);
  });
  it('follows an order through its receipt and its escalation', async () => {
    expect((await deliveredUntil('OrderReceived')).orders).toMatchObject([
      { level: 'yellow', status: 'received', receivedOn: '2019-07-03' },
    ]);
    expect((await deliveredUntil('OrderOverdue')).orders).toMatchObject([{ overdue: true }]);
    expect((await deliveredUntil('OrderEscalated')).orders).toMatchObject([
      {
        level: 'red',
        dueOn: '2019-07-22',
        status: 'issued',
        overdue: false,
        escalations: [{ level: 'red', reason: '逾期未答复' }],
      },
    ]);
  });
  it('lists who is under listed supervision until it is lifted', async () => {
    expect(await deliveredUntil('MeasureTaken')).toMatchObject({
      listed: [works],
      escalations: [{ step: { measure: 'written reasons' } }],
      measures: [{ measure: 'listed supervision' }],
    });
    expect(await deliveredUntil('Delisted')).toMatchObject({ listed: [], measures: [{}] });
  });
});
