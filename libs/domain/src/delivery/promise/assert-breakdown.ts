import type { EventData, Indicator, IndicatorId } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { compare, sum } from '../../indicator/decimal';
import { targetOf } from '../../indicator/kinds';
import { fallingStep, whyImpossible, type QuantityRefusal } from '../../indicator/possible';
import { partsWithWholes } from '../../indicator/units';
import { assertNoTwins } from '../../twin-names';
import type { DistrictTarget, StartedDelivery } from '../delivery.state';

/** The responsibility table (责任分解表) as it is sent. */
type Table = EventData<'TargetsBrokenDown'>['indicators'];

export type BreakdownRefusal =
  | 'DISTRICT_SUM_BELOW_TOTAL'
  | 'DISTRICT_SUM_ABOVE_TOTAL'
  | 'DISTRICT_COUNTED_TWICE'
  | 'PART_ABOVE_WHOLE'
  | 'STEPS_FALL'
  | 'INDICATOR_UNKNOWN';
const refuse = (code: BreakdownRefusal | QuantityRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/**
 * A reporting group (海曙、江东、江北) counts once: none of its members stands beside it, alone or in another group; and there
 * is one own level (市本级).
 */
const assertCountedOnce = ({ indicatorId, districts }: Table[number]): void => {
  const seen = new Set<string>();
  for (const name of districts.flatMap(({ district, members = [] }) => [
    district,
    ...members.filter((member) => member !== district),
  ])) {
    if (seen.has(name)) refuse('DISTRICT_COUNTED_TWICE', { indicatorId, district: name });
    seen.add(name);
  }
  const second = districts.filter(({ ownLevel }) => ownLevel).at(1);
  if (second) refuse('DISTRICT_COUNTED_TWICE', { indicatorId, district: second.district });
};

/** Districts owe what the indicator can come to, and no dated step asks for less again. */
const assertPossible = (indicator: Indicator, { districts, steps, stepsAre }: Table[number]): void => {
  const quantities = [...districts.map(({ target }) => target), ...(steps ?? []).map(({ quantity }) => quantity)];
  for (const quantity of quantities) {
    const code = quantity == null ? undefined : whyImpossible(indicator, quantity);
    if (code) refuse(code, { indicator: indicator.name, value: quantity! });
  }
  const falling = steps && fallingStep({ ...indicator, steps, stepsAre });
  if (falling) refuse('STEPS_FALL', { indicator: indicator.name, ...falling });
};

const namesIn = (districts: readonly DistrictTarget[]): readonly string[] =>
  districts.flatMap(({ district, members = [] }) => [district, ...members]);

/**
 * Invariant 7: district targets of an additive indicator sum to what the year owes; more needs the buffer flag, less is
 * an error.
 */
export const assertSum = (
  indicator: Indicator,
  year: number,
  {
    indicatorId,
    districts,
    buffer,
  }: Pick<Table[number], 'indicatorId' | 'buffer'> & { readonly districts: readonly DistrictTarget[] },
): void => {
  const targets = districts.flatMap(({ target }) => (target === null ? [] : [target]));
  const total = targetOf(indicator, year);
  if (!indicator.additive || total === null || targets.length === 0) return;
  const allotted = sum(targets);
  if (compare(allotted, total) < 0) refuse('DISTRICT_SUM_BELOW_TOTAL', { indicatorId, sum: allotted, total });
  if (compare(allotted, total) > 0 && !buffer)
    refuse('DISTRICT_SUM_ABOVE_TOTAL', { indicatorId, sum: allotted, total });
};

/** Invariant 8, district by district: nobody owes more of a part than of its whole. */
const assertParts = (
  indicators: readonly Indicator[],
  districts: Readonly<Record<IndicatorId, readonly DistrictTarget[]>>,
): void => {
  for (const { part, whole } of partsWithWholes(indicators)) {
    for (const { district, target } of districts[part.id] ?? []) {
      const limit = districts[whole.id]?.find((share) => share.district === district)?.target;
      if (target !== null && limit && compare(target, limit) > 0)
        refuse('PART_ABOVE_WHOLE', { indicatorId: part.id, district, part: target, wholeId: whole.id, whole: limit });
    }
  }
};

/** The responsibility table, held against what was promised and against what it leaves as it was. */
export const assertBreakdown = ({ commitment, year, districts }: StartedDelivery, table: Table): void => {
  assertNoTwins(
    table.flatMap((indicator) => namesIn(indicator.districts)),
    Object.values(districts).flatMap(namesIn),
  );
  for (const district of table) {
    const indicator =
      commitment.indicators.find(({ id, applicable }) => id === district.indicatorId && applicable) ??
      refuse('INDICATOR_UNKNOWN', { indicatorId: district.indicatorId });
    assertCountedOnce(district);
    assertPossible(indicator, district);
    assertSum(indicator, year, district);
  }
  assertParts(commitment.indicators, {
    ...districts,
    ...Object.fromEntries(table.map((indicator) => [indicator.indicatorId, indicator.districts])),
  });
};
