import {
  listOf,
  regionOf,
  yearOf,
  type DeliveryEvent,
  type Light,
  type Month,
  type ProjectId,
} from '@minsheng/contracts';
import { ignore, type Projection, type EventContext } from '../projection';
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

const step = ({ position, metadata: { on } }: EventContext, rest: Omit<LightStep, 'position' | 'on'>): LightStep => ({
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
const recompute = (
  row: Row,
  light: Light,
  context: EventContext,
  what: LightStep['what'],
  change: Partial<LightRow> = {},
): Row =>
  after(row, step(context, { what, ...lit(light), ...(row?.lateProof && { cause: row.lateProof }) }), {
    now: light,
    ...change,
  });

export const lights: Projection<LightRow, DeliveryEvent, EventContext> = {
  name: 'light',
  entity: LightRow,
  categories: ['delivery'],
  needs: 'metadata',
  keyOf: keysOf,
  createdBy: ['MonthClosed'],
  on: {
    MonthClosed: (_, { projectId, light }, context) => ({
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
      history: [step(context, { what: 'closed', ...lit(light) })],
    }),
    ReportVerified: (row, { period, department, version }, { position }) =>
      row && { ...row, lateProof: { period, department, version, position } },
    LightRecomputed: (row, { light }, context) => recompute(row, light, context, 'recomputed'),
    MonthReopened: (row, { reason }, context) =>
      after(row, step(context, { what: 'reopened', reason }), { reopened: true }),
    MonthClosedAgain: (row, { light }, context) => recompute(row, light, context, 'closed again', { reopened: false }),
    LightOverridden: (row, { projectId: _, period: __, ...override }, context) =>
      after(row, step(context, { what: 'overridden', colour: override.colour, reason: override.reason }), {
        override,
      }),
    OverrideEnded: (row, { reason }, context) =>
      after(row, step(context, { what: 'override ended', reason }), { override: null }),
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
