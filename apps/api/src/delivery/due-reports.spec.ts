import { ledgers, projects, type LedgerRow, type ProjectRow } from '@minsheng/read-models';
import {
  closed,
  corrected,
  delivering,
  gardens,
  indicator,
  proposed,
  returned,
  rowAfter,
  rowsAfter,
  started,
  submitted,
  verified,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { dueReports } from './due-reports';

const onThe25th = (_listId: string, period: string) => ({ dueOn: `${period}-25` });
const due = async (today: string, ...given: GivenEvent[]) => {
  const project = await rowAfter<ProjectRow>(projects, proposed(gardens), started(gardens), ...given);
  const sent = await rowsAfter<LedgerRow>(ledgers, started(gardens), ...given);
  return dueReports([project], sent, works as never, today, onThe25th).map(
    ({ period, status, overdue, returnedFor }) => [period, status, overdue, ...(returnedFor ? [returnedFor] : [])],
  );
};

describe('the reports that a department owes', () => {
  it('are those of the months begun', async () => {
    expect(await due('2019-02-01')).toEqual([
      ['2019-01', 'not reported', true],
      ['2019-02', 'not reported', false],
    ]);
    expect(await due('2018-12-31')).toEqual([]);
    expect(await due('2020-03-01')).toHaveLength(12);
  });
  it("are overdue the day after the list's day", async () => {
    expect(await due('2019-01-25')).toEqual([['2019-01', 'not reported', false]]);
    expect(await due('2019-01-26')).toEqual([['2019-01', 'not reported', true]]);
  });
  it('are not overdue once sent, and gone once verified', async () => {
    expect(await due('2019-01-30', submitted('2019-01', '1'))).toEqual([['2019-01', 'submitted', false]]);
    expect(await due('2019-01-30', submitted('2019-01', '1'), verified('2019-01', '1'))).toEqual([]);
  });
  it('come back with the reason when one is returned', async () => {
    expect(await due('2019-01-30', submitted('2019-01', '1'), returned('2019-01'))).toEqual([
      ['2019-01', 'returned', true, '缺照片'],
    ]);
  });
  it('of a closed month are still owed while nothing was sent; a late one waits for its check', async () => {
    const january = { period: '2019-01', colour: 'red', why: 'no verified report', missing: [works] };
    expect(await due('2019-01-30', closed(january))).toEqual([['2019-01', 'not reported', true]]);
    expect(await due('2019-01-30', closed(january), corrected('2019-01', '1', 1))).toEqual([]);
  });
  it('fall due on the day that the clock recorded, where it did; who was reminded is told so', async () => {
    const about = { projectId: gardens, period: '2019-01', department: works, dueOn: '2019-01-31' };
    const row = await rowAfter<ProjectRow>(
      projects,
      proposed(gardens),
      started(gardens),
      { type: 'PeriodOpened', data: { projectId: gardens, period: '2019-01', dueOn: '2019-01-31' } },
      { type: 'ReportReminded', data: about },
    );
    expect(dueReports([row], [], works as never, '2019-01-31', onThe25th)).toMatchObject([
      { period: '2019-01', dueOn: '2019-01-31', overdue: false, reminded: true },
    ]);
    expect(dueReports([row], [], works as never, '2019-02-01', onThe25th)).toMatchObject([
      { overdue: true },
      { period: '2019-02', dueOn: '2019-02-25', overdue: false },
    ]);
  });
  it('say of a day that no clock recorded whether it is provisional', async () => {
    const row = await rowAfter<ProjectRow>(projects, proposed(gardens), started(gardens));
    const provisional = () => ({ dueOn: '2019-01-28', dueOnProvisional: true as const });
    expect(dueReports([row], [], works as never, '2019-01-02', provisional)).toMatchObject([
      { dueOn: '2019-01-28', dueOnProvisional: true },
    ]);
  });
  it('say of a day that the clock recorded as provisional that it was so', async () => {
    const dueDay = { dueOn: '2019-01-28', dueOnProvisional: true };
    const row = await rowAfter<ProjectRow>(projects, proposed(gardens), started(gardens), {
      type: 'PeriodOpened',
      data: { projectId: gardens, period: '2019-01', ...dueDay },
    });
    expect(dueReports([row], [], works as never, '2019-01-02', onThe25th)).toMatchObject([dueDay]);
  });
  it('are those of projects under way', async () =>
    expect(await due('2019-12-01', ...delivering.slice(1).filter(({ data }) => 'projectId' in data))).toEqual([]));
  it('are those of projects it leads', async () => {
    const theirs = await rowAfter<ProjectRow>(
      projects,
      proposed(gardens, { indicators: [indicator({ lead: '市教育局' })] }),
      started(gardens),
    );
    expect(dueReports([theirs], [], works as never, '2019-06-01', onThe25th)).toEqual([]);
  });
});
