import {
  catchUp,
  adoptList,
  openLedger,
  policyRunner,
  projectId,
  runnerOf,
  taken,
  type OpenedLedger,
} from '../testing/opened-ledger';
import { CommandProcessor, businessDateOf, type CommandIn } from '@minsheng/command-handling';
import { NATION, type Actor } from '@minsheng/contracts';
import { openDeliveries, POLICIES, projects } from '@minsheng/read-models';
import { TableCheckpoint } from '../projecting/checkpoint';
import { DayRunner, type World } from './day-runner';
import { holdsThePolicies, openDayRunner } from './open-day-runner';

let ledger: OpenedLedger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
afterEach(() => ledger.empty());

const keeper: Actor = { id: 'keeper', role: 'commission', region: NATION };
/** 28 March is off. */
const adoptNotice: CommandIn<'calendar'> = {
  type: 'AdoptHolidayNotice',
  data: {
    year: 2019,
    off: '01-01 02-05 02-06 02-07 03-28 04-05 05-01 06-07 09-13 10-01 10-02 10-03'
      .split(' ')
      .map((day) => `2019-${day}`),
    worked: [],
    documentNo: '国办发明电〔2018〕15号',
  },
};

/** Runs with a clock that returns these dates, one per look, and stops after the last. */
const lookingAt = async (
  looks: readonly string[],
  over: Partial<World> = {},
  processor: Pick<CommandProcessor, 'executeAtomically' | 'readNotices'> = new CommandProcessor(ledger.store),
) => {
  let look = 0;
  await new Promise<void>((resolve) => {
    const runner = new DayRunner(
      processor,
      {
        today: () => looks[look],
        isOurs: async () => true,
        openDeliveries: () => openDeliveries(ledger.dataSource),
        wait: async () => {
          look += 1;
          if (look === looks.length) {
            void runner.stop().then(resolve);
            await new Promise((turn) => {
              setImmediate(turn);
            });
          }
        },
        ...over,
      },
      ledger.log,
    );
  });
};
const eventsOf = async (number: number) =>
  (await ledger.store.read(`delivery-${projectId(number)}`))
    .slice(1)
    .map(({ type, data, metadata }) => ({ type, period: JSON.parse(data).period, ...JSON.parse(metadata) }));
const underWay = async (count: number) => {
  await adoptList(ledger, count);
  await catchUp(ledger.store, policyRunner(ledger));
  await catchUp(ledger.store, runnerOf(ledger, projects));
};

describe('the clock', () => {
  it('tells every open project of a day, as the timer, with the day as cause', async () => {
    await underWay(3);
    await lookingAt(['2019-01-02']);
    for (const number of [1, 2, 3])
      expect(await eventsOf(number)).toEqual([
        expect.objectContaining({
          type: 'PeriodOpened',
          period: '2019-01',
          on: '2019-01-02',
          actor: { id: 'timer', role: 'timer' },
          correlationId: 'day 2019-01-02',
        }),
      ]);
    expect(ledger.logged).toContainEqual(
      expect.objectContaining({ msg: 'the day was passed', on: '2019-01-02', projects: 3, events: 3, failed: 0 }),
    );
  });
  it('tells a day once, and each new one', async () => {
    await underWay(1);
    await lookingAt(['2019-01-02', '2019-01-02', '2019-01-28', '2019-01-29', '2019-01-29']);
    expect((await eventsOf(1)).map(({ type, on }) => [type, on])).toEqual([
      ['PeriodOpened', '2019-01-02'],
      ['ReportReminded', '2019-01-28'],
      ['ReportOverdue', '2019-01-29'],
    ]);
    expect(ledger.logged.filter(({ msg }) => msg === 'the day was passed')).toHaveLength(3);
  });
  it('catches up after it stood still', async () => {
    await underWay(1);
    await lookingAt(['2019-02-02']);
    expect((await eventsOf(1)).map(({ type, period }) => [type, period])).toEqual([
      ['PeriodOpened', '2019-01'],
      ['ReportOverdue', '2019-01'],
      ['PeriodOpened', '2019-02'],
    ]);
  });
  it('has one effect where two keep it at once', async () => {
    await underWay(2);
    await Promise.all([lookingAt(['2019-01-02']), lookingAt(['2019-01-02'])]);
    for (const number of [1, 2]) expect((await eventsOf(number)).map(({ type }) => type)).toEqual(['PeriodOpened']);
  });
  it('says nothing while another keeps it', async () => {
    await underWay(1);
    let looks = 0;
    await lookingAt(['2019-01-02', '2019-01-02'], {
      isOurs: async () => {
        looks += 1;
        return looks > 1;
      },
    });
    expect(ledger.logged.filter(({ msg }) => msg === 'the day was passed')).toHaveLength(1);
    await lookingAt(['2019-01-29', '2019-01-30'], { isOurs: async () => false });
    expect((await eventsOf(1)).map(({ type }) => type)).toEqual(['PeriodOpened']);
  });
  it('tries again what could not be told, and tells the others', async () => {
    await underWay(2);
    const processor = new CommandProcessor(ledger.store);
    let failures = 1;
    await lookingAt(
      ['2019-01-02', '2019-01-02'],
      {},
      {
        readNotices: () => processor.readNotices(),
        executeAtomically: (commands, envelope) =>
          commands[0].id === projectId(1) && failures-- > 0
            ? Promise.reject(new Error('disk full'))
            : processor.executeAtomically(commands, envelope),
      },
    );
    for (const number of [1, 2]) expect(await eventsOf(number)).toHaveLength(1);
    expect(ledger.logged.filter(({ msg }) => msg === 'the day was passed')).toMatchObject([
      { failed: 1 },
      { failed: 0 },
    ]);
  });
  it('counts by a notice on holidays from the day after it was adopted', async () => {
    await underWay(1);
    let looks = 0;
    const isOurs = async () => {
      looks += 1;
      if (looks === 2) await ledger.send('calendar', 'CN', adoptNotice, { actor: keeper });
      return true;
    };
    await lookingAt(['2019-02-01', '2019-03-01'], { isOurs });
    const periods = (await ledger.store.read(`delivery-${projectId(1)}`))
      .filter(({ type }) => type === 'PeriodOpened')
      .map(({ data }) => JSON.parse(data))
      .map(({ period, dueOn }) => [period, dueOn]);
    expect(periods).toEqual([
      ['2019-01', '2019-01-28'],
      ['2019-02', '2019-02-28'],
      ['2019-03', '2019-03-29'],
    ]);
  });
  it('passes over a project that is adopted and not started yet', async () => {
    await adoptList(ledger, 1);
    await lookingAt(['2019-01-02'], { openDeliveries: async () => [projectId(1)] });
    expect(ledger.logged).toContainEqual(
      expect.objectContaining({ msg: 'the day was passed', projects: 1, events: 0, failed: 0 }),
    );
  });
});

describe('who keeps the clock', () => {
  it('is whoever runs the policies', async () => {
    expect(await holdsThePolicies(ledger.dataSource)).toBe(false);
    const checkpoint = new TableCheckpoint(ledger.dataSource, POLICIES);
    const lease = await taken(checkpoint);
    expect(await holdsThePolicies(ledger.dataSource)).toBe(true);
    await ledger.dataSource.query('update read.checkpoint set paused = true where name = $1', [POLICIES]);
    expect(await holdsThePolicies(ledger.dataSource)).toBe(false);
    await ledger.dataSource.query('update read.checkpoint set paused = false where name = $1', [POLICIES]);
    await checkpoint.release(lease, 0n);
    expect(await holdsThePolicies(ledger.dataSource)).toBe(false);
  });
  it('is nobody in a rehearsal: there people pass the days', async () => {
    expect(openDayRunner({ REHEARSAL: '1' }, ledger, ledger.log)).toBeUndefined();
    const clock = openDayRunner({}, ledger, ledger.log);
    expect(clock).toBeInstanceOf(DayRunner);
    await clock?.stop();
  });
});

describe('the business date', () => {
  it.each([
    ['2019-03-27T15:59:59Z', '2019-03-27'],
    ['2019-03-27T16:00:00Z', '2019-03-28'],
  ])('at %s is %s in Shanghai', (instant, date) => expect(businessDateOf(new Date(instant))).toBe(date));
});
