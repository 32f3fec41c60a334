import type { Indicator, IndicatorId } from '@minsheng/contracts';
import { compare } from '../../indicator/decimal';
import { partsWithWholes } from '../../indicator/units';
import { at } from '../../records';
import type { StartedDelivery } from '../delivery.state';
import type { Figures } from './figures';
import type { SentReport } from './report-problem';
import { figuresAt, isVerified } from './verified-figures';

/**
 * Parts (其中) that would be told larger than their whole, as a whole or in a district (invariant 8; handbook domain.md
 * edge case 16), each named by the indicator that this report speaks of. What another department leads is held against
 * only once it is verified for the month: until then nobody knows it.
 */
export const partsAboveWholes = (
  delivery: StartedDelivery,
  { period, department, lines }: SentReport,
  after: Figures,
): readonly { readonly indicatorId: IndicatorId; readonly facts: Record<string, string> }[] => {
  const { indicators } = delivery.commitment;
  const reported = new Set(lines.map(({ indicatorId }) => indicatorId));
  const figuresOf = (indicator: Indicator) => {
    if (indicator.lead === department || reported.has(indicator.id)) return after[indicator.id];
    return isVerified(delivery, period, indicator) ? figuresAt(delivery, period)[indicator.id] : undefined;
  };
  return partsWithWholes(indicators)
    .filter(({ part, whole }) => reported.has(part.id) || reported.has(whole.id))
    .flatMap(({ part, whole }) => {
      const [ofPart, ofWhole] = [figuresOf(part), figuresOf(whole)];
      const mine = reported.has(part.id) ? part.id : whole.id;
      return Object.entries(ofPart ?? {}).flatMap(([district, { value }]) => {
        const limit = at(ofWhole, district)?.value;
        if (value === undefined || limit === undefined || compare(value, limit) <= 0) return [];
        return [
          {
            indicatorId: mine,
            facts: { indicatorId: part.id, district, part: value, wholeId: whole.id, whole: limit },
          },
        ];
      });
    });
};
