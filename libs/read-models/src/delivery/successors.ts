import { yearOf, type DeliveryCommands, type Indicator, type IndicatorId, type Month } from '@minsheng/contracts';
import { inherited, inheritances, isRenamed, monthAt, placeOf } from '@minsheng/domain';
import type { LedgerRow, ReportMark, VerifiedVersion } from './ledger.entity';
import { draftOf, MONTHS, newest, sumUp, type Draft, type Matrix } from './matrix';
import type { BrokenDown } from './promise';

type Departures = readonly DeliveryCommands.Departure[];

/** The cells of districts that go are taken over by those that follow them, as by `withoutDeparted` of the domain. */
const follow = ({ values, besides }: Draft, id: IndicatorId, departures: Departures): void => {
  const [before, details] = [{ ...values[id] }, { ...besides[id] }];
  for (const { district } of departures) {
    delete values[id][district];
    if (besides[id]) delete besides[id][district];
  }
  for (const [successor, sources] of inheritances(departures)) {
    const [{ from }] = sources;
    if (isRenamed(departures, from)) {
      if (before[from]) values[id][successor] = before[from];
      if (details[from]) besides[id][successor] = details[from];
      continue;
    }
    const all = [successor, ...sources.map((source) => source.from)].filter((district) => before[district]);
    if (all.length === 0) continue;
    values[id][successor] = Array.from({ length: MONTHS }, (_, at) =>
      all.some((district) => before[district][at] !== null)
        ? (inherited(successor, sources, (district) => newest(before[district], at + 1)) ?? null)
        : null,
    );
  }
  if (besides[id] && Object.keys(besides[id]).length === 0) delete besides[id];
};

const withoutDeparted = (matrix: Matrix, tables: BrokenDown, indicators: readonly Indicator[], january: Month) => {
  const ids = new Set(tables.flatMap(({ indicatorId, departures }) => (departures ? [indicatorId] : [])));
  const draft = draftOf(matrix, ids);
  for (const { indicatorId, departures } of tables) if (departures) follow(draft, indicatorId, departures);
  sumUp(draft, january, ids, indicators);
  for (const id of ids) if (Object.keys(draft.values[id]).length === 0) delete draft.values[id];
  return draft as Matrix;
};

/** Places that a version speaks of: those of a district that goes are those of the districts that follow it. */
const placesAfter = (places: readonly string[], tables: BrokenDown): readonly string[] => {
  const successors = new Map<string, string[]>();
  for (const { indicatorId, departures = [] } of tables) {
    for (const { district } of departures) successors.set(placeOf({ indicatorId, district }), []);
    for (const [successor, sources] of inheritances(departures))
      for (const { from } of sources)
        successors.get(placeOf({ indicatorId, district: from }))!.push(placeOf({ indicatorId, district: successor }));
  }
  return [...new Set(places.flatMap((place) => successors.get(place) ?? [place]))];
};

/** What a ledger row holds of figures, after a table that leaves districts out. */
export const withSuccessors = (
  { claimed, verified, indicators, reports, projectId }: LedgerRow,
  tables: BrokenDown,
): Partial<LedgerRow> => {
  if (tables.every(({ departures = [] }) => departures.length === 0)) return {};
  const january = monthAt(yearOf(projectId), 1);
  const version = (before: VerifiedVersion): VerifiedVersion =>
    before.places ? { ...before, places: placesAfter(before.places, tables) } : before;
  const mark = (before: ReportMark): ReportMark => ({
    ...before,
    ...(before.verified && { verified: version(before.verified) }),
    ...(before.earlier && { earlier: before.earlier.map(version) }),
  });
  return {
    claimed: withoutDeparted(claimed, tables, indicators, january),
    verified: withoutDeparted(verified, tables, indicators, january),
    reports: Object.fromEntries(Object.entries(reports).map(([key, before]) => [key, mark(before)])),
  };
};
