import { nanjingEscalation, type EscalationStep } from '@minsheng/contracts';
import { commission, indicator, month, rules, transport, transportOfficer } from '../../testing/fixtures';
import { closeByForce, correct, reportLine, startedDelivery, submit, verify } from '../delivery.fixtures';

type Running = ReturnType<typeof startedDelivery>;
/** Closes a month and answers what it called for: `interview 市住建局 2019-03,2019-04`. */
const closing = (delivery: Running, number: number): string[] =>
  delivery
    .ask(closeByForce(number), { by: commission })
    .flatMap((event) =>
      event.type === 'EscalationReached'
        ? [`${event.data.step.measure} ${event.data.department} ${event.data.months.join(',')}`]
        : [],
    );
const onTheLine = (delivery: Running, number: number) => delivery.report(number, reportLine('i1', String(number * 5)));
const nanjing = (...steps: EscalationStep[]) => rules({ escalation: steps });
const after = (months: number): EscalationStep => ({
  when: { reached: 'months running', months },
  measure: 'interview',
});
const yearEnd: EscalationStep = { when: { reached: 'year end' }, measure: 'supervision organ' };

describe('months running behind (南京完善重点工作督查奖惩机制2016)', () => {
  it('call for each instrument exactly when the run reaches its number', () => {
    const delivery = startedDelivery([], nanjing(after(1), after(2)));
    expect([1, 2, 3].map((number) => closing(delivery, number))).toEqual([
      ['interview 市住建局 2019-01'],
      ['interview 市住建局 2019-01,2019-02'],
      [],
    ]);
  });
  it('begin again after a month on the line', () => {
    const delivery = startedDelivery([], nanjing(after(2)));
    closing(delivery, 1);
    onTheLine(delivery, 2);
    expect([2, 3, 4].map((number) => closing(delivery, number))).toEqual([
      [],
      [],
      ['interview 市住建局 2019-03,2019-04'],
    ]);
  });
  it('are counted per department', () => {
    const delivery = startedDelivery([indicator(), indicator({ id: 'i2', lead: transport })], nanjing(after(2)));
    const inTime = (number: number, by = transportOfficer) => {
      delivery.ask(submit(number, reportLine('i2', String(number * 5))), { by });
      delivery.ask(verify(number, transport), { by: commission });
    };
    inTime(1);
    // transport missed February only
    expect([1, 2].map((number) => closing(delivery, number))).toEqual([[], ['interview 市住建局 2019-01,2019-02']]);
    expect(closing(delivery, 3)).toEqual(['interview 市交通运输局 2019-02,2019-03']);
  });
  it('count a month that is yellow, and through the lead of the worst indicator', () => {
    const delivery = startedDelivery([indicator()], nanjing(after(1)));
    delivery.report(6, reportLine('i1', '20'));
    expect(closing(delivery, 6)).toEqual(['interview 市住建局 2019-06']);
    expect(delivery.light(6)).toMatchObject({ colour: 'yellow', missing: [], worst: { lead: '市住建局' } });
  });
  it('still count a month that was caught up later', () => {
    const delivery = startedDelivery([], nanjing(after(2)));
    closing(delivery, 3);
    delivery.ask(correct(3, reportLine('i1', '60')));
    delivery.ask(verify(3), { by: commission });
    expect(delivery.light(3)).toMatchObject({ colour: 'yellow', why: 'caught up later' });
    expect(closing(delivery, 4)).toEqual(['interview 市住建局 2019-03,2019-04']);
  });
  it('do not count a month whose report was in time and merely verified late', () => {
    const delivery = startedDelivery([], nanjing(after(2)));
    delivery.ask(submit(3, reportLine('i1', '15')));
    closing(delivery, 3);
    delivery.ask(verify(3), { by: commission });
    expect(closing(delivery, 4)).toEqual([]);
  });
  it('do not reach over a month that was never closed', () => {
    const delivery = startedDelivery([], nanjing(after(2)));
    closing(delivery, 1);
    expect(closing(delivery, 3)).toEqual([]);
  });
  it('are told once for a month, though it is closed again', () => {
    const delivery = startedDelivery([], nanjing(after(1)));
    closing(delivery, 3);
    delivery.ask({ type: 'ReopenMonth', data: { period: month(3), reason: '补报' } }, { by: commission });
    expect(closing(delivery, 3)).toEqual([]);
  });
  it('call for nothing where the list has no steps', () =>
    expect(closing(startedDelivery([], nanjing()), 3)).toEqual([]));
});

describe('the third quarter', () => {
  const delivery = () =>
    startedDelivery([], nanjing({ when: { reached: 'third quarter' }, measure: 'circular criticism' }));
  it('is looked at when September closes', () => {
    const behind = delivery();
    expect([8, 9, 10].map((number) => closing(behind, number))).toEqual([
      [],
      ['circular criticism 市住建局 2019-08,2019-09'],
      [],
    ]);
  });
  it('calls for nothing where September is on the line', () => {
    const ahead = delivery();
    onTheLine(ahead, 9);
    expect(closing(ahead, 9)).toEqual([]);
  });
});

describe('the end of the year', () => {
  it('goes to the supervision organ where the promise is not met, though only by one', () => {
    const delivery = startedDelivery([], nanjing(yearEnd));
    delivery.report(12, reportLine('i1', '59'));
    expect(closing(delivery, 12)).toEqual(['supervision organ 市住建局 2019-12']);
    expect(delivery.light(12)).toMatchObject({ colour: 'yellow', why: 'behind the line' });
  });
  it('calls for nothing where it is met', () => {
    const delivery = startedDelivery([], nanjing(yearEnd));
    delivery.report(12, reportLine('i1', '60'));
    expect(closing(delivery, 12)).toEqual([]);
  });
});

it('the shipped rule of Nanjing walks its four steps', () => {
  const delivery = startedDelivery([], rules({ escalation: [...nanjingEscalation] }));
  const lists = Array.from({ length: 12 }, (_, index) =>
    closing(delivery, index + 1).map((text) => text.split(' 市')[0]),
  );
  expect(lists).toEqual([
    ['written reasons'],
    ['interview'],
    [],
    [],
    [],
    [],
    [],
    [],
    ['circular criticism'],
    [],
    [],
    ['supervision organ'],
  ]);
});
