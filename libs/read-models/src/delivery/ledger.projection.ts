import {
  type DeliveryEvent,
  type DepartmentName,
  type EventData,
  type Month,
  canonicalJson,
  changeEvents,
  completionEvents,
  lightEvents,
  listOf,
  periodEvents,
  regionOf,
  supervisionEvents,
  yearOf,
} from '@minsheng/contracts';
import {
  beforeChanges,
  changedDistricts,
  changedIndicators,
  monthOf,
  placeOf,
  reportKey,
  withOwnSteps,
} from '@minsheng/domain';
import { except, ignore, ignoring } from '../event-groups';
import type { EventPosition, Projection } from '../projection';
import { LedgerRow, type ReportMark } from './ledger.entity';
import { figuresOf, emptyMatrix, withReport } from './matrix';
import { withTargets } from './promise';
import { withSuccessors } from './successors';
import { standingsOf } from './standing';

type Row = LedgerRow | undefined;

/** With sorted keys: a `json` column keeps the order of its keys, which differs by the way an event was decoded. */
const withSortedKeys = <T>(value: T): T => JSON.parse(canonicalJson(value)) as T;
/** With the standing of these indicators, or of all, computed from the verified figures. */
const recomputed = (row: Row, only?: ReadonlySet<string>): Row => {
  if (!row) return row;
  const recomputedById = new Map(
    standingsOf(
      row.indicators.filter(({ id }) => !only || only.has(id)),
      row.targets,
      figuresOf(row.verified, undefined, only),
      yearOf(row.projectId),
    ).map((standing) => [standing.id, standing]),
  );
  return {
    ...row,
    standing: row.indicators.map(
      ({ id }) => recomputedById.get(id) ?? row.standing.find((standing) => standing.id === id)!,
    ),
  };
};
const marked = (
  row: LedgerRow,
  { period, department }: { period: Month; department: DepartmentName },
  change: Partial<ReportMark>,
): Partial<LedgerRow> => {
  const key = reportKey(period, department);
  return { reports: { ...row.reports, [key]: { ...row.reports[key], ...change } } };
};
const idsIn = (lines: EventData<'ReportSubmitted'>['lines']) => [
  ...new Set(lines.map(({ indicatorId }) => indicatorId)),
];

/** A report as it is sent: it replaces the version given back before it, or changes lines of what was verified. */
const withClaimed = (
  row: Row,
  { period, department, version, submittedOn, lines, money }: EventData<'ReportSubmitted'>,
  replaces: boolean,
): Row => {
  if (!row) return row;
  const claims = row.reports[reportKey(period, department)]?.claims ?? [];
  const late = row.closed[period] !== undefined;
  const { returnedFor: _, money: known, ...before } = row.reports[reportKey(period, department)] ?? { proves: [] };
  const sums = money ? { done: money.done, paid: money.paid } : replaces ? undefined : known;
  const mark: ReportMark = {
    ...before,
    period,
    department,
    version,
    submittedOn,
    status: 'submitted',
    claims: replaces ? idsIn(lines) : [...new Set([...claims, ...idsIn(lines)])],
    ...(sums && { money: sums }),
    ...(late && { late }),
  };
  return {
    ...row,
    reports: { ...row.reports, [reportKey(period, department)]: mark },
    claimed: withReport(row.claimed, period, lines, replaces ? claims : [], row.indicators),
  };
};

/** With the verified figures and the mark of their report; the standing is left as it was. */
const withVerified = (row: Row, data: EventData<'ReportVerified'>, position: string): Row => {
  if (!row) return row;
  const { period, department, version, how, lines, money } = data;
  const mark = row.reports[reportKey(period, department)];
  const ids = idsIn(lines);
  const isSecondWord = Object.values(row.reports).some(
    (other) => other.period === period && other.proves.some((id) => ids.includes(id)),
  );
  const isLate = mark?.late === true && (mark.verified !== undefined || isSecondWord);
  const laterCorrected = mark?.laterCorrected === true || isLate;
  return {
    ...row,
    ...marked(row, data, {
      status: 'verified',
      verified: {
        version,
        position,
        how,
        ...(money && { money: { done: money.done, paid: money.paid } }),
        ...(isSecondWord && { places: lines.map(placeOf) }),
      },
      ...(mark?.verified && { earlier: [mark.verified, ...(mark.earlier ?? [])] }),
      proves: [...new Set([...(mark?.proves ?? []), ...ids])],
      ...(laterCorrected && { laterCorrected }),
    }),
    verified: withReport(row.verified, period, lines, [], row.indicators),
  };
};

/** A month is published at its first closing; one that was withdrawn, at the next. */
const closed = (row: Row, { light: { period } }: EventData<'MonthClosed'>, { position }: EventPosition): Row =>
  row && { ...row, closed: { ...row.closed, [period]: row.closed[period] ?? position } };

export const ledgers: Projection<LedgerRow, DeliveryEvent> = {
  name: 'ledger',
  entity: LedgerRow,
  categories: ['delivery'],
  needs: 'position',
  keyOf: ({ data }) => data.projectId,
  createdBy: ['DeliveryStarted'],
  on: {
    DeliveryStarted: (_, { projectId, no, commitment }) => {
      const indicators = withSortedKeys(commitment.indicators);
      return {
        projectId,
        listId: listOf(projectId),
        regionCode: regionOf(projectId),
        no,
        indicators,
        targets: {},
        revisions: [],
        closed: {},
        reports: {},
        claimed: emptyMatrix,
        verified: emptyMatrix,
        standing: standingsOf(indicators, {}, {}, yearOf(projectId)),
      };
    },
    TargetsBrokenDown: (row, { indicators }) =>
      recomputed(
        row && {
          ...row,
          indicators: withSortedKeys(withOwnSteps(row.indicators, indicators)),
          targets: withSortedKeys(withTargets(row.targets, indicators)),
          ...withSuccessors(row, indicators),
        },
      ),
    AdjustmentApproved: (row, { changes, decidedOn }) =>
      recomputed(
        row && {
          ...row,
          revisions: withSortedKeys([
            ...row.revisions,
            { from: monthOf(decidedOn), before: beforeChanges(row, changes) },
          ]),
          indicators: withSortedKeys(changedIndicators(row.indicators, changes)),
          targets: withSortedKeys(changedDistricts(row.targets, changes)),
        },
      ),
    ReportSubmitted: (row, data) => withClaimed(row, data, true),
    ReportCorrected: (row, data) => withClaimed(row, data, false),
    ReportReturned: (row, data) =>
      row && { ...row, ...marked(row, data, { status: 'returned', returnedFor: data.reason }) },
    ReportVerified: (row, data, { position }) =>
      recomputed(withVerified(row, data, position), new Set(idsIn(data.lines))),
    ReportCertified: (row, data) => {
      const verified = row?.reports[reportKey(data.period, data.department)]?.verified;
      return (
        row && {
          ...row,
          ...marked(row, data, {
            status: 'certified',
            ...(verified && { verified: { ...verified, certificateNo: data.certificateNo } }),
          }),
        }
      );
    },
    MonthClosed: closed,
    MonthClosedAgain: closed,
    // published by mistake: the next closing is the one that counts
    LightWithdrawn: (row, { period }) => {
      if (!row) return row;
      const { [period]: _, ...closed } = row.closed;
      return { ...row, closed };
    },
    // no figures
    InvestmentPlanned: ignore,
    LiaisonAppointed: ignore,
    LiaisonErased: ignore,
    ...ignoring(
      periodEvents,
      except(lightEvents, 'MonthClosed', 'MonthClosedAgain', 'LightWithdrawn'),
      supervisionEvents,
      completionEvents,
    ),
    // a change counts once it is approved
    ...ignoring(except(changeEvents, 'AdjustmentApproved')),
  },
  replay: {
    on: { ReportVerified: (row, data, { position }) => withVerified(row, data, position) },
    finish: (row) => recomputed(row)!,
  },
};

/** Without the claimed figures, for reads as of an instant that show only verified ones. */
export const verifiedLedgers: Projection<LedgerRow, DeliveryEvent> = {
  ...ledgers,
  on: { ...ledgers.on, ReportSubmitted: ignore, ReportCorrected: ignore },
};
