import { commission, housing, housingOfficer, indicator, month, transport } from '../../testing/fixtures';
import { close, closeByForce, correct, reportLine, startedDelivery, submit, verify } from '../delivery.fixtures';

const onTheLine = reportLine('i1', '15');
const on = (today: string) => ({ by: commission, today });
const byHousing = (today: string) => ({ by: housingOfficer, today });
const orderFor = (number: number, department = housing) => ({
  type: 'IssueOrder' as const,
  data: { period: month(number), department, level: 'yellow' as const, reason: '无经核实的月报，亮红灯' },
});
const passDay = { type: 'PassDay' as const, data: {} };
const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('a month closed by force before its report is due', () => {
  const closedEarly = () => {
    const delivery = startedDelivery();
    delivery.ask(closeByForce(3), on('2019-03-15'));
    return delivery;
  };
  it('is not red for want of a report, and calls for nothing', () => {
    const delivery = startedDelivery();
    expect(delivery.ask(closeByForce(3), on('2019-03-15'))).toMatchObject([
      { type: 'MonthClosed', data: { light: { colour: 'grey', missing: [] } } },
    ]);
  });
  it('takes the report until its due day, which counts in full', () => {
    const delivery = closedEarly();
    delivery.ask(submit(3, onTheLine), byHousing('2019-03-26'));
    delivery.ask(verify(3), on('2019-03-27'));
    expect(delivery.light(3)).toMatchObject({ colour: 'green', why: 'on the line' });
    expect(delivery.refusal(submit(3, onTheLine), byHousing('2019-03-27'))).toBe('PERIOD_CLOSED');
  });
  it('takes none after it: that is a correction, and late', () => {
    const delivery = closedEarly();
    expect(delivery.refusal(submit(3, onTheLine), byHousing('2019-03-29'))).toBe('PERIOD_CLOSED');
    delivery.ask(correct(3, onTheLine), byHousing('2019-03-29'));
    delivery.ask(verify(3), on('2019-03-29'));
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
  });
  it('turns red the day after, once, where none came', () => {
    const delivery = closedEarly();
    expect(typesOf(delivery.ask(passDay, on('2019-03-28')))).not.toContain('LightRecomputed');
    expect(delivery.ask(passDay, on('2019-03-29'))).toContainEqual(
      expect.objectContaining({
        type: 'LightRecomputed',
        data: expect.objectContaining({ light: expect.objectContaining({ colour: 'red', missing: [housing] }) }),
      }),
    );
    expect(typesOf(delivery.ask(passDay, on('2019-03-30')))).not.toContain('LightRecomputed');
  });
});

describe('an order does not outlive its reason', () => {
  /** Reported in time, closed by force before the check, and ordered. */
  const ordered = (value = '15') => {
    const delivery = startedDelivery([indicator(), indicator({ id: 'i2', lead: transport })]);
    delivery.ask(submit(3, reportLine('i1', value)), byHousing('2019-03-28'));
    delivery.ask(closeByForce(3), on('2019-04-01'));
    delivery.ask(orderFor(3), on('2019-04-01'));
    delivery.ask(orderFor(3, transport), on('2019-04-01'));
    return delivery;
  };
  it('a report that came in time withdraws the order once it is verified, with what its silence had called for', () => {
    const delivery = ordered();
    expect(delivery.started().escalations.map(({ department }) => department)).toContain(housing);
    expect(delivery.ask(verify(3), on('2019-04-02'))).toMatchObject([
      { type: 'ReportVerified' },
      { type: 'LightRecomputed', data: { light: { missing: [transport] } } },
      { type: 'OrderWithdrawn', data: { order: 1, department: housing } },
    ]);
    expect(delivery.started().orders.map(({ status }) => status)).toEqual(['withdrawn', 'issued']);
    expect(delivery.started().escalations.map(({ department }) => department)).toEqual([transport]);
  });
  it('one that came late withdraws nothing', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3), on('2019-04-01'));
    delivery.ask(orderFor(3), on('2019-04-01'));
    delivery.ask(correct(3, onTheLine), byHousing('2019-04-02'));
    expect(typesOf(delivery.ask(verify(3), on('2019-04-02')))).toEqual(['ReportVerified', 'LightRecomputed']);
  });
  it('nor does one that leaves the month behind', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, reportLine('i1', '5')), byHousing('2019-03-28'));
    delivery.ask(closeByForce(3), on('2019-04-01'));
    delivery.ask(orderFor(3), on('2019-04-01'));
    expect(typesOf(delivery.ask(verify(3), on('2019-04-02')))).toEqual(['ReportVerified', 'LightRecomputed']);
  });
});

describe('late stays late, whenever the month is closed', () => {
  it.each([
    ['in time, it is green', '2019-03-28', 'green', 'on the line'],
    ['after the due day, it is yellow', '2019-03-29', 'yellow', 'caught up later'],
  ])('reported %s', (_, sentOn, colour, why) => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, onTheLine), byHousing(sentOn));
    delivery.ask(verify(3), on('2019-04-01'));
    delivery.ask(close(3), on('2019-04-01'));
    expect(delivery.light(3)).toMatchObject({ colour, why });
  });
  it('sent in time, given back and sent again, it is not late', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(3, onTheLine), byHousing('2019-03-28'));
    delivery.ask(
      { type: 'ReturnReport', data: { period: month(3), department: housing, reason: '附图不清。' } },
      on('2019-03-29'),
    );
    delivery.ask(submit(3, onTheLine), byHousing('2019-03-30'));
    delivery.ask(verify(3), on('2019-04-01'));
    delivery.ask(close(3), on('2019-04-01'));
    expect(delivery.light(3)).toMatchObject({ colour: 'green' });
  });
});

describe('a light that is withdrawn', () => {
  const listing = {
    type: 'TakeMeasure' as const,
    data: { period: month(3), department: housing, measure: 'listed supervision' as const, record: '挂牌' },
  };
  const withdraw = {
    type: 'ReopenMonth' as const,
    data: { period: month(3), reason: '误关账。', withdrawLight: true },
  };
  it('ends the listed supervision of its month, and takes no measure any more', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3), on('2019-04-01'));
    delivery.ask(listing, on('2019-04-02'));
    expect(typesOf(delivery.ask(withdraw, on('2019-04-03')))).toEqual(['MonthReopened', 'LightWithdrawn', 'Delisted']);
    expect(delivery.started().listed).toEqual([]);
    expect(delivery.refusal(listing, on('2019-04-04'))).toBe('LIGHT_WITHDRAWN');
  });
});
