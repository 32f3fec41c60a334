import type { Change, DeliveryCommands, DistrictName, IndicatorId } from '@minsheng/contracts';
import type { Adjustment } from '../delivery.state';

type Tables = readonly {
  readonly indicatorId: IndicatorId;
  readonly departures?: readonly DeliveryCommands.Departure[];
}[];

/** The new names of the districts of an indicator that a table renames. */
const newNames = (tables: Tables, indicatorId: string): ReadonlyMap<string, DistrictName> =>
  new Map(
    tables
      .filter((table) => table.indicatorId === indicatorId)
      .flatMap(({ departures = [] }) =>
        departures.flatMap((departure): [string, DistrictName][] =>
          departure.becomes === 'renamed' ? [[departure.district, departure.successor]] : [],
        ),
      ),
  );

const followed = (change: Change, tables: Tables): Change => {
  if (change.kind !== 'target' || change.districts?.targets !== 'split again') return change;
  const names = newNames(tables, change.indicatorId);
  const split = change.districts.split.map((share) => ({
    ...share,
    district: names.get(share.district) ?? share.district,
  }));
  return { ...change, districts: { ...change.districts, split } };
};

/** Adjustments that are not decided yet follow the names of the districts, so that a new name does not stop them. */
export const withRenamed = (adjustments: readonly Adjustment[], tables: Tables): readonly Adjustment[] =>
  adjustments.map((adjustment) =>
    adjustment.status === 'applied' || adjustment.status === 'checked'
      ? { ...adjustment, changes: adjustment.changes.map((change) => followed(change, tables)) }
      : adjustment,
  );
