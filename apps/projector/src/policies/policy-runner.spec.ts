import { POLICIES, readSetAside } from '@minsheng/read-models';
import { retry } from '../projecting/retry';
import { PolicyRunner } from './policy-runner';
import {
  adoptList,
  catchUp,
  openLedger,
  policyRunner,
  reportMonth,
  taken,
  works,
  type OpenedLedger,
} from '../testing/opened-ledger';
import type { CommandIn } from '@minsheng/command-handling';
import { defaultRules, NATION, type ProjectId } from '@minsheng/contracts';

let ledger: OpenedLedger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
afterEach(() => ledger.empty());
const runner = () => policyRunner(ledger);
const underWay = async (projects: number, leads?: readonly string[]): Promise<ProjectId[]> => {
  const ids = await adoptList(ledger, projects, leads);
  await catchUp(ledger.store, runner());
  return ids;
};

/** As 2019 was, with one day more off. */
const adoptNotice: CommandIn<'calendar'> = {
  type: 'AdoptHolidayNotice',
  data: {
    year: 2019,
    off: '01-01 02-04 02-05 02-06 02-07 02-08 03-29 04-05 05-01 06-07 09-13 10-01 10-02 10-03 10-04 10-07'
      .split(' ')
      .map((day) => `2019-${day}`),
    worked: [],
    documentNo: '国办发明电〔2018〕15号',
  },
};

/** Closes a month at once, whatever stands against it. */
const close = (period: string) => ({
  type: 'CloseMonth' as const,
  data: { period: period as never, force: { reason: '演练，提前关账。' } },
});

describe('the policies', () => {
  it('start the delivery of every project of an adopted list, one cause behind the other', async () => {
    const [first, second] = await underWay(2);
    expect(await ledger.typesIn(`candidate-${first}`)).toEqual(['CandidateProposed', 'CandidateAdopted']);
    expect(await ledger.typesIn(`delivery-${second}`)).toEqual(['DeliveryStarted']);
    const [adopted, start] = [
      (await ledger.store.read(`candidate-${first}`))[1],
      (await ledger.store.read(`delivery-${first}`))[0],
    ];
    expect(JSON.parse(start.metadata)).toMatchObject({
      actor: { id: 'start-delivery-when-a-candidate-is-adopted', role: 'policy' },
      causationId: adopted.id,
      on: '2019-03-28',
      correlationId: 'test',
    });
  });
  it('move their checkpoint at once past events that led to commands, and not for those that led to none', async () => {
    await adoptList(ledger, 1);
    const { follows, checkpoint } = runner();
    const lease = await taken(checkpoint);
    const events = await ledger.store.readAll(0n, { limit: 100 });
    const adopted = events.findIndex(({ type }) => type === 'AnnualListAdopted');
    await follows.apply(lease, events.slice(0, 1));
    expect((await ledger.checkpoint('policies'))?.position).toBe('0');
    await follows.apply(lease, events.slice(1, adopted + 1));
    expect((await ledger.checkpoint('policies'))?.position).toBe(events[adopted].position.toString());
  });
  it('have one effect where they meet an event twice', async () => {
    const [project] = await underWay(1);
    const head = await ledger.store.head();
    await ledger.dataSource.query(`update read.checkpoint set position = 0 where name = 'policies'`);
    await catchUp(ledger.store, runner());
    expect(await ledger.store.head()).toBe(head);
    expect(await ledger.typesIn(`delivery-${project}`)).toEqual(['DeliveryStarted']);
  });
  it('reopen nothing for a rating of before the repair where they meet the whole log again', async () => {
    const [id] = await underWay(1);
    const days = { opensOn: '2019-03-01', closesOn: '2019-03-31' };
    await ledger.send('evaluation', id, {
      type: 'OpenEvaluation',
      data: { ...days, rulesVersion: 1, rules: defaultRules, leads: [works] },
    });
    for (const level of [1, 2]) await ledger.rate(id, 'a', level);
    await catchUp(ledger.store, runner());
    const actor = { id: 'works', role: 'department' as const, organisation: works };
    await ledger.send(
      'evaluation',
      id,
      { type: 'AnswerRectification', data: { ticket: 1, answer: '已整改' } },
      { actor },
    );
    await ledger.send('evaluation', id, {
      type: 'CloseRectification',
      data: { ticket: 1, calledBack: true, result: '认可' },
    });
    await ledger.dataSource.query(`update read.checkpoint set position = 0 where name = 'policies'`);
    await catchUp(ledger.store, runner());
    expect(await ledger.typesIn(`evaluation-${id}`)).toEqual([
      'EvaluationOpened',
      'RectificationOpened',
      'RectificationAnswered',
      'RectificationClosed',
    ]);
  });
  it('have one effect where two projectors run them at once', async () => {
    const ids = await adoptList(ledger, 3);
    await Promise.allSettled([catchUp(ledger.store, runner()), catchUp(ledger.store, runner())]);
    await catchUp(ledger.store, runner()); // one of them may have been stopped half-way
    for (const id of ids) expect(await ledger.typesIn(`delivery-${id}`)).toEqual(['DeliveryStarted']);
  });
  it('count working days by a notice from where it stands in the log', async () => {
    const [project] = await underWay(1);
    await ledger.send('evaluation', project, {
      type: 'OpenEvaluation',
      data: { opensOn: '2019-03-01', closesOn: '2019-12-20', rulesVersion: 1, rules: defaultRules, leads: [works] },
    });
    const running = runner();
    await ledger.rate(project, 'a', 1);
    await catchUp(ledger.store, running);
    await ledger.send('calendar', 'CN', adoptNotice, { actor: { id: 'keeper', role: 'commission', region: NATION } });
    await ledger.rate(project, 'b', 1);
    await catchUp(ledger.store, running);
    const opened = (await ledger.store.read(`evaluation-${project}`)).slice(1);
    expect(opened.map(({ data }) => JSON.parse(data).dueOn)).toEqual(['2019-04-19', '2019-04-22']);
  });
  it('log an order that is refused, and pass on', async () => {
    const [project] = await underWay(1);
    for (const period of ['2019-01', '2019-02']) await ledger.send('delivery', project, close(period));
    await catchUp(ledger.store, runner());
    // the order of January is still open
    expect((await ledger.typesIn(`delivery-${project}`)).filter((type) => type === 'OrderIssued')).toHaveLength(1);
    expect(ledger.logged.filter(({ msg }) => msg === 'the command was refused')).toEqual([
      expect.objectContaining({
        policy: 'order-supervision-when-a-light-turns-red',
        stream: `delivery-${project}`,
        code: 'ORDER_ALREADY_OPEN',
      }),
    ]);
    expect((await ledger.checkpoint('policies'))?.position).toBe((await ledger.store.head()).toString());
  });
  it('order nothing where the light is green', async () => {
    const [project] = await underWay(1);
    await reportMonth(ledger, project, '2019-03', '12');
    await ledger.send('delivery', project, close('2019-03'));
    await catchUp(ledger.store, runner());
    expect(await ledger.typesIn(`delivery-${project}`)).toEqual([
      'DeliveryStarted',
      'ReportSubmitted',
      'ReportVerified',
      'MonthClosed',
    ]);
  });
  it('send an order to each of many departments that are late with one project', async () => {
    const departments = [
      '市住房和城乡建设局',
      '市卫生健康委员会',
      '市教育局',
      '市民政局',
      '市交通运输局',
      '市水利局',
      '市文广旅局',
      '市体育局',
    ];
    const [project] = await underWay(1, departments);
    await ledger.send('delivery', project, close('2019-02'));
    await catchUp(ledger.store, runner());
    const issued = (await ledger.store.read(`delivery-${project}`))
      .filter(({ type }) => type === 'OrderIssued')
      .map(({ data }) => JSON.parse(data));
    expect(issued.map(({ department }) => department)).toEqual(departments);
    expect(issued.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it('stop at an order that fails otherwise, to be sent again', async () => {
    const ids = await adoptList(ledger, 1);
    const { checkpoint } = runner();
    const follows = new PolicyRunner(
      checkpoint,
      new Proxy(ledger.store, {
        get: (store, name) =>
          name === 'appendGroup' ? () => Promise.reject(new Error('disk full')) : Reflect.get(store, name).bind(store),
      }),
      ledger.log,
    );
    await expect(catchUp(ledger.store, { follows, checkpoint })).rejects.toThrow('disk full');
    expect((await ledger.checkpoint('policies'))?.position).toBe('0');
    await catchUp(ledger.store, runner());
    expect(await ledger.typesIn(`delivery-${ids[0]}`)).toEqual(['DeliveryStarted']);
  });
  it('know the department that leads, not one that does not', async () => {
    const [project] = await underWay(1);
    await ledger.send('delivery', project, close('2019-02'));
    await catchUp(ledger.store, runner());
    expect(JSON.parse((await ledger.store.read(`delivery-${project}`)).at(-1)!.data)).toMatchObject({
      department: works,
      reason: '2019-02 无经核实的月报，亮红灯',
      dueOn: '2019-04-12',
    });
  });
});

describe('policies that meet an event they cannot act on', () => {
  const rename = (position: bigint, type: string) =>
    ledger.tamper('update es.events set type = $2 where global_position = $1', [String(position), type]);
  const marks = async () => (await readSetAside(ledger.dataSource, POLICIES)).map(({ key, since }) => ({ key, since }));
  const retried = () => {
    const policies = new PolicyRunner(runner().checkpoint, ledger.store, ledger.log);
    return retry(ledger.dataSource, POLICIES, (_, waiting, until) => policies.actAgain(waiting, until));
  };

  it('let its stream wait, and those whose orders it makes impossible, and act on the others', async () => {
    const [first, second] = await adoptList(ledger, 2);
    const [proposed] = await ledger.store.read(`candidate-${first}`);
    const adopted = (await ledger.store.read('annual-list-511400-2019')).at(-1)!;
    await rename(proposed.position, 'CandidateCrowned');
    await catchUp(ledger.store, runner());
    expect(await marks()).toEqual([
      { key: `candidate-${first}`, since: proposed.position },
      { key: 'annual-list-511400-2019', since: adopted.position },
    ]);
    expect(await ledger.typesIn(`candidate-${second}`)).toEqual(['CandidateProposed', 'CandidateAdopted']);
    expect(await ledger.typesIn(`delivery-${second}`)).toEqual(['DeliveryStarted']);
    expect(await ledger.typesIn(`delivery-${first}`)).toEqual([]);

    expect(await retried()).toMatchObject({ healed: 0, still: [{ key: `candidate-${first}` }, {}] });
    await rename(proposed.position, 'CandidateProposed');
    expect(await retried()).toEqual({ healed: 2, still: [] });
    await catchUp(ledger.store, runner());
    expect(await ledger.typesIn(`delivery-${first}`)).toEqual(['DeliveryStarted']);
    expect(await marks()).toEqual([]);
  });
  it('let all that follows in its stream wait as well, and act on it after the retry', async () => {
    const [project] = await adoptList(ledger, 1);
    const list = await ledger.store.read('annual-list-511400-2019');
    const put = list.find(({ type }) => type === 'CandidatesPutToDecision')!;
    await rename(put.position, 'CandidatesPutToDice');
    await catchUp(ledger.store, runner());
    await catchUp(ledger.store, runner()); // under a later lease
    expect(await ledger.typesIn(`candidate-${project}`)).toEqual(['CandidateProposed']);
    await rename(put.position, 'CandidatesPutToDecision');
    expect(await retried()).toEqual({ healed: 1, still: [] });
    expect(await ledger.typesIn(`candidate-${project}`)).toEqual(['CandidateProposed', 'CandidateAdopted']);
  });
});
