import type { DeliveryCommand, Override } from '@minsheng/contracts';
import { commission, month, timer } from '../../testing/fixtures';
import {
  close,
  correct,
  given,
  reportLine,
  monthClosed,
  projectId,
  startedDelivery,
  started,
  verify,
} from '../delivery.fixtures';
import { shownColour } from './compute-light';

const override = (number: number, colour: Override['colour'] = 'green', until = '2020-01-31'): DeliveryCommand => ({
  type: 'OverrideLight',
  data: { period: month(number), colour, decidedBy: '联席会议办公室', reason: '系统切换，当月免报', until },
});
const overridden = (number: number, until?: string) => ({
  type: 'LightOverridden' as const,
  data: { projectId, ...(override(number, 'green', until).data as object) } as never,
});
const withdraw = (number: number): DeliveryCommand => ({
  type: 'WithdrawOverride',
  data: { period: month(number), reason: '原因消除' },
});
const passDay: DeliveryCommand = { type: 'PassDay', data: {} };
const accountedFor = (today: string) => ({ by: timer, today });
const closed = [started(), monthClosed(3)];

describe('a light set by hand', () => {
  it('says who, why and until when, of a month that is closed', () =>
    given(...closed)
      .when(override(3), { today: '2019-04-10' })
      .then(overridden(3)));
  it('is not set for a month that has no light yet', () =>
    given(...closed)
      .when(override(4))
      .thenRefused('LIGHT_UNKNOWN'));
  it('is not set while the month stands open again', () =>
    given(...closed, { type: 'MonthReopened', data: { projectId, period: month(3), reason: '数据有误。' } })
      .when(override(3))
      .thenRefused('LIGHT_UNKNOWN'));
  it('is of a colour that the rule knows', () => {
    given(...closed)
      .when(override(3, 'orange'))
      .thenRefused('COLOUR_NOT_OF_THE_RULE');
    given(
      started(),
      monthClosed(3, { rule: { scheme: 'five colours', redBelow: 30, orangeBelow: 50, yellowBelow: 80 } }),
    )
      .when(override(3, 'orange'))
      .thenMatches({ type: 'LightOverridden' });
  });
  it('is another than the computed one', () =>
    given(...closed)
      .when(override(3, 'red'))
      .thenRefused('OVERRIDE_CHANGES_NOTHING'));
  it('ends today at the earliest', () => {
    given(...closed)
      .when(override(3, 'green', '2019-04-10'), { today: '2019-04-10' })
      .thenMatches({ type: 'LightOverridden' });
    given(...closed)
      .when(override(3, 'green', '2019-04-09'), { today: '2019-04-10' })
      .thenRefused('OVERRIDE_ENDS_IN_THE_PAST');
  });
  it('is withdrawn with a reason, once', () => {
    given(...closed, overridden(3))
      .when(withdraw(3))
      .then({ type: 'OverrideEnded', data: { projectId, period: month(3), reason: '原因消除' } });
    given(...closed)
      .when(withdraw(3))
      .thenRefused('OVERRIDE_UNKNOWN');
    given(...closed, overridden(3), {
      type: 'OverrideEnded',
      data: { projectId, period: month(3), reason: '原因消除' },
    })
      .when(withdraw(3))
      .thenRefused('OVERRIDE_UNKNOWN');
  });
});

describe('what people see', () => {
  const shown = (delivery: ReturnType<typeof startedDelivery>, number = 3) => [
    shownColour(delivery.started(), month(number)),
    delivery.light(number)?.colour,
  ];
  it('is the colour set by hand while it lasts; the computed one stays beside it and is computed on', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3));
    delivery.ask(override(3));
    expect(shown(delivery)).toEqual(['green', 'red']);
    delivery.ask(correct(3, reportLine('i1', '60')));
    delivery.ask(verify(3), { by: commission });
    expect(shown(delivery)).toEqual(['green', 'yellow']);
    delivery.ask(withdraw(3));
    expect(shown(delivery)).toEqual(['yellow', 'yellow']);
    expect(shown(delivery, 4)).toEqual([undefined, undefined]);
  });

  it('is the computed colour again from the day after its last, told once by the clock', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3));
    delivery.ask(override(3, 'green', '2019-06-30'), { today: '2019-04-10' });
    const ended = (today: string) =>
      delivery
        .ask(passDay, accountedFor(today))
        .filter(({ type }) => type === 'OverrideEnded')
        .map(({ data }) => data);
    expect(ended('2019-06-30')).toEqual([]);
    expect(ended('2019-07-01')).toEqual([{ projectId, period: month(3), reason: '到期 2019-06-30 · ended' }]);
    expect(ended('2019-07-02')).toEqual([]);
    expect(shown(delivery)).toEqual(['red', 'red']);
  });
});
