import type { DeliveryEvent } from '@minsheng/contracts';
import { commission, housing, indicator, month, transport } from '../../testing/fixtures';
import {
  close,
  closeByForce,
  given,
  giveBack,
  monthClosed,
  projectId,
  reportLine,
  returned,
  started,
  startedDelivery,
  submit,
  submitted,
  verified,
} from '../delivery.fixtures';

const nine = [reportLine('i1', '9')];
const reported = (number: number) => [submitted(number, nine), verified(number, nine)];
const on = (today: string) => ({ by: commission, today });
const alone = (number: number) => ({ type: 'CloseMonth' as const, data: { period: month(number) } });
const leaving = (number: number, ...left: number[]) => ({
  type: 'CloseMonth' as const,
  data: { period: month(number), gap: { months: left.map(month), reason: '清单三月才公布。' } },
});

describe('a month is closed when it is over', () => {
  it.each([
    ['its first day', '2019-01-01'],
    ['the day its report is due', '2019-01-28'],
    ['the day before its last', '2019-01-30'],
  ])('not on %s', (_, today) =>
    given(started(), ...reported(1))
      .when(alone(1), on(today))
      .thenRefused('MONTH_NOT_OVER'),
  );
  it('on its last day', () =>
    given(started(), ...reported(1))
      .when(alone(1), on('2019-01-31'))
      .thenMatches({ type: 'MonthClosed' }));

  describe('where working days move its due day into the next month', () => {
    const id = '511400-2021-p000000007' as typeof projectId;
    const ofThatYear = <E extends DeliveryEvent>(event: E): E => ({
      ...event,
      data: { ...event.data, projectId: id, ...('period' in event.data && { period: '2021-02' }) },
    });
    const alone = { type: 'CloseMonth' as const, data: { period: '2021-02' as never, force: undefined } };
    const closing = { ...alone, data: { ...alone.data, gap: { months: ['2021-01' as never], reason: '另行关账。' } } };
    const at = (today: string) => ({ ...on(today), id });
    it('not before that day', () => {
      const past = [started(), ...reported(2)].map(ofThatYear);
      given(...past)
        .when(closing, at('2021-02-28'))
        .thenRefused('MONTH_NOT_OVER');
      given(...past)
        .when(closing, at('2021-03-01'))
        .thenMatches({ type: 'MonthClosed' });
    });
    it('and over a missing report only after it: whoever sends it on the day is in time', () => {
      given(ofThatYear(started())).when(closing, at('2021-03-01')).thenRefused('MONTH_NOT_OVER');
      given(ofThatYear(started()))
        .when(closing, at('2021-03-02'))
        .thenMatches({ type: 'MonthClosed', data: { light: { missing: [housing] } } }, { type: 'EscalationReached' });
    });
  });
  it('names the day from which it can be closed', () => {
    expect.assertions(1);
    try {
      given(started()).when(alone(1), on('2019-01-05')).then();
    } catch (refusal) {
      expect(refusal).toMatchObject({ facts: { period: '2019-01', from: '2019-01-31', today: '2019-01-05' } });
    }
  });
});

describe('a month is not closed over a report that waits for its check', () => {
  it('whoever sent it', () => {
    given(started(), submitted(1, nine)).when(alone(1), on('2019-02-10')).thenRefused('REPORTS_WAITING');
    given(started([indicator(), indicator({ id: 'i2', lead: transport })]), ...reported(1), submitted(1, nine, 2))
      .when(alone(1), on('2019-02-10'))
      .thenRefused('REPORTS_WAITING');
  });
  it('but over one that was given back: the department has to act', () =>
    given(started(), submitted(1, nine), returned(1))
      .when(alone(1), on('2019-02-10'))
      .thenMatches({ type: 'MonthClosed' }, { type: 'EscalationReached' }));
});

describe('months are closed in order', () => {
  it('not before the months before them', () => {
    given(started(), ...reported(3))
      .when(alone(3), on('2019-04-02'))
      .thenRefused('EARLIER_MONTHS_OPEN');
    given(started(), monthClosed(1), monthClosed(2), ...reported(3))
      .when(alone(3), on('2019-04-02'))
      .thenMatches({ type: 'MonthClosed' });
  });
  it('unless each month left open is named with the reason', () => {
    given(started(), monthClosed(1), ...reported(4))
      .when(leaving(4, 2), on('2019-05-02'))
      .thenRefused('EARLIER_MONTHS_OPEN');
    given(started(), monthClosed(1), ...reported(4))
      .when(leaving(4, 1, 2, 3), on('2019-05-02'))
      .thenMatches(
        { type: 'MonthClosed', data: { gap: { months: ['2019-02', '2019-03'], reason: '清单三月才公布。' } } },
        { type: 'EscalationReached' },
      );
  });
  it('a gap is named once, and can be closed later', () => {
    const delivery = startedDelivery();
    delivery.ask(leaving(3, 1, 2));
    expect(delivery.refusal(alone(4))).toBeUndefined();
    expect(delivery.refusal(alone(1))).toBeUndefined();
    expect(delivery.ask(alone(2))[0]).not.toHaveProperty('data.gap');
  });
  it('a month that stands open again is among them', () => {
    const delivery = startedDelivery();
    delivery.ask(close(1));
    delivery.ask({ type: 'ReopenMonth', data: { period: month(1), reason: '漏报。' } });
    expect(delivery.refusal(alone(2))).toBe('EARLIER_MONTHS_OPEN');
  });
});

describe('by force', () => {
  it('lifts all of these, and the event says which and why', () =>
    given(started(), submitted(2, nine))
      .when(closeByForce(2), on('2019-02-03'))
      .thenMatches({
        type: 'MonthClosed',
        data: {
          forced: {
            reason: '月度通报等不得。',
            over: ['month not over', 'reports waiting', 'earlier months open'],
          },
        },
      }));
  it('lifts nothing where nothing stands against it, and the event says nothing of it', () => {
    const delivery = startedDelivery();
    expect(delivery.ask(closeByForce(1))[0]).not.toHaveProperty('data.forced');
  });
  it('closes no month that has not begun, and none twice', () => {
    const delivery = startedDelivery();
    expect(delivery.refusal(closeByForce(5), on('2019-04-30'))).toBe('PERIOD_NOT_BEGUN');
    delivery.ask(closeByForce(4));
    expect(delivery.refusal(closeByForce(4))).toBe('PERIOD_CLOSED');
  });
  it('a project that has ended waits for nobody’s check', () => {
    const delivery = startedDelivery();
    delivery.ask(submit(1, ...nine));
    delivery.ask(giveBack(1), { by: commission });
    delivery.ask(submit(1, ...nine));
    const ended: DeliveryEvent = {
      type: 'ProjectClosed',
      data: { projectId, archiveNo: 'MS-7', outcome: 'met' },
    };
    given(...delivery.log, ended)
      .when(alone(1), on('2019-02-01'))
      .thenMatches({ type: 'MonthClosed' });
  });
});
