import { DeliveryCommands as Delivery, type ProjectId } from '@minsheng/contracts';
import type { Random } from '@minsheng/rehearsal';
import type { Client } from './client';
import { commission } from './people';
import { decide } from './request';

/** Closes one of the first eight months, by force over an unchecked report; at times its light is then withdrawn. */
export const closeMonth = async (
  client: Client,
  random: Random,
  id: ProjectId,
  number: number,
  checked: boolean,
): Promise<void> => {
  const period = `2019-0${number}`;
  const on = `2019-0${number + 1}-02`;
  const close = () => {
    const closing = { period, ...(!checked && { force: { reason: '月度通报提前' } }) };
    return decide('delivery', id, Delivery.CloseMonth, closing, { by: commission, on });
  };
  await client.ask(close());
  if (random() >= 0.2) return;
  const mistake = { period, reason: '误关账', withdrawLight: true };
  await client.ask(decide('delivery', id, Delivery.ReopenMonth, mistake, { by: commission, on }));
  await client.ask(close());
};
