import type { Month } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';

/** The rules a month is judged by: another set adopted mid-year holds from its own month on, never before. */
export const rulesFor = (
  { ruleSets }: Pick<StartedDelivery, 'ruleSets'>,
  period: Month,
): StartedDelivery['ruleSets'][number] => ruleSets.filter(({ from }) => from === undefined || from <= period).at(-1)!;
