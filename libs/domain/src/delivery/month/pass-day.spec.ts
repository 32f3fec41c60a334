import type { DeliveryCommand, DeliveryEvent } from '@minsheng/contracts';
import { housing, month, timer } from '../../testing/fixtures';
import { given, monthClosed, projectId, started } from '../delivery.fixtures';

const passDay: DeliveryCommand = { type: 'PassDay', data: {} };
const on = (today: string) => ({ by: timer, today });
const overridden = (number: number, until: string): DeliveryEvent => ({
  type: 'LightOverridden',
  data: { projectId, period: month(number), colour: 'green', decidedBy: '联席会议办公室', reason: '系统切换', until },
});
const ranOut = (number: number): DeliveryEvent => ({
  type: 'OverrideEnded',
  data: { projectId, period: month(number), reason: `到期 ${number === 1 ? '2019-04-16' : '2019-04-30'} · ended` },
});
const order: DeliveryEvent = {
  type: 'OrderIssued',
  data: {
    projectId,
    order: 1,
    period: month(1),
    department: housing,
    level: 'red',
    reason: '未报。',
    dueOn: '2019-04-16',
  },
};
const overdue: DeliveryEvent = {
  type: 'OrderOverdue',
  data: { projectId, order: 1, department: housing, dueOn: '2019-04-16' },
};
const claimed: DeliveryEvent = {
  type: 'CompletionClaimed',
  data: { projectId, department: housing, statement: '已建成。', evidence: [], endedOn: '2019-03-29' },
};
const terminated: DeliveryEvent = {
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
};
const past = [
  started(),
  claimed,
  monthClosed(1),
  monthClosed(2),
  overridden(1, '2019-04-16'),
  overridden(2, '2019-04-30'),
];

describe('a light set by hand', () => {
  it('runs out after the day it names, once', () => {
    given(...past)
      .when(passDay, on('2019-04-16'))
      .then();
    given(...past)
      .when(passDay, on('2019-04-17'))
      .then(ranOut(1));
    given(...past, ranOut(1))
      .when(passDay, on('2019-04-18'))
      .then();
  });
  it('runs out also where the project has ended', () =>
    given(...past, terminated)
      .when(passDay, on('2019-05-01'))
      .then(ranOut(1), ranOut(2)));
});

it('one day may tell of several things', () =>
  given(...past, order)
    .when(passDay, on('2019-04-17'))
    .then(overdue, ranOut(1)));
it('a project that has ended owes nothing by time', () =>
  given(...past, order, terminated)
    .when(passDay, on('2019-04-17'))
    .then(ranOut(1)));
