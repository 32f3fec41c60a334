import type { DeliveryCommands, Indicator, IndicatorId, Month, Quantity, ReportLine } from '@minsheng/contracts';
import { minus, sum } from '../../indicator/decimal';
import { divided, exactly, multiplied, roundedDown } from '../../indicator/ratio';

type Departure = DeliveryCommands.Departure;
/** As many decimals as a quantity may have. */
const DECIMALS = 6;

/** What a district takes over of the figures of one that goes. */
export interface Inheritance {
  readonly from: string;
  readonly partOf: (value: Quantity) => Quantity;
}

const shareOf = (value: Quantity, share: number): Quantity =>
  roundedDown(multiplied(exactly(value), divided(exactly(share), exactly(100))), DECIMALS);

/** By successor, what it takes over: nothing of what is withdrawn. */
export const inheritances = (departures: readonly Departure[]): ReadonlyMap<string, readonly Inheritance[]> => {
  const bySuccessor = new Map<string, Inheritance[]>();
  const inherits = (successor: string, from: string, partOf: Inheritance['partOf']) =>
    bySuccessor.set(successor, [...(bySuccessor.get(successor) ?? []), { from, partOf }]);
  for (const departure of departures) {
    const { district } = departure;
    if (departure.becomes === 'renamed' || departure.becomes === 'merged')
      inherits(departure.successor, district, (value) => value);
    if (departure.becomes !== 'split') continue;
    const others = departure.parts.slice(0, -1);
    for (const { successor, share } of others) inherits(successor, district, (value) => shareOf(value, share));
    inherits(departure.parts.at(-1)!.successor, district, (value) =>
      minus(value, sum(others.map(({ share }) => shareOf(value, share)))),
    );
  }
  return bySuccessor;
};

/** Whether everything that is known of a district goes on under another name. */
export const isRenamed = (departures: readonly Departure[], district: string): boolean =>
  departures.some((departure) => departure.becomes === 'renamed' && departure.district === district);

/** The figure of a successor: its own, and what it takes over. Undefined where nobody has one. */
export const inherited = (
  successor: string,
  sources: readonly Inheritance[],
  figureOf: (district: string) => Quantity | undefined,
): Quantity | undefined => {
  const parts = [
    figureOf(successor),
    ...sources.map(({ from, partOf }) => {
      const value = figureOf(from);
      return value === undefined ? undefined : partOf(value);
    }),
  ].filter((value) => value !== undefined);
  return parts.length === 0 ? undefined : sum(parts);
};

type ByMonth = Readonly<Record<Month, readonly ReportLine[]>>;

/** The lines of one indicator by month, as if the districts had always been those that follow the departed ones. */
const followed = (months: readonly (readonly ReportLine[])[], departures: readonly Departure[]): ReportLine[][] => {
  const gone = new Set<string>(departures.map(({ district }) => district));
  const heirs = inheritances(departures);
  const newest = new Map<string, Quantity>();
  return months.map((lines) => {
    const byDistrict = new Map(lines.map((reportLine) => [reportLine.district as string | undefined, reportLine]));
    for (const { district, value } of lines)
      if (district !== undefined && value !== undefined) newest.set(district, value);
    const heirLines = [...heirs].flatMap(([successor, sources]): ReportLine[] => {
      const [district, own] = [successor as ReportLine['district'], byDistrict.get(successor)];
      const taken = sources.flatMap(({ from }) => byDistrict.get(from) ?? []);
      if (isRenamed(departures, sources[0].from)) return taken.map((reportLine) => ({ ...reportLine, district }));
      if (own?.value === undefined && taken.every(({ value }) => value === undefined)) return own ? [own] : [];
      const reason = [own, ...taken].find((reportLine) => reportLine?.reason !== undefined)?.reason;
      const { indicatorId } = lines[0];
      const value = inherited(successor, sources, (name) => newest.get(name));
      return [{ ...own, indicatorId, district, value, ...(reason && { reason }) }];
    });
    const untouched = lines.filter(
      ({ district }) => district === undefined || (!gone.has(district) && !heirs.has(district)),
    );
    return [...untouched, ...heirLines];
  });
};

/** Verified lines after a table that leaves districts out: their figures go where it says. */
export const withoutDeparted = (
  verified: ByMonth,
  tables: readonly { readonly indicatorId: IndicatorId; readonly departures?: readonly Departure[] }[],
): ByMonth =>
  tables.reduce<ByMonth>((before, { indicatorId, departures = [] }) => {
    if (departures.length === 0) return before;
    const months = (Object.keys(before) as Month[]).sort();
    const isOwn = (reportLine: ReportLine) => reportLine.indicatorId === indicatorId;
    const after = followed(
      months.map((month) => before[month].filter(isOwn)),
      departures,
    );
    return Object.fromEntries(
      months.map((month, at) => [month, [...before[month].filter((line) => !isOwn(line)), ...after[at]]]),
    ) as ByMonth;
  }, verified);

/** Districts that lines speak of. */
export const reportedDistricts = (verified: ByMonth, { id }: Pick<Indicator, 'id'>): ReadonlySet<string> =>
  new Set(
    Object.values(verified).flatMap((lines) =>
      lines.flatMap(({ indicatorId, district }) => (indicatorId === id && district !== undefined ? [district] : [])),
    ),
  );
