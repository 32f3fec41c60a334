import {
  listOf,
  regionOf,
  yearOf,
  type DeliveryEvent,
  type Light,
  type Month,
  type ProjectId,
} from '@minsheng/contracts';
import { ignore, type Projection, type Recorded } from '../projection';
import { LightRow, type LightStep } from './light.entity';

type Row = LightRow | undefined;
const lightId = (projectId: ProjectId, period: Month): string => `${projectId} ${period}`;

/** A month and those after it: a report verified for March may change what every later month shows. */
const since = (projectId: ProjectId, period: Month): string[] => {
  const first = Number(period.slice(5, 7));
  return Array.from({ length: 13 - first }, (_, index) =>
    lightId(projectId, `${yearOf(projectId)}-${String(first + index).padStart(2, '0')}` as Month),
  );
};
const keysOf = ({ type, data }: DeliveryEvent): string | readonly string[] | undefined => {
  if (type === 'ReportVerified') return since(data.projectId, data.period);
  if (type === 'MonthClosed' || type === 'LightRecomputed' || type === 'MonthClosedAgain')
    return lightId(data.projectId, data.light.period);
  return type === 'MonthReopened' || type === 'LightOverridden' || type === 'OverrideEnded'
    ? lightId(data.projectId, data.period)
    : undefined;
};

const step = ({ position, metadata: { on } }: Recorded, rest: Omit<LightStep, 'position' | 'on'>): LightStep => ({
  position,
  on,
  ...rest,
});
const lit = ({ colour, why }: Light) => ({ colour, why });
/** The row after a step; what is shown follows from the computed light and the one set by hand. */
const after = (row: Row, step: LightStep, change: Partial<LightRow>): Row => {
  if (!row) return row;
  const next = { ...row, ...change, history: [...row.history, step] };
  return { ...next, shown: next.override?.colour ?? next.now.colour };
};
const seenAgain = (
  row: Row,
  light: Light,
  recorded: Recorded,
  what: LightStep['what'],
  change: Partial<LightRow> = {},
): Row =>
  after(row, step(recorded, { what, ...lit(light), ...(row?.lateProof && { cause: row.lateProof }) }), {
    now: light,
    ...change,
  });

export const lights: Projection<LightRow, DeliveryEvent, Recorded> = {
  name: 'light',
  entity: LightRow,
  categories: ['delivery'],
  asks: 'who and when',
  keyOf: keysOf,
  anew: ['MonthClosed'],
  on: {
    MonthClosed: (_, { projectId, light }, recorded) => ({
      lightId: lightId(projectId, light.period),
      projectId,
      listId: listOf(projectId),
      regionCode: regionOf(projectId),
      period: light.period,
      published: light,
      now: light,
      override: null,
      shown: light.colour,
      reopened: false,
      lateProof: null,
      history: [step(recorded, { what: 'closed', ...lit(light) })],
    }),
    ReportVerified: (row, { period, department, version }, { position }) =>
      row && { ...row, lateProof: { period, department, version, position } },
    LightRecomputed: (row, { light }, recorded) => seenAgain(row, light, recorded, 'recomputed'),
    MonthReopened: (row, { reason }, recorded) =>
      after(row, step(recorded, { what: 'reopened', reason }), { reopened: true }),
    MonthClosedAgain: (row, { light }, recorded) =>
      seenAgain(row, light, recorded, 'closed again', { reopened: false }),
    LightOverridden: (row, { projectId: _, period: __, ...override }, recorded) =>
      after(row, step(recorded, { what: 'overridden', colour: override.colour, reason: override.reason }), {
        override,
      }),
    OverrideEnded: (row, { reason }, recorded) =>
      after(row, step(recorded, { what: 'override ended', reason }), { override: null }),
    // The rest of a delivery changes no light by itself.
    DeliveryStarted: ignore,
    TargetsBrokenDown: ignore,
    InvestmentPlanned: ignore,
    LiaisonAppointed: ignore,
    PeriodOpened: ignore,
    ReportReminded: ignore,
    ReportOverdue: ignore,
    ReportSubmitted: ignore,
    ReportCorrected: ignore,
    ReportReturned: ignore,
    ReportCertified: ignore,
    RulesChanged: ignore,
    EscalationReached: ignore,
    MeasureTaken: ignore,
    Delisted: ignore,
    OrderIssued: ignore,
    OrderReceived: ignore,
    OrderAnswered: ignore,
    OrderOverdue: ignore,
    OrderEscalated: ignore,
    OrderClosed: ignore,
    IssueRaised: ignore,
    IssueDecided: ignore,
    IssueOverdue: ignore,
    IssueResolved: ignore,
    IssueReopened: ignore,
    AdjustmentApplied: ignore,
    AdjustmentChecked: ignore,
    AdjustmentApproved: ignore,
    AdjustmentRejected: ignore,
    AdjustmentPublished: ignore,
    CompletionClaimed: ignore,
    NotMetRecorded: ignore,
    AcceptanceLevelPassed: ignore,
    AcceptancePassed: ignore,
    AcceptanceFailed: ignore,
    ProjectClosed: ignore,
    LookedBack: ignore,
    ProjectReopened: ignore,
  },
};
